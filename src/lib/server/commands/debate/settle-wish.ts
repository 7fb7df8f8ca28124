import * as v from 'valibot';
import {
  maxWishLength,
  refuseLongWish,
  refuseUnlessSettleable
} from '#lib/domain/hearing/withdrawal-wish.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { inTransaction, type Context } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { type LockedDocument, lockForWork } from '../../access/locks.ts';
import { text, uuid } from '../../formats/fields.ts';
import { setWithdrawn } from './withdraw-comment.ts';
import { findWish, saveOutcome } from './withdrawal-wish.ts';

export const settlingForm = v.object({
  wish: uuid,
  outcome: v.picklist(['granted', 'declined']),
  words: v.optional(text(maxWishLength), '')
});

/** What the working group does with a wish, and its words to it. */
export type Settling = Omit<v.InferOutput<typeof settlingForm>, 'wish'>;

/**
 * Grants a wish for the working group, which withdraws the comment, or declines it, once however
 * often it is sent, and returns the document. Throws Refusal('textTooLong'), Refusal('notFound') if
 * the document has no such wish, and as lockForWork and refuseUnlessSettleable do.
 */
export async function settleWish(
  context: Context,
  documentId: DocumentId,
  wishId: string,
  settling: Settling
): Promise<LockedDocument> {
  refuseLongWish(settling.words);
  return inTransaction(context, async (inside) => {
    const locked = await lockForWork(inside, documentId);
    const wish = await findWish(inside, locked.id, wishId);
    if (!wish) throw new Refusal('notFound');
    if (wish.outcome === settling.outcome && wish.words === settling.words) return locked;
    refuseUnlessSettleable(locked, wish, settling);
    await saveOutcome(inside, wishId, settling);
    if (settling.outcome === 'granted') await setWithdrawn(inside, wish.commentId);
    return locked;
  });
}
