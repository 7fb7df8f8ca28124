import { eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { inTransaction, type Context } from '../../access/context.ts';
import { lockEditableComment } from '../../access/locks.ts';
import { comment, input } from '../../database/tables/index.ts';
import { uuid } from '../../formats/fields.ts';

export const withdrawForm = v.object({ comment: uuid });

/**
 * Withdraws a comment of the current member while the hearing or call it was written in is open.
 * Its text is no longer shown and needs no answer; its replies stay. Throws as lockEditableComment
 * does.
 */
export async function withdrawComment(context: Context, commentId: string) {
  await inTransaction(context, async (inside) => {
    await lockEditableComment(inside, commentId);
    await setWithdrawn(inside, commentId);
  });
}

/** Marks the comment as withdrawn, and its input as needing no answer. The document is locked. */
export async function setWithdrawn({ database, now }: Context, commentId: string) {
  await database
    .update(comment)
    .set({ withdrawnAt: now, revision: sql`${comment.revision} + 1` })
    .where(eq(comment.id, commentId));
  await database.update(input).set({ withdrawnAt: now }).where(eq(input.commentId, commentId));
}
