import { and, desc, eq, isNull, ne } from 'drizzle-orm';
import { asMember, type Context } from '../../access/context.ts';
import { readable } from '../../access/documents.ts';
import { isAfter, placeAfter } from '../../database/moments.ts';
import { comment, commentMention, concealment, document } from '../../database/tables/index.ts';

/** What a page of the mentions of oneself holds. */
const mentionsAPage = 10;

/**
 * Where others mention the member, newest first, from the `next` of the page before: in the
 * documents that the member may read, and nowhere that is hidden or withdrawn.
 */
export async function listMentions(context: Context, after: string | null) {
  const { database, viewer } = asMember(context);
  const rows = await database
    .select({
      id: comment.id,
      name: comment.authorName,
      title: document.title,
      at: comment.createdAt,
      html: comment.html
    })
    .from(commentMention)
    .innerJoin(comment, eq(comment.id, commentMention.commentId))
    .innerJoin(document, eq(document.id, comment.documentId))
    .leftJoin(concealment, eq(concealment.commentId, comment.id))
    .where(
      and(
        eq(commentMention.memberId, viewer.id),
        ne(comment.authorId, viewer.id),
        isNull(comment.withdrawnAt),
        isNull(concealment.commentId),
        readable(context),
        isAfter(after, comment.createdAt, comment.id)
      )
    )
    .orderBy(desc(comment.createdAt), desc(comment.id))
    .limit(mentionsAPage + 1);
  const mentions = rows.slice(0, mentionsAPage);
  return { mentions, next: rows.length > mentionsAPage ? placeAfter(mentions.at(-1)!) : null };
}
