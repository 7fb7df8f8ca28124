import { and, eq } from 'drizzle-orm';
import { mayAdminister } from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, type Context } from '../../access/context.ts';
import { isReadable } from '../../access/documents.ts';
import { commentReport, document, standingComment } from '../../database/tables/index.ts';

/**
 * Returns the page on which a comment is reported: the comment, and whether the current member may
 * hide it. Throws as readReportable does.
 */
export const readReportPage = async (context: Context, commentId: string) => ({
  comment: await readReportable(context, commentId),
  mayHide: mayAdminister(context.viewer)
});

/**
 * Returns a comment that can be reported, with when the current member reported it.
 * Throws Refusal('notFound') if the comment is hidden, withdrawn or not readable.
 */
export async function readReportable(context: Context, commentId: string) {
  const { database, viewer } = asMember(context);
  const [found] = await database
    .select({
      id: standingComment.id,
      slug: document.slug,
      title: document.title,
      name: standingComment.authorName,
      authorId: standingComment.authorId,
      html: standingComment.html,
      wording: standingComment.wording,
      at: standingComment.createdAt,
      reportedAt: commentReport.reportedAt
    })
    .from(standingComment)
    .innerJoin(document, eq(document.id, standingComment.documentId))
    .leftJoin(
      commentReport,
      and(eq(commentReport.commentId, standingComment.id), eq(commentReport.reporterId, viewer.id))
    )
    .where(and(eq(standingComment.id, commentId), isReadable(context)));
  if (!found) throw new Refusal('notFound');
  const { authorId, ...reportable } = found;
  return { ...reportable, isOwn: authorId === viewer.id };
}
