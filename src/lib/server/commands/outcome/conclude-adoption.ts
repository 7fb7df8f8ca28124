import * as v from 'valibot';
import { type Context, inTransaction } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { lockForForum } from '../../access/locks.ts';
import { adoptLastVersion, reviewForChange, seenFields, type Seen } from './adoption-steps.ts';

export const conclusionForm = v.object({ versionNumber: seenFields.versionNumber });

/**
 * Adopts the last version for Politisk Forum if everything was confirmed before it was published.
 * Throws Refusal('changedOutside') or Refusal('reservationNotMet') if not.
 */
export async function concludeAdoption(
  context: Context,
  documentId: DocumentId,
  form: Pick<Seen, 'versionNumber'>
) {
  await inTransaction(context, async (inside) => {
    const locked = await lockForForum(inside, documentId);
    const review = await reviewForChange(inside, locked, form);
    await adoptLastVersion(inside, locked, review);
  });
}
