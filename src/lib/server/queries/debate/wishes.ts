import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { OwnWish } from '#lib/domain/hearing/withdrawal-wish.ts';
import type { Context } from '../../access/context.ts';
import { comment, concealment, input, withdrawalWish } from '../../database/tables/index.ts';

/** The viewer's last wish for each of the comments, by their ids; none for a public reader. */
export async function lastWishes(
  { database, viewer }: Context,
  commentIds: string[]
): Promise<Map<string, OwnWish>> {
  if (!viewer || commentIds.length === 0) return new Map();
  return selectOwn(
    database,
    and(eq(withdrawalWish.askedBy, viewer.id), inArray(withdrawalWish.commentId, commentIds))
  );
}

/** The same for all that the viewer has said to the document. */
export async function listOwnWishes(
  { database, viewer }: Context,
  documentId: string
): Promise<Map<string, OwnWish>> {
  if (!viewer) return new Map();
  return selectOwn(
    database,
    and(eq(withdrawalWish.askedBy, viewer.id), eq(comment.documentId, documentId))
  );
}

async function selectOwn(database: Context['database'], where: ReturnType<typeof and>) {
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
    .where(where)
    .orderBy(withdrawalWish.commentId, desc(withdrawalWish.askedAt));
  return new Map(rows.map(({ commentId, ...wish }) => [commentId, wish]));
}

/** The wishes of the present round that wait, the longest waiting first; the caller has checked who asks. */
export function listWaitingWishes({ database }: Context, document: { id: string; round: number }) {
  return database
    .select({
      id: withdrawalWish.id,
      commentId: comment.id,
      /** The number of the input that it is, or that it is said below. */
      number: input.number,
      isReply: sql<boolean>`${comment.parentId} is not null`,
      name: comment.authorName,
      /** Empty where an administrator has hidden the words. */
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

/** What was withdrawn on its author's wish, oldest first: for everybody, without names or words. */
export function listWithdrawnOnWish({ database }: Context, documentId: string) {
  return database
    .select({
      id: withdrawalWish.id,
      number: input.number,
      isReply: sql<boolean>`${comment.parentId} is not null`,
      at: sql<Date>`${withdrawalWish.settledAt}`.mapWith(withdrawalWish.askedAt)
    })
    .from(withdrawalWish)
    .innerJoin(comment, eq(comment.id, withdrawalWish.commentId))
    .innerJoin(input, eq(input.id, withdrawalWish.inputId))
    .where(and(eq(input.documentId, documentId), eq(withdrawalWish.outcome, 'granted')))
    .orderBy(asc(withdrawalWish.settledAt));
}
