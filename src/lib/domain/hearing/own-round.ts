import { Refusal } from '../refusal.ts';
import { isOpen, type Period } from './lifecycle.ts';
import type { DocumentState } from './words.ts';

/** The hearing or the call for input that an input was said in, and its round. */
export type OwnRound = Period & { closedAt: Date | null; round: number };

/**
 * Whether what was said may still be changed and taken back by its author, and answered and liked
 * by others: until its own round takes no more input, whatever is open by then. From then on its
 * words are answered as they stand, and reported so. Pages offer what this allows.
 */
export const isOwnRoundOpen = (document: { round: number }, own: OwnRound | null, now: Date) =>
  own !== null && own.round === document.round && isOpen(own, now);

/** Refuses with hearingNotOpen what isOwnRoundOpen does not allow. */
export function refuseUnlessOwnRoundOpen(
  document: { round: number },
  own: OwnRound | null,
  now: Date
) {
  if (!isOwnRoundOpen(document, own, now)) throw new Refusal('hearingNotOpen');
}

/**
 * Whether a region can be spoken for in the hearing of the document's present round: while it is
 * open, and by the working group on its behalf until it submits.
 */
export const takesRegions = (
  state: DocumentState,
  heard: (Period & { closedAt: Date | null }) | null,
  isOfGroup: boolean,
  now: Date
) =>
  heard !== null &&
  ((state === 'hearing' && isOpen(heard, now)) || (state === 'processing' && isOfGroup));
