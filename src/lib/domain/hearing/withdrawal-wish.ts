import { isVisible } from '../document/visible.ts';
import { Refusal } from '../refusal.ts';
import { isAnswerable } from './disposition.ts';
import { isInputPeriodOpen, type InputPeriod } from './input-period.ts';
import type { DocumentState } from './enums.ts';

/**
 * How an author's withdrawal wish can end: the working group grants or declines it, or the author
 * takes it back.
 */
export const wishOutcomes = ['granted', 'declined', 'takenBack'] as const;
export type WishOutcome = (typeof wishOutcomes)[number];

/** Characters of the longest reason for a wish or for declining it: a few sentences. */
export const maxWishLength = 1000;

/** A wish as its author sees it. */
export type OwnWish = {
  reason: string;
  askedAt: Date;
  /** Null while it is pending. */
  outcome: WishOutcome | null;
  settledAt: Date | null;
  /** The working group's words on it. */
  words: string;
};

type DocumentStatus = { state: DocumentState; round: number };

/**
 * Returns whether the comments of a round can no longer be withdrawn: its report has been
 * submitted.
 */
const isFrozen = (document: DocumentStatus, round: number) =>
  !isAnswerable(document.state) || round !== document.round;

/**
 * Returns whether the author of a comment can wish to have it withdrawn: after its own period has
 * closed, before which the author withdraws it without asking, and before the report is submitted.
 */
export const mayWish = (document: DocumentStatus, own: InputPeriod | null, now: Date) =>
  own !== null && !isInputPeriodOpen(document, own, now) && !isFrozen(document, own.round);

/**
 * Throws Refusal('stillWithdrawable') while the comment's own period is open, and
 * Refusal('wordsFrozen') when the report is submitted.
 */
export function refuseUnlessWishable(document: DocumentStatus, own: InputPeriod | null, now: Date) {
  if (isInputPeriodOpen(document, own, now)) throw new Refusal('stillWithdrawable');
  if (!own || isFrozen(document, own.round)) throw new Refusal('wordsFrozen');
}

/** Throws Refusal('textTooLong') if the reason of a wish, or the answer to it, is too long. */
export function refuseLongWish(words: string) {
  if (words.length > maxWishLength) throw new Refusal('textTooLong', { limit: maxWishLength });
}

/** A wish as the one who settles it finds it. */
export type WishStatus = { round: number; outcome: WishOutcome | null };

/**
 * Throws a Refusal if a wish cannot be settled: the report is submitted (`wordsFrozen`), it has
 * been settled (`wishSettled`), or it is declined without a reason (`wishReasonMissing`).
 */
export function refuseUnlessSettleable(
  document: DocumentStatus,
  wish: WishStatus,
  { outcome, words }: { outcome: WishOutcome; words: string }
) {
  if (isFrozen(document, wish.round)) throw new Refusal('wordsFrozen');
  if (wish.outcome !== null) throw new Refusal('wishSettled');
  if (outcome === 'declined' && !isVisible(words)) throw new Refusal('wishReasonMissing');
}
