import { and, desc, eq, isNull } from 'drizzle-orm';
import type { WishOutcome } from '#lib/domain/hearing/withdrawal-wish.ts';
import { asMember, type Context } from '../../access/context.ts';
import { input, withdrawalWish } from '../../database/tables/index.ts';

/** What becomes of a wish, and the working group's words to it. */
export type Outcome = { outcome: WishOutcome; words: string };

/** Returns the last wish that the comment be withdrawn, with the round of its input, or null. */
export async function findLastWish(context: Context, commentId: string) {
  const [last] = await selectWishes(context, eq(withdrawalWish.commentId, commentId));
  return last ?? null;
}

/** Returns the wish with the id, with the round of its input, or null if the document has none. */
export async function findWish(context: Context, documentId: string, wishId: string) {
  const isHere = and(eq(withdrawalWish.id, wishId), eq(input.documentId, documentId));
  const [found] = await selectWishes(context, isHere);
  return found ?? null;
}

/** Selects wishes, the last first, each with the round of its input. */
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

/** Saves what became of a wish that has no outcome yet, in the current member's name. */
export async function saveOutcome(context: Context, wishId: string, outcome: Outcome) {
  const { database, viewer, now } = asMember(context);
  await database
    .update(withdrawalWish)
    .set({ ...outcome, settledBy: viewer.id, settledAt: now })
    .where(and(eq(withdrawalWish.id, wishId), isNull(withdrawalWish.outcome)));
}
