import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { isVisible } from '#lib/domain/document/visible.ts';
import { isMember } from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import { isReadable } from '../../access/documents.ts';
import { commentReport, document, standingComment } from '../../database/tables/index.ts';
import { required } from '../../formats/fields.ts';

/** In characters: some sentences on what is wrong and which rule it breaks. */
export const maxReasonLength = 1000;

export const reportForm = v.object({ reason: required(maxReasonLength) });

/**
 * Reports a comment to the administrators, once for each member, and returns the slug of its
 * document. Throws Refusal('notAllowed') for a comment of the member's own, which can be
 * withdrawn, Refusal('alreadyReported') if the member gave another reason before, and
 * Refusal('notFound') if the comment is hidden, withdrawn or not readable.
 */
export async function reportComment(context: Context, commentId: string, reason: string) {
  if (!isMember(context.viewer)) throw new Refusal('notLoggedIn');
  if (!isVisible(reason)) throw new Refusal('emptyText');
  return inTransaction(context, async (inside) => {
    const { database, viewer, now } = asMember(inside);
    const { slug, authorId } = await findReadable(inside, commentId);
    if (authorId === viewer.id) throw new Refusal('notAllowed');
    const [reported] = await database
      .insert(commentReport)
      .values({ commentId, reporterId: viewer.id, reason, reportedAt: now })
      .onConflictDoNothing()
      .returning({ id: commentReport.id });
    if (!reported && (await findReason(inside, commentId)) !== reason)
      throw new Refusal('alreadyReported');
    return { slug };
  });
}

async function findReadable(context: Context, commentId: string) {
  const [found] = await context.database
    .select({ slug: document.slug, authorId: standingComment.authorId })
    .from(standingComment)
    .innerJoin(document, eq(document.id, standingComment.documentId))
    .where(and(eq(standingComment.id, commentId), isReadable(context)));
  if (!found) throw new Refusal('notFound');
  return found;
}

/** Returns the reason that the member gave before. */
async function findReason(context: Context, commentId: string) {
  const { database, viewer } = asMember(context);
  const [given] = await database
    .select({ reason: commentReport.reason })
    .from(commentReport)
    .where(and(eq(commentReport.commentId, commentId), eq(commentReport.reporterId, viewer.id)));
  return given?.reason;
}
