import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import { concealment } from '../../database/tables/index.ts';
import { uuid } from '../../formats/fields.ts';
import { moderate } from './moderate.ts';

export const showForm = v.object({ comment: uuid });

/** Shows a hidden comment again. Throws Refusal('stale') if it is not hidden. */
export async function showComment(context: Context, commentId: string, reason = '') {
  await moderate(context, commentId, { step: 'shown', reason }, async ({ database }) => {
    const shown = await database
      .delete(concealment)
      .where(eq(concealment.commentId, commentId))
      .returning({ commentId: concealment.commentId });
    if (shown.length === 0) throw new Refusal('stale');
  });
}
