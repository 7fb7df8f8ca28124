import * as v from 'valibot';
import * as adoption from '#lib/domain/hearing/adoption.ts';
import { type Context, inTransaction } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { lockForWork } from '../../access/locks.ts';
import { text, uuid } from '../../formats/fields.ts';
import {
  insertSteps,
  maxStepTextLength,
  reviewForChange,
  seenFields,
  type Seen
} from './adoption-steps.ts';

export const proposalForm = v.object({
  ...seenFields,
  reservation: uuid,
  note: text(maxStepTextLength)
});

/**
 * Proposes the last version as the working group's answer to a reservation, with a note on how it is
 * met. Throws as reviewForChange and adoption.propose do.
 */
export async function proposeReservation(
  context: Context,
  documentId: DocumentId,
  { reservationId, note, ...form }: Seen & { reservationId: string; note: string }
) {
  await inTransaction(context, async (inside) => {
    const locked = await lockForWork(inside, documentId);
    const review = await reviewForChange(inside, locked, form);
    const step = adoption.proposeReservation(review.judgement, reservationId, form.seen);
    await insertSteps(inside, review, [{ ...step, words: note }]);
  });
}
