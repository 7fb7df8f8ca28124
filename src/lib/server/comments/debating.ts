import { and, eq, getTableColumns, type SQL } from 'drizzle-orm';
import { isOpen, refuseUnlessOpen } from '#lib/domain/hearing/lifecycle.ts';
import { mayDebate } from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, type Context } from '../context.ts';
import { callForInput, document, hearing } from '../database/tables/index.ts';
import { isPublishedHere } from '../documents/locking.ts';

/** The document of a debate, held, with what is open in its present round. */
export type Debate = typeof document.$inferSelect & {
  hearing: typeof hearing.$inferSelect | null;
  call: typeof callForInput.$inferSelect | null;
};

/**
 * Holds the document for one who may debate it, in a single query: many write at once, and each
 * waits for the one before. `documentId` may be a query that finds it. Refuses with notFound
 * where the member may not read it. What is open is read beside the lock; who closes it moves the
 * document on, and that is seen.
 */
export async function lockForDebate(
  context: Context,
  documentId: string | SQL<string>
): Promise<Debate> {
  const { database, viewer } = asMember(context);
  const [found] = await database
    .select({
      held: { ...getTableColumns(document), isPublished: isPublishedHere },
      hearing: getTableColumns(hearing),
      call: getTableColumns(callForInput)
    })
    .from(document)
    .leftJoin(hearing, and(eq(hearing.documentId, document.id), eq(hearing.round, document.round)))
    .leftJoin(
      callForInput,
      and(eq(callForInput.documentId, document.id), eq(callForInput.round, document.round))
    )
    .where(eq(document.id, documentId))
    .for('update', { of: document });
  if (!found || !mayDebate(viewer, found.held)) throw new Refusal('notFound');
  const { held, ...open } = found;
  return { ...held, ...open };
}

/** Where what is said goes: the open hearing and its version, or the open call for input. */
export type DebatePlace = { hearingId: string; versionId: string } | { callId: string };

/** The place that is open at this moment; refuses with hearingNotOpen. */
export function openPlace({ state, hearing, call }: Debate, now: Date): DebatePlace {
  if (state === 'callForInput') {
    if (!call || !isOpen(call, now)) throw new Refusal('hearingNotOpen');
    return { callId: call.id };
  }
  const open = state === 'hearing' ? hearing : null;
  refuseUnlessOpen(open, now);
  return { hearingId: open!.id, versionId: open!.versionId };
}
