import * as v from 'valibot';
import * as adoption from '#lib/domain/hearing/adoption.ts';
import type { Context } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { text } from '../../formats/fields.ts';
import {
  changeName,
  maxStepTextLength,
  seenFields,
  takeForumSteps,
  type Seen
} from './adoption-steps.ts';

export const changeReturnForm = v.object({
  ...seenFields,
  change: changeName,
  reason: text(maxStepTextLength)
});

/**
 * Sends a change outside the reservations back to the working group with a reason. Throws what
 * takeForumSteps and adoption.sendChangeBack do.
 */
export async function sendChangeBack(
  context: Context,
  documentId: DocumentId,
  { change, reason, ...form }: Seen & { change: string; reason: string }
) {
  await takeForumSteps(context, documentId, form, ({ judgement }) => [
    {
      ...adoption.sendChangeBack(judgement, change, { seen: form.seen, reason }),
      words: reason
    }
  ]);
}
