import { and, eq } from 'drizzle-orm';
import { refuseUnlessAnswerable, refuseUnlessComplete } from '#lib/domain/hearing/disposition.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import { publication } from '../../database/tables/index.ts';
import { lockForWork } from '../documents/drafts.ts';
import { listBacklog } from '../../hearing/inputs/backlog.ts';

/** The round's answers have been shown since then; null where they are the working group's own. */
export async function findPublication(
  { database }: Context,
  { id, round }: { id: string; round: number }
): Promise<Date | null> {
  const [found] = await database
    .select({ at: publication.publishedAt })
    .from(publication)
    .where(and(eq(publication.documentId, id), eq(publication.round, round)));
  return found?.at ?? null;
}

/**
 * Publishes all answers of the round together, once the hearing has closed. Refuses with
 * answersIncomplete while some are missing; said twice it is done once.
 */
export async function publishAnswers(context: Context, documentId: string) {
  await inTransaction(context, async (inside) => {
    const held = await lockForWork(inside, documentId);
    refuseUnlessAnswerable(held, { round: held.round, isWithdrawn: false });
    if (held.state !== 'processing') throw new Refusal('wrongState', { state: held.state });
    const { missing, withoutReason } = await listBacklog(inside, held);
    refuseUnlessComplete({ missing: missing.length, withoutReason: withoutReason.length });
    await writePublication(inside, held);
  });
}

/** Writes down that the round's answers are shown from now on, where they are not already. */
export async function writePublication(
  context: Context,
  { id, round }: { id: string; round: number }
) {
  const { database, viewer, now } = asMember(context);
  await database
    .insert(publication)
    .values({ documentId: id, round, publishedBy: viewer.id, publishedAt: now })
    .onConflictDoNothing();
}
