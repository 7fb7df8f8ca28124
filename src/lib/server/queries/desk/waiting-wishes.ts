import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../access/context.ts';
import { comment, concealment, input, withdrawalWish } from '../../database/tables/index.ts';

/**
 * Returns the withdrawal wishes of the document's round that are not settled, the oldest first. The
 * caller checks that the viewer may see them.
 */
export function listWaitingWishes({ database }: Context, document: { id: string; round: number }) {
  return database
    .select({
      id: withdrawalWish.id,
      commentId: comment.id,
      /** The number of the comment's input; of a reply, of the input that it stands below. */
      number: input.number,
      isReply: sql<boolean>`${comment.parentId} is not null`,
      name: comment.authorName,
      /** Empty if the comment is hidden. */
      html: sql<string>`case when ${concealment.commentId} is null then ${comment.html} else '' end`,
      reason: withdrawalWish.reason,
      askedAt: withdrawalWish.askedAt
    })
    .from(withdrawalWish)
    .innerJoin(comment, eq(comment.id, withdrawalWish.commentId))
    .innerJoin(input, eq(input.id, withdrawalWish.inputId))
    .leftJoin(concealment, eq(concealment.commentId, comment.id))
    .where(
      and(
        eq(input.documentId, document.id),
        eq(input.round, document.round),
        isNull(withdrawalWish.outcome)
      )
    )
    .orderBy(asc(withdrawalWish.askedAt));
}
