import { Refusal } from '../refusal.ts';
import { isOpen, type Period } from './lifecycle.ts';

/** The hearing or the call for input that an input was said in, and its round. */
export type OwnRound = Period & { closedAt: Date | null; round: number };

/**
 * Refuses with hearingNotOpen to change what was said, to take it back, and to answer or like it,
 * once its own round takes no more input, whatever is open by then: its words are answered as they
 * stand, and reported so.
 */
export function refuseUnlessOwnRoundOpen(
  document: { round: number },
  own: OwnRound | null,
  now: Date
) {
  if (!own || own.round !== document.round || !isOpen(own, now))
    throw new Refusal('hearingNotOpen');
}
