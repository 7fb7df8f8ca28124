import * as v from 'valibot';
import * as adoption from '#lib/domain/hearing/adoption.ts';
import type { Context } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { text, uuid } from '../../formats/fields.ts';
import { maxStepTextLength, seenFields, takeForumSteps, type Seen } from './adoption-steps.ts';

export const reservationReturnForm = v.object({
  ...seenFields,
  reservation: uuid,
  reason: text(maxStepTextLength)
});

/**
 * Sends the answer to a reservation back to the working group with a reason. Throws what
 * takeForumSteps and adoption.sendBack do.
 */
export async function sendReservationBack(
  context: Context,
  documentId: DocumentId,
  { reservationId, reason, ...form }: Seen & { reservationId: string; reason: string }
) {
  await takeForumSteps(context, documentId, form, ({ judgement }) => [
    {
      ...adoption.sendReservationBack(judgement, reservationId, { seen: form.seen, reason }),
      words: reason
    }
  ]);
}
