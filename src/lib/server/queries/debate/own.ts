import { and, asc, eq, isNull } from 'drizzle-orm';
import { mayRead } from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import type { DocumentHead } from '../../access/documents.ts';
import { comment, commentRevision, concealment } from '../../database/tables/index.ts';

/**
 * One's own comment as it was typed, to be reworded; null for a reader without a login. Refuses
 * with notFound where it is hidden or withdrawn.
 */
export async function readOwnComment({ database, viewer }: Context, commentId: string) {
  if (!viewer) return null;
  const [own] = await database
    .select({
      id: comment.id,
      kind: comment.kind,
      markdown: comment.markdown,
      wording: comment.wording,
      revision: comment.revision
    })
    .from(comment)
    .leftJoin(concealment, eq(concealment.commentId, comment.id))
    .where(
      and(
        eq(comment.id, commentId),
        eq(comment.authorId, viewer.id),
        isNull(comment.withdrawnAt),
        isNull(concealment.commentId)
      )
    );
  if (!own) throw new Refusal('notFound');
  return own;
}

/** A comment's earlier words, oldest first. Refuses with notFound where it is hidden or withdrawn. */
export async function readHistory(context: Context, head: DocumentHead, commentId: string) {
  const { database, viewer } = context;
  if (!mayRead(viewer, head)) throw new Refusal('notFound');
  const [present] = await database
    .select({
      name: comment.authorName,
      html: comment.html,
      wording: comment.wording,
      editedAt: comment.editedAt,
      createdAt: comment.createdAt
    })
    .from(comment)
    .leftJoin(concealment, eq(concealment.commentId, comment.id))
    .where(
      and(
        eq(comment.id, commentId),
        eq(comment.documentId, head.id),
        isNull(comment.withdrawnAt),
        isNull(concealment.commentId)
      )
    );
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
