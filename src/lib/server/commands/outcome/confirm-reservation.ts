import * as v from 'valibot';
import * as adoption from '#lib/domain/hearing/adoption.ts';
import type { Context } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { uuid } from '../../formats/fields.ts';
import { seenFields, takeForumSteps, type Seen } from './adoption-steps.ts';

export const confirmationForm = v.object({ ...seenFields, reservation: uuid });

/**
 * Confirms for Politisk Forum that the last version meets the reservation; that version is adopted
 * at once if nothing is lacking then. Throws as takeForumSteps and adoption.confirm do.
 */
export async function confirmReservation(
  context: Context,
  documentId: DocumentId,
  { reservationId, ...form }: Seen & { reservationId: string }
) {
  await takeForumSteps(context, documentId, form, ({ judgement }) => [
    { ...adoption.confirmReservation(judgement, reservationId, form.seen), words: '' }
  ]);
}
