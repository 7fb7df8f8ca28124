import * as v from 'valibot';
import { refuseUnlessSettleable } from '#lib/domain/hearing/withdrawal-wish.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { inTransaction, type Context } from '../../access/context.ts';
import { lockOwnComment } from '../../access/locks.ts';
import { uuid } from '../../formats/fields.ts';
import { findLastWish, saveOutcome } from './withdrawal-wish.ts';

export const takeBackForm = v.object({ comment: uuid });

/**
 * Takes back the current member's wish that a comment be withdrawn, once however often it is sent.
 * Throws Refusal('notFound') if there is no wish, and as lockOwnComment and refuseUnlessSettleable
 * do.
 */
export async function takeWishBack(context: Context, commentId: string) {
  await inTransaction(context, async (inside) => {
    const { document } = await lockOwnComment(inside, commentId);
    const wish = await findLastWish(inside, commentId);
    if (!wish) throw new Refusal('notFound');
    if (wish.outcome === 'takenBack') return;
    const outcome = { outcome: 'takenBack', words: '' } as const;
    refuseUnlessSettleable(document, wish, outcome);
    await saveOutcome(inside, wish.id, outcome);
  });
}
