import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Context } from '../../access/context.ts';
import { comment, commentVoice, concealment } from '../../database/tables/index.ts';

/** Returns the comments marked as the working group's own; the text of hidden ones is empty. */
export async function listWorkingGroupComments({ database }: Context, documentId: string) {
  return database
    .select({
      commentId: comment.id,
      authorName: comment.authorName,
      html: sql<string>`case when ${concealment.commentId} is null then ${comment.html} else '' end`,
      at: comment.createdAt
    })
    .from(commentVoice)
    .innerJoin(comment, eq(comment.id, commentVoice.commentId))
    .leftJoin(concealment, eq(concealment.commentId, comment.id))
    .where(and(eq(comment.documentId, documentId), eq(commentVoice.voice, 'workingGroup')))
    .orderBy(comment.createdAt);
}

/** Returns whether the comment was imported from another forum, so that it can be marked. */
export async function isImported({ database }: Context, commentId: string): Promise<boolean> {
  const here = and(eq(comment.id, commentId), isNotNull(comment.source));
  return (await database.$count(comment, here)) > 0;
}
