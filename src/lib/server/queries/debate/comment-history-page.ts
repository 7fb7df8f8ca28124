import { and, asc, eq } from 'drizzle-orm';
import { mayRead } from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import type { DocumentHead } from '../../access/documents.ts';
import { standingComment, commentRevision } from '../../database/tables/index.ts';

/**
 * Returns the author of a comment and the texts that it has had, oldest first, the present one last.
 * Throws Refusal('notFound') if it is hidden or withdrawn.
 */
export async function readCommentHistory(
  { database, viewer }: Context,
  document: DocumentHead,
  commentId: string
) {
  if (!mayRead(viewer, document)) throw new Refusal('notFound');
  const [present] = await database
    .select({
      name: standingComment.authorName,
      html: standingComment.html,
      wording: standingComment.wording,
      editedAt: standingComment.editedAt,
      createdAt: standingComment.createdAt
    })
    .from(standingComment)
    .where(and(eq(standingComment.id, commentId), eq(standingComment.documentId, document.id)));
  if (!present) throw new Refusal('notFound');
  const earlier = await database
    .select({
      html: commentRevision.html,
      wording: commentRevision.wording,
      writtenAt: commentRevision.writtenAt
    })
    .from(commentRevision)
    .where(eq(commentRevision.commentId, commentId))
    .orderBy(asc(commentRevision.revision));
  const { name, html, wording, editedAt, createdAt } = present;
  return { name, texts: [...earlier, { html, wording, writtenAt: editedAt ?? createdAt }] };
}
