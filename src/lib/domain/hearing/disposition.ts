import { isVisible, refuseUnlessShown } from '../document/visible.ts';
import { Refusal } from '../refusal.ts';
import type { Backlog } from './lifecycle.ts';
import type { Disposition, DocumentState } from './words.ts';

/** What the working group has said of an input, as far as the guards ask. */
export type Answered = {
  disposition: Disposition | null;
  /** The working group's words. */
  markdown: string;
  /** Of a duplicate: whether the input that it repeats still stands. */
  originalStands: boolean;
};

/** Characters of the longest answer, which is read in a report of hundreds. */
export const longestAnswer = 10_000;

/** Characters of the longest reference to where an input is handled instead: a line. */
export const longestReference = 200;

/**
 * Whether the answer gives the reason that it must. What was accepted needs none; a duplicate has
 * the answer of the input that it repeats, as long as that one stands.
 */
export function hasReason({ disposition, markdown, originalStands }: Answered): boolean {
  if (disposition === 'accepted' || markdown.trim() !== '') return true;
  return disposition === 'duplicate' && originalStands;
}

/** How many of the inputs lack a disposition, and how many of the others a reason. */
export function backlogOf(answers: readonly Answered[]): Backlog {
  const disposed = answers.filter(({ disposition }) => disposition !== null);
  return {
    missing: answers.length - disposed.length,
    withoutReason: disposed.filter((answer) => !hasReason(answer)).length
  };
}

/** Where inputs are answered: until the document is sent to Politisk Forum. */
const answerable: readonly DocumentState[] = ['callForInput', 'drafting', 'hearing', 'processing'];

/** Whether the document's inputs can be answered at all. */
export const isAnswerable = (state: DocumentState) => answerable.includes(state);

/**
 * Refuses an answer where the report is frozen, or to an input of an earlier round, and refuses
 * one to an input that is taken back or the working group's own.
 */
export function refuseUnlessAnswerable(
  document: { state: DocumentState; round: number },
  input: { round: number; isWithdrawn: boolean }
) {
  if (!isAnswerable(document.state) || input.round !== document.round) throw new Refusal('frozen');
  if (input.isWithdrawn) throw new Refusal('notAnswerable');
}

/**
 * Throws Refusal('textTooLong') if the Markdown of an answer is too long, and a Refusal if it shows
 * nothing. An answer without any is allowed.
 */
export function refuseUnfitAnswer(markdown: string) {
  if (markdown.length > longestAnswer) throw new Refusal('textTooLong', { limit: longestAnswer });
  if (markdown.trim() !== '') refuseUnlessShown(markdown);
}

/** An input that another is said to repeat. */
export type Original = {
  number: number;
  round: number;
  isWithdrawn: boolean;
  /** The number of the input that it repeats itself. */
  duplicateOf: number | null;
};

/**
 * Refuses a duplicate of nothing, of itself, or of another duplicate: whoever follows the number
 * must come to an answer, and never in a circle.
 */
export function refuseUnlessOriginal(
  input: { number: number; round: number; duplicatedBy: readonly number[] },
  original: Original | null
) {
  if (!original || original.isWithdrawn || original.round !== input.round)
    throw new Refusal('duplicateOfNothing');
  if (original.number === input.number) throw new Refusal('duplicateOfItself');
  if (original.duplicateOf !== null)
    throw new Refusal('duplicateOfDuplicate', { number: original.duplicateOf });
  if (input.duplicatedBy.length > 0)
    throw new Refusal('duplicateHasDuplicates', { numbers: input.duplicatedBy.join(', ') });
}

/** What is said of an input beside its words, where its disposition asks for it. */
export type Referring = { duplicateOf: number | null; referredTo: string };

/**
 * Refuses the number of an original with what is no duplicate, and a referral of what is not out
 * of scope: nobody would see them. What stands there from before goes with the old disposition.
 */
export function refuseUnexpected(
  { disposition, duplicateOf, referredTo }: Referring & { disposition: Disposition | null },
  saved: Referring | null
) {
  const isNewNumber = duplicateOf !== null && duplicateOf !== saved?.duplicateOf;
  if (disposition !== 'duplicate' && isNewNumber) throw new Refusal('duplicateUnexpected');
  const isNewReferral = isVisible(referredTo) && referredTo !== saved?.referredTo;
  if (disposition !== 'outOfScope' && isNewReferral) throw new Refusal('referralUnexpected');
}

/** Refuses to publish answers together while some are missing. */
export function refuseUnlessComplete(backlog: Backlog) {
  if (backlog.missing + backlog.withoutReason > 0) throw new Refusal('answersIncomplete', backlog);
}
