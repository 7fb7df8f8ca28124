import { isVisible, refuseUnlessShown } from '../document/visible.ts';
import { Refusal } from '../refusal.ts';
import type { Backlog } from './lifecycle.ts';
import type { Disposition, DocumentState } from './enums.ts';

/** What decides whether an answer is complete. */
export type AnswerState = {
  disposition: Disposition | null;
  /** The words of the answer. */
  markdown: string;
  /** Whether the input that a duplicate repeats has not been withdrawn. */
  originalStands: boolean;
};

/** Characters of the longest answer, which is read in a report of hundreds. */
export const maxAnswerLength = 10_000;

/** Characters of the longest reference to where an input is handled instead: a line. */
export const maxReferenceLength = 200;

/**
 * Returns whether an answer gives the reason that its disposition needs: none if accepted, and for
 * a duplicate the answer of its original if that stands.
 */
export function hasReason({ disposition, markdown, originalStands }: AnswerState): boolean {
  if (disposition === 'accepted' || markdown.trim() !== '') return true;
  return disposition === 'duplicate' && originalStands;
}

/** The states in which inputs are answered: all before the submission. */
const answerable: readonly DocumentState[] = ['callForInput', 'drafting', 'hearing', 'processing'];

/** Returns whether a document's inputs can be answered in this state. */
export const isAnswerable = (state: DocumentState) => answerable.includes(state);

/**
 * Throws Refusal('frozen') if the document is submitted or the input is of an earlier round, and
 * Refusal('notAnswerable') if the input is withdrawn.
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
  if (markdown.length > maxAnswerLength)
    throw new Refusal('textTooLong', { limit: maxAnswerLength });
  if (markdown.trim() !== '') refuseUnlessShown(markdown);
}

/** An input that another is said to repeat. */
export type Original = {
  number: number;
  round: number;
  isWithdrawn: boolean;
  /** The number of the input that it duplicates itself. */
  duplicateOf: number | null;
};

/**
 * Throws a Refusal if an input cannot be a duplicate of `original`: if that is missing, withdrawn
 * or of another round, is the input itself, or is a duplicate too, or if others are duplicates of
 * the input. So the number of an original always leads to an answer.
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

/**
 * The references in an answer: the number of the original of a duplicate, and where an input out of
 * scope belongs.
 */
export type References = { duplicateOf: number | null; referredTo: string };

/**
 * Throws a Refusal if an answer has a reference that its disposition does not show: an original
 * unless it is a duplicate (`duplicateUnexpected`), or a referral unless it is out of scope
 * (`referralUnexpected`). A reference that is already saved is accepted.
 */
export function refuseUnexpectedReferences(
  { disposition, duplicateOf, referredTo }: References & { disposition: Disposition | null },
  saved: References | null
) {
  const isNewNumber = duplicateOf !== null && duplicateOf !== saved?.duplicateOf;
  if (disposition !== 'duplicate' && isNewNumber) throw new Refusal('duplicateUnexpected');
  const isNewReferral = isVisible(referredTo) && referredTo !== saved?.referredTo;
  if (disposition !== 'outOfScope' && isNewReferral) throw new Refusal('referralUnexpected');
}

/** Throws Refusal('answersIncomplete') if inputs lack a disposition or a reason. */
export function refuseUnlessComplete(backlog: Backlog) {
  if (backlog.missing + backlog.withoutReason > 0) throw new Refusal('answersIncomplete', backlog);
}
