import { and, desc, eq, inArray, type SQL } from 'drizzle-orm';
import type { OwnWish } from '#lib/domain/hearing/withdrawal-wish.ts';
import type { Context } from '../../access/context.ts';
import { comment, withdrawalWish } from '../../database/tables/index.ts';

/** Returns the viewer's last wish for each of the comments, by their ids; none for the public. */
export async function findOwnWishes(
  context: Context,
  commentIds: string[]
): Promise<Map<string, OwnWish>> {
  if (commentIds.length === 0) return new Map();
  return selectOwnWishes(context, inArray(withdrawalWish.commentId, commentIds));
}

/**
 * Returns the viewer's last wish for each of the viewer's comments in the document, by their ids;
 * none for the public.
 */
export const listOwnWishes = (
  context: Context,
  documentId: string
): Promise<Map<string, OwnWish>> => selectOwnWishes(context, eq(comment.documentId, documentId));

async function selectOwnWishes(
  { database, viewer }: Context,
  where: SQL
): Promise<Map<string, OwnWish>> {
  if (!viewer) return new Map();
  const rows = await database
    .selectDistinctOn([withdrawalWish.commentId], {
      commentId: withdrawalWish.commentId,
      reason: withdrawalWish.reason,
      askedAt: withdrawalWish.askedAt,
      outcome: withdrawalWish.outcome,
      settledAt: withdrawalWish.settledAt,
      words: withdrawalWish.words
    })
    .from(withdrawalWish)
    .innerJoin(comment, eq(comment.id, withdrawalWish.commentId))
    .where(and(eq(withdrawalWish.askedBy, viewer.id), where))
    .orderBy(withdrawalWish.commentId, desc(withdrawalWish.askedAt));
  return new Map(rows.map(({ commentId, ...wish }) => [commentId, wish]));
}
