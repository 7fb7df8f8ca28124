import * as v from 'valibot';
import { isVisible } from '#lib/domain/document/visible.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import { concealment } from '../../database/tables/index.ts';
import { required, uuid } from '../../formats/fields.ts';
import { moderate } from './moderate.ts';
import { maxReasonLength } from './report-comment.ts';

export const hideForm = v.object({ comment: uuid, reason: required(maxReasonLength) });

/**
 * Hides a comment: its text is shown to nobody, and the reason stands in its place. Throws
 * Refusal('stale') if it is hidden already, and Refusal('emptyText') without a reason.
 */
export async function hideComment(context: Context, commentId: string, reason: string) {
  if (!isVisible(reason)) throw new Refusal('emptyText');
  const step = { step: 'hidden', reason } as const;
  await moderate(context, commentId, step, async ({ database, viewer, now }) => {
    const hidden = await database
      .insert(concealment)
      .values({ commentId, reason, hiddenBy: viewer.id, hiddenAt: now })
      .onConflictDoNothing()
      .returning({ commentId: concealment.commentId });
    if (hidden.length === 0) throw new Refusal('stale');
  });
}
