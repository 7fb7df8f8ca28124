import * as v from 'valibot';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import { commentReport } from '../../database/tables/index.ts';
import { uuid } from '../../formats/fields.ts';
import { isOpenReport, moderate } from './moderate.ts';

export const dismissForm = v.object({ comment: uuid });

/**
 * Settles the open reports of a comment without hiding it. Throws Refusal('stale') if there are
 * none.
 */
export async function dismissReports(context: Context, commentId: string, reason = '') {
  await moderate(context, commentId, { step: 'dismissed', reason }, async ({ database }) => {
    const open = await database.$count(commentReport, isOpenReport(commentId));
    if (open === 0) throw new Refusal('stale');
  });
}
