import { and, asc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { mayRead } from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, type Context } from '../../access/context.ts';
import type { DocumentHead } from '../../access/documents.ts';
import { standingComment, commentRevision } from '../../database/tables/index.ts';
import { uuid } from '../../formats/fields.ts';

/**
 * Returns a comment of the current member as it was typed, to be edited. Throws
 * Refusal('notLoggedIn'), and Refusal('notFound') if it is hidden, withdrawn or another's, or if
 * `commentId` is no id.
 */
export async function readOwnComment(context: Context, commentId: unknown) {
  const { database, viewer } = asMember(context);
  if (!v.is(uuid, commentId)) throw new Refusal('notFound');
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

/**
 * Returns the texts that a comment had and has, oldest first. Throws Refusal('notFound') if it is
 * hidden or withdrawn.
 */
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
