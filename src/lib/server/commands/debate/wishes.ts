import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import {
  longestWish,
  refuseUnlessSettleable,
  refuseUnlessWishable,
  type WishOutcome
} from '#lib/domain/hearing/withdrawal-wish.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import { comment, input, withdrawalWish } from '../../database/tables/index.ts';
import { lockForWork } from '../../access/locks.ts';
import { findOwnRound, lockOwnComment } from '../../access/debate.ts';
import { setWithdrawn } from './withdraw-comment.ts';

/**
 * Asks the working group to withdraw one's own comment or reply, whose own round has closed; the
 * same sent twice is one wish. Refuses another's comment with notAllowed, a withdrawn one with
 * notFound, and what refuseUnlessWishable does; wishWaiting where a wish of other words waits.
 */
export async function wishWithdrawal(context: Context, commentId: string, reason: string) {
  refuseTooLong(reason);
  await inTransaction(context, async (inside) => {
    const { database, viewer, now } = asMember(inside);
    const { comment: withdrawn, document } = await lockOwnComment(inside, commentId);
    refuseUnlessWishable(document, await findOwnRound(inside, withdrawn), now);
    const last = await findLast(inside, commentId);
    if (last?.outcome === null) {
      if (last.reason === reason) return;
      throw new Refusal('wishWaiting');
    }
    const inputId = await inputOfThread(inside, commentId);
    const asked = { commentId, inputId, reason, askedBy: viewer.id, askedAt: now };
    await database.insert(withdrawalWish).values(asked);
  });
}

/** Takes one's own wish back, once however often it is sent. Refuses as refuseUnlessSettleable does. */
export async function takeWishBack(context: Context, commentId: string) {
  await inTransaction(context, async (inside) => {
    const { document } = await lockOwnComment(inside, commentId);
    const wish = await findLast(inside, commentId);
    if (!wish) throw new Refusal('notFound');
    if (wish.outcome === 'takenBack') return;
    const taking = { outcome: 'takenBack', words: '' } as const;
    refuseUnlessSettleable(document, wish, taking);
    await settle(inside, wish.id, taking);
  });
}

/** What the working group does with a wish, and its words to it. */
export type Settling = { outcome: Exclude<WishOutcome, 'takenBack'>; words: string };

/**
 * Grants a wish, which withdraws the comment, or declines it, for the working group; once however
 * often it is sent. Refuses with notFound a wish of another document, and as refuseUnlessSettleable
 * does.
 */
export async function settleWish(
  context: Context,
  documentId: string,
  wishId: string,
  settling: Settling
) {
  refuseTooLong(settling.words);
  await inTransaction(context, async (inside) => {
    const held = await lockForWork(inside, documentId);
    const [wish] = await selectWishes(
      inside,
      and(eq(withdrawalWish.id, wishId), eq(input.documentId, documentId))
    );
    if (!wish) throw new Refusal('notFound');
    if (wish.outcome === settling.outcome && wish.words === settling.words) return;
    refuseUnlessSettleable(held, wish, settling);
    await settle(inside, wishId, settling);
    if (settling.outcome === 'granted') await setWithdrawn(inside, wish.commentId);
  });
}

const findLast = async (context: Context, commentId: string) =>
  (await selectWishes(context, eq(withdrawalWish.commentId, commentId)))[0] ?? null;

/** The wishes, the last first, each with the round of its input. */
const selectWishes = ({ database }: Context, where: ReturnType<typeof and>) =>
  database
    .select({
      id: withdrawalWish.id,
      commentId: withdrawalWish.commentId,
      reason: withdrawalWish.reason,
      outcome: withdrawalWish.outcome,
      words: withdrawalWish.words,
      round: input.round
    })
    .from(withdrawalWish)
    .innerJoin(input, eq(input.id, withdrawalWish.inputId))
    .where(where)
    .orderBy(desc(withdrawalWish.askedAt));

async function settle(
  context: Context,
  wishId: string,
  settling: { outcome: WishOutcome; words: string }
) {
  const { database, viewer, now } = asMember(context);
  await database
    .update(withdrawalWish)
    .set({ ...settling, settledBy: viewer.id, settledAt: now })
    .where(and(eq(withdrawalWish.id, wishId), isNull(withdrawalWish.outcome)));
}

/** The input that the comment is, or that the first comment of its thread is. */
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

function refuseTooLong(words: string) {
  if (words.length > longestWish) throw new Refusal('textTooLong', { limit: longestWish });
}
