import * as v from 'valibot';
import * as adoption from '#lib/domain/hearing/adoption.ts';
import { defaultLimits } from '#lib/domain/paging.ts';
import type { Context } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { changeName, seenFields, takeForumSteps, type Seen } from './adoption-steps.ts';

export const approvalForm = v.object({
  ...seenFields,
  changes: v.pipe(v.array(changeName), v.nonEmpty(), v.maxLength(defaultLimits.changes))
});

/**
 * Approves for Politisk Forum changes outside the reservations, by their names. Throws what
 * takeForumSteps and adoption.approveChange do.
 */
export async function approveChanges(
  context: Context,
  documentId: DocumentId,
  { changes, ...form }: Seen & { changes: readonly string[] }
) {
  await takeForumSteps(context, documentId, form, ({ judgement }) =>
    changes.map((name) => ({
      ...adoption.approveChange(judgement, name, form.seen),
      words: ''
    }))
  );
}
