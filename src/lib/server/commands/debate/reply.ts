import * as v from 'valibot';
import { maxCommentLength, refuseUnlessComment } from '#lib/domain/hearing/comment.ts';
import { refuseUnlessInputPeriodOpen } from '#lib/domain/hearing/input-period.ts';
import { findComment } from '../../access/comments.ts';
import { inTransaction, type Context } from '../../access/context.ts';
import { lockForDebate } from '../../access/locks.ts';
import { findInputPeriod } from '../../access/rounds.ts';
import { requiredMarkdown, uuid } from '../../formats/fields.ts';
import { keyOfSent } from '../form-key.ts';
import { insertComment } from './insert-comment.ts';

export const replyForm = v.object({
  comment: uuid,
  markdown: requiredMarkdown(maxCommentLength),
  formKey: uuid
});

export type Reply = { markdown: string; formKey: string };

/**
 * Replies to a comment or a reply, and returns the new reply's id. Throws
 * Refusal('hearingNotOpen') if the hearing or call that the comment was written in is closed, and
 * Refusal('notFound') if the comment is withdrawn.
 */
export async function replyTo(context: Context, commentId: string, given: Reply): Promise<string> {
  refuseUnlessComment(given.markdown);
  return inTransaction(context, async (inside) => {
    const parent = await findComment(inside, commentId);
    const { hearingId, callId, versionId, blockId, documentId } = parent;
    const document = await lockForDebate(inside, documentId);
    refuseUnlessInputPeriodOpen(document, await findInputPeriod(inside, parent), inside.now);
    const { id } = await insertComment(inside, {
      ...{ markdown: given.markdown, parentId: commentId },
      ...{ hearingId, callId, versionId, blockId, documentId },
      formKey: keyOfSent(given.formKey, { ...given, commentId })
    });
    return id;
  });
}
