import { and, asc, eq } from 'drizzle-orm';
import { mayRead } from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import type { DocumentHead } from '../../access/documents.ts';
import { standingComment, commentRevision } from '../../database/tables/index.ts';

/**
 * One's own comment as it was typed, to be reworded; null for a reader without a login. Refuses
 * with notFound where it is hidden or withdrawn.
 */
export async function readOwnComment({ database, viewer }: Context, commentId: string) {
  if (!viewer) return null;
  const [own] = await database
    .select({
      id: standingComment.id,
      kind: standingComment.kind,
      markdown: standingComment.markdown,
      wording: standingComment.wording,
      revision: standingComment.revision
    })
    .from(standingComment)
    .where(and(eq(standingComment.id, commentId), eq(standingComment.authorId, viewer.id)));
  if (!own) throw new Refusal('notFound');
  return own;
}

/** A comment's earlier words, oldest first. Refuses with notFound where it is hidden or withdrawn. */
export async function readHistory(context: Context, head: DocumentHead, commentId: string) {
  const { database, viewer } = context;
  if (!mayRead(viewer, head)) throw new Refusal('notFound');
  const [present] = await database
    .select({
      name: standingComment.authorName,
      html: standingComment.html,
      wording: standingComment.wording,
      editedAt: standingComment.editedAt,
      createdAt: standingComment.createdAt
    })
    .from(standingComment)
    .where(and(eq(standingComment.id, commentId), eq(standingComment.documentId, head.id)));
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
  return { name, words: [...earlier, { html, wording, writtenAt: editedAt ?? createdAt }] };
}
