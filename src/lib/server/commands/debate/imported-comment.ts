import { and, eq } from 'drizzle-orm';
import { refuseUnlessAnswerable } from '#lib/domain/hearing/disposition.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import type { LockedDocument } from '../../access/locks.ts';
import { comment, input } from '../../database/tables/index.ts';

/**
 * Returns the imported comment of the document. Throws Refusal('notFound'), Refusal('notMarkable')
 * if it was written here, and as refuseUnlessAnswerable does.
 */
export async function findImported(
  { database }: Context,
  locked: LockedDocument,
  commentId: string
) {
  const [found] = await database
    .select({
      id: comment.id,
      source: comment.source,
      hearingId: comment.hearingId,
      withdrawnAt: comment.withdrawnAt,
      round: input.round
    })
    .from(comment)
    .leftJoin(input, eq(input.commentId, comment.id))
    .where(and(eq(comment.id, commentId), eq(comment.documentId, locked.id)));
  if (!found) throw new Refusal('notFound');
  if (found.source === null) throw new Refusal('notMarkable');
  refuseUnlessAnswerable(locked, { round: found.round ?? locked.round, isWithdrawn: false });
  return found;
}

/** Saves whether the comment's input needs an answer; that of a withdrawn comment never does. */
export async function setNeedsAnswer(
  { database, now }: Context,
  { id, withdrawnAt }: { id: string; withdrawnAt: Date | null },
  needsAnswer: boolean
) {
  await database
    .update(input)
    .set({ withdrawnAt: needsAnswer ? withdrawnAt : now })
    .where(eq(input.commentId, id));
}
