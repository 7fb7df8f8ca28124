import { Refusal } from '../refusal.ts';
import { isOpen, type Period } from './lifecycle.ts';
import type { DocumentState } from './enums.ts';

/** The hearing or the call for input that an input was given in, with its round. */
export type InputPeriod = Period & { closedAt: Date | null; round: number };

/**
 * Returns whether an input can still be edited and withdrawn by its author, replied to and liked:
 * while its own period is open, whatever other period is.
 */
export const isInputPeriodOpen = (
  document: { round: number },
  own: InputPeriod | null,
  now: Date
) => own !== null && own.round === document.round && isOpen(own, now);

/** Throws Refusal('hearingNotOpen') unless the input's own period is open. */
export function refuseUnlessInputPeriodOpen(
  document: { round: number },
  own: InputPeriod | null,
  now: Date
) {
  if (!isInputPeriodOpen(document, own, now)) throw new Refusal('hearingNotOpen');
}

/**
 * Returns whether meetings and rewrites of regions can be entered in a hearing: by rapporteurs
 * while it is open, and by the working group until the submission.
 */
export const acceptsRegionInput = (
  state: DocumentState,
  hearing: (Period & { closedAt: Date | null }) | null,
  isWorkingGroup: boolean,
  now: Date
) =>
  hearing !== null &&
  ((state === 'hearing' && isOpen(hearing, now)) || (state === 'processing' && isWorkingGroup));
