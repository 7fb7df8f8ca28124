import { and, eq } from 'drizzle-orm';
import { isMember } from '#lib/domain/hearing/permissions.ts';
import { isVisible } from '#lib/domain/document/visible.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import { standingComment, commentReport, document } from '../../database/tables/index.ts';
import { readable } from '../../access/documents.ts';

/** A few sentences: what is wrong, and by which rule. */
export const longestReason = 1000;

/**
 * A comment that the member may tell the administrators about, and whether they have. Refuses with
 * notFound what the member may not read, and what is withdrawn or hidden already.
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
    .where(and(eq(standingComment.id, commentId), readable(context)));
  if (!found) throw new Refusal('notFound');
  const { authorId, ...reportable } = found;
  return { ...reportable, isOwn: authorId === viewer.id };
}

/**
 * Tells the administrators that a comment should not stand, and why; once a person, however often
 * it is sent. Refuses one's own, which can be withdrawn, and another reason than the first with
 * alreadyReported.
 */
export async function reportComment(context: Context, commentId: string, reason: string) {
  if (!isMember(context.viewer)) throw new Refusal('notLoggedIn');
  if (!isVisible(reason)) throw new Refusal('emptyText');
  await inTransaction(context, async (inside) => {
    const { database, viewer, now } = asMember(inside);
    const { isOwn } = await readReportable(inside, commentId);
    if (isOwn) throw new Refusal('notAllowed');
    const [reported] = await database
      .insert(commentReport)
      .values({ commentId, reporterId: viewer.id, reason, reportedAt: now })
      .onConflictDoNothing()
      .returning({ id: commentReport.id });
    if (!reported && (await reasonGiven(inside, commentId)) !== reason)
      throw new Refusal('alreadyReported');
  });
}

/** Why the member has told of the comment before. */
async function reasonGiven(context: Context, commentId: string) {
  const { database, viewer } = asMember(context);
  const [given] = await database
    .select({ reason: commentReport.reason })
    .from(commentReport)
    .where(and(eq(commentReport.commentId, commentId), eq(commentReport.reporterId, viewer.id)));
  return given?.reason;
}
