import { and, desc, eq, ne } from 'drizzle-orm';
import { asMember, type Context } from '../../access/context.ts';
import { readable } from '../../access/documents.ts';
import { isAfterMoment, writeMomentCursor } from '../../database/moment-cursor.ts';
import { standingComment, commentMention, document } from '../../database/tables/index.ts';

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
      id: standingComment.id,
      name: standingComment.authorName,
      title: document.title,
      at: standingComment.createdAt,
      html: standingComment.html
    })
    .from(commentMention)
    .innerJoin(standingComment, eq(standingComment.id, commentMention.commentId))
    .innerJoin(document, eq(document.id, standingComment.documentId))
    .where(
      and(
        eq(commentMention.memberId, viewer.id),
        ne(standingComment.authorId, viewer.id),
        readable(context),
        isAfterMoment(after, standingComment.createdAt, standingComment.id)
      )
    )
    .orderBy(desc(standingComment.createdAt), desc(standingComment.id))
    .limit(mentionsAPage + 1);
  const mentions = rows.slice(0, mentionsAPage);
  return {
    mentions,
    next: rows.length > mentionsAPage ? writeMomentCursor(mentions.at(-1)!) : null
  };
}
