import { eq, sql } from 'drizzle-orm';
import type { Step } from '#lib/domain/hearing/lifecycle.ts';
import type { Context } from '../access/context.ts';
import { document, transition } from '../database/tables/index.ts';

/**
 * Moves the locked document to the state of the step, and records the transition with the current
 * user, or nobody if a deadline took it, the time and the reason.
 */
export async function takeStep(
  { database, viewer, now }: Context,
  { id, round }: { id: string; round: number },
  { from, to, reason }: Step
) {
  await database
    .update(document)
    .set({ state: to, round, revision: sql`${document.revision} + 1` })
    .where(eq(document.id, id));
  await database.insert(transition).values({
    documentId: id,
    fromState: from,
    toState: to,
    round,
    actorId: viewer?.id ?? null,
    at: now,
    reason
  });
}
