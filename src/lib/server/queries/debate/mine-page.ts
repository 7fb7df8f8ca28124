import { and, desc, eq, ne } from 'drizzle-orm';
import { asMember, type Context } from '../../access/context.ts';
import { isReadable } from '../../access/documents.ts';
import { isAfterMoment, writeMomentCursor } from '../../database/moment-cursor.ts';
import {
  comment,
  commentMention,
  concealment,
  document,
  standingComment
} from '../../database/tables/index.ts';
import { listOwnComments } from './own-comments.ts';

const mentionsPerPage = 10;

/** The most hidden comments of a member that are listed. */
const maxHidden = 20;

/**
 * Returns the current member's page: a page of the member's comments, a page of the mentions of the
 * member, and the member's hidden comments. `asked` is the `next` of each of the pages before. Throws
 * Refusal('notLoggedIn').
 */
export async function readMinePage(
  context: Context,
  asked: { comments: string | null; mentions: string | null }
) {
  const [comments, mentioned, hidden] = await Promise.all([
    listOwnComments(context, asked.comments),
    listMentions(context, asked.mentions),
    listOwnHidden(context)
  ]);
  return { ...comments, mentioned, hidden };
}

/**
 * Returns a page of the comments in which others mention the member, newest first, in documents that
 * the member may read. Hidden and withdrawn comments are left out.
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
        isReadable(context),
        isAfterMoment(after, standingComment.createdAt, standingComment.id)
      )
    )
    .orderBy(desc(standingComment.createdAt), desc(standingComment.id))
    .limit(mentionsPerPage + 1);
  const mentions = rows.slice(0, mentionsPerPage);
  return {
    mentions,
    next: rows.length > mentionsPerPage ? writeMomentCursor(mentions.at(-1)!) : null
  };
}

/** Returns the member's own hidden comments, the last hidden first, with the reason of each. */
export async function listOwnHidden(context: Context) {
  const { database, viewer } = asMember(context);
  return database
    .select({
      id: comment.id,
      slug: document.slug,
      title: document.title,
      reason: concealment.reason,
      at: concealment.hiddenAt
    })
    .from(concealment)
    .innerJoin(comment, eq(comment.id, concealment.commentId))
    .innerJoin(document, eq(document.id, comment.documentId))
    .where(and(eq(comment.authorId, viewer.id), isReadable(context)))
    .orderBy(desc(concealment.hiddenAt), desc(concealment.commentId))
    .limit(maxHidden);
}
