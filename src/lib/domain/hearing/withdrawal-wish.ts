import { isVisible } from '../document/visible.ts';
import { Refusal } from '../refusal.ts';
import { isAnswerable } from './disposition.ts';
import { isOwnRoundOpen, type OwnRound } from './own-round.ts';
import type { DocumentState } from './words.ts';

/**
 * What became of an author's wish that a comment be withdrawn, made after its own round has closed:
 * the working group granted or declined it, or the author took it back.
 */
export const wishOutcomes = ['granted', 'declined', 'takenBack'] as const;
export type WishOutcome = (typeof wishOutcomes)[number];

/** A few sentences: why it should go, or why it stays. */
export const longestWish = 1000;

/** A wish as its author reads it. */
export type OwnWish = {
  reason: string;
  askedAt: Date;
  /** Null while it waits. */
  outcome: WishOutcome | null;
  settledAt: Date | null;
  /** The working group's words to it. */
  words: string;
};

type Held = { state: DocumentState; round: number };

/** Whether the words of a round stand for good: its report has been sent to Politisk Forum. */
export const isFrozen = (document: Held, round: number) =>
  !isAnswerable(document.state) || round !== document.round;

/**
 * Whether the author of a comment can wish that it be withdrawn: once its own round has closed, for
 * until then it is simply withdrawn, and until the report is frozen.
 */
export const mayWish = (document: Held, own: OwnRound | null, now: Date) =>
  own !== null && !isOwnRoundOpen(document, own, now) && !isFrozen(document, own.round);

/** Refuses what mayWish does not allow, with stillWithdrawable before, and with wordsFrozen after. */
export function refuseUnlessWishable(document: Held, own: OwnRound | null, now: Date) {
  if (isOwnRoundOpen(document, own, now)) throw new Refusal('stillWithdrawable');
  if (!own || isFrozen(document, own.round)) throw new Refusal('wordsFrozen');
}

/** Throws Refusal('textTooLong') if the reason of a wish, or the answer to it, is too long. */
export function refuseLongWish(words: string) {
  if (words.length > longestWish) throw new Refusal('textTooLong', { limit: longestWish });
}

/** A wish as the one who settles it finds it. */
export type Unsettled = { round: number; outcome: WishOutcome | null };

/**
 * Refuses to settle a wish once the report is frozen (wordsFrozen), to settle it again
 * (wishSettled), and to decline it without a sentence that says why (wishReasonMissing).
 */
export function refuseUnlessSettleable(
  document: Held,
  wish: Unsettled,
  { outcome, words }: { outcome: WishOutcome; words: string }
) {
  if (isFrozen(document, wish.round)) throw new Refusal('wordsFrozen');
  if (wish.outcome !== null) throw new Refusal('wishSettled');
  if (outcome === 'declined' && !isVisible(words)) throw new Refusal('wishReasonMissing');
}
