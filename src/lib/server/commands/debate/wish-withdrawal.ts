import { eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import {
  maxWishLength,
  refuseLongWish,
  refuseUnlessWishable
} from '#lib/domain/hearing/withdrawal-wish.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import { lockOwnComment } from '../../access/locks.ts';
import { findInputPeriod } from '../../access/rounds.ts';
import { comment, input, withdrawalWish } from '../../database/tables/index.ts';
import { text, uuid } from '../../formats/fields.ts';
import { findLastWish } from './withdrawal-wish.ts';

export const wishForm = v.object({ comment: uuid, reason: v.optional(text(maxWishLength), '') });

/**
 * Asks the working group to withdraw a comment of the current member whose own round has closed;
 * the same wish sent twice is saved once. Throws Refusal('textTooLong'), Refusal('wishWaiting') if a
 * wish with another reason waits, and as lockOwnComment and refuseUnlessWishable do.
 */
export async function wishWithdrawal(context: Context, commentId: string, reason: string) {
  refuseLongWish(reason);
  await inTransaction(context, async (inside) => {
    const { database, viewer, now } = asMember(inside);
    const { comment: wished, document } = await lockOwnComment(inside, commentId);
    refuseUnlessWishable(document, await findInputPeriod(inside, wished), now);
    const last = await findLastWish(inside, commentId);
    if (last?.outcome === null) {
      if (last.reason === reason) return;
      throw new Refusal('wishWaiting');
    }
    const inputId = await inputOfThread(inside, commentId);
    const asked = { commentId, inputId, reason, askedBy: viewer.id, askedAt: now };
    await database.insert(withdrawalWish).values(asked);
  });
}

/**
 * Returns the id of the input that the comment is, or that the first comment of its thread is.
 * Throws Refusal('notFound') if there is none.
 */
async function inputOfThread({ database }: Context, commentId: string): Promise<string> {
  const [found] = await database
    .select({ id: input.id })
    .from(input)
    .innerJoin(comment, eq(comment.id, input.commentId))
    .where(
      sql`${comment.id} = (with recursive above as (
        select id, parent_id from comment where id = ${commentId}::uuid
        union all select c.id, c.parent_id from comment c join above on c.id = above.parent_id
      ) select id from above where parent_id is null)`
    );
  if (!found) throw new Refusal('notFound');
  return found.id;
}
