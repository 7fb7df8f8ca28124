import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import {
  maxCommentLength,
  refuseUnlessComment,
  checkWording
} from '#lib/domain/hearing/comment.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { inTransaction, type Context } from '../../access/context.ts';
import { lockEditableComment } from '../../access/locks.ts';
import { comment, commentRevision, concealment } from '../../database/tables/index.ts';
import { markdown, requiredMarkdown, uuid, wholeNumber } from '../../formats/fields.ts';
import { renderComment } from '../../text/mentions.ts';
import { setMentions } from './set-mentions.ts';

export const editForm = v.object({
  comment: uuid,
  markdown: requiredMarkdown(maxCommentLength),
  wording: v.optional(markdown(maxCommentLength)),
  revision: wholeNumber()
});

export type CommentEdit = { markdown: string; wording?: string | null; revision: number };

/**
 * Edits a comment of the current member while the hearing or call it was written in is open, and
 * keeps the earlier text. An edit that changes nothing is not saved. Throws Refusal('stale') if
 * another `revision` is saved, Refusal('notFound') if the comment is hidden, and as
 * lockEditableComment does.
 */
export async function editComment(
  context: Context,
  commentId: string,
  { markdown, wording = null, revision }: CommentEdit
) {
  refuseUnlessComment(markdown);
  await inTransaction(context, async (inside) => {
    const current = await lockEditableComment(inside, commentId);
    if (await isHidden(inside, commentId)) throw new Refusal('notFound');
    if (current.revision !== revision) throw new Refusal('stale');
    const quoted = current.quote?.exact ?? null;
    const suggested = checkWording(current.kind, wording ?? current.wording, quoted);
    if (current.markdown === markdown && current.wording === suggested) return;
    await saveRevision(inside, current);
    await saveText(inside, current, { markdown, wording: suggested });
  });
}

const isHidden = async ({ database }: Context, commentId: string) =>
  (await database.$count(concealment, eq(concealment.commentId, commentId))) > 0;

type Comment = typeof comment.$inferSelect;

/** Keeps the text that is about to be replaced. */
async function saveRevision({ database }: Context, current: Comment) {
  const { id, revision, markdown, html, wording, editedAt, createdAt } = current;
  await database.insert(commentRevision).values({
    ...{ commentId: id, revision, markdown, html, wording },
    writtenAt: editedAt ?? createdAt
  });
}

async function saveText(
  context: Context,
  { id, documentId, revision }: Comment,
  { markdown, wording }: Pick<Comment, 'markdown' | 'wording'>
) {
  const { database, now } = context;
  const { html, mentioned } = await renderComment(context, documentId, markdown);
  await database
    .update(comment)
    .set({ markdown, html, wording, editedAt: now, revision: revision + 1 })
    .where(eq(comment.id, id));
  await setMentions(context, id, mentioned);
}
