import { isVisible, showsWords } from '../document/visible.ts';
import { Refusal } from '../refusal.ts';
import { clockTimeBetween, msPerDay, toDanishTime } from '../time.ts';
import type { DocumentState, Outcome } from './enums.ts';

/**
 * The events of a document's process: the state that each happens in and the state that it leads
 * to. docs/process.md is drawn from this list.
 */
export const processEvents: readonly { name: string; from: DocumentState; to: DocumentState }[] = [
  { name: 'open call for input', from: 'drafting', to: 'callForInput' },
  { name: 'close call for input', from: 'callForInput', to: 'drafting' },
  { name: 'open hearing', from: 'drafting', to: 'hearing' },
  { name: 'close hearing', from: 'hearing', to: 'processing' },
  { name: 'submit', from: 'processing', to: 'submitted' },
  { name: 'adopt as written', from: 'submitted', to: 'adopted' },
  { name: 'adopt with reservations', from: 'submitted', to: 'adoptedWithReservations' },
  { name: 'return', from: 'submitted', to: 'returned' },
  { name: 'complete adoption', from: 'adoptedWithReservations', to: 'adopted' },
  { name: 'begin next round', from: 'returned', to: 'drafting' }
];

/** A transition to be saved; who and when are added when it is. */
export type Step = { from: DocumentState; to: DocumentState; reason: string };

/**
 * Returns the step between two states. Throws Refusal('wrongState') if no event leads from `from`
 * to `to`.
 */
export function step(from: DocumentState, to: DocumentState, reason = ''): Step {
  const isEvent = processEvents.some((event) => event.from === from && event.to === to);
  if (!isEvent) throw new Refusal('wrongState', { state: from });
  return { from, to, reason };
}

export type Period = { opensAt: Date; closesAt: Date };

/**
 * Returns the days of a period by Danish clocks, a started day counted whole: 14 days and an hour
 * are 15. The hour that summer time adds or takes does not count.
 */
export const countDays = ({ opensAt, closesAt }: Period): number =>
  Math.ceil(clockTimeBetween(opensAt, closesAt) / msPerDay);

/** What a hearing is opened with. */
export type HearingPlan = Period & { hasVersion: boolean; reasonForShortPeriod: string };

/** The step and the period of what is opened; a start that has passed is replaced by now. */
export type Opening = { step: Step; period: Period };

/**
 * Returns the opening of a hearing. Throws a Refusal if there is no version
 * (`hearingNeedsVersion`), if the period is invalid, is over or begins before today, or if it has
 * fewer than `minDays` days from now on and no reason is given (`shortHearingNeedsReason`).
 */
export function openHearing(
  state: DocumentState,
  plan: HearingPlan,
  { minDays, now }: { minDays: number; now: Date }
): Opening {
  const opening = step(state, 'hearing', plan.reasonForShortPeriod);
  if (!plan.hasVersion) throw new Refusal('hearingNeedsVersion');
  const period = startNow(plan, now);
  if (countDays(period) < minDays && !isVisible(plan.reasonForShortPeriod))
    throw new Refusal('shortHearingNeedsReason', { least: minDays });
  return { step: opening, period };
}

/**
 * Returns the opening of a call for input. Throws a Refusal if the period is invalid, is over or
 * begins before today.
 */
export function openCall(state: DocumentState, plan: Period, now: Date): Opening {
  return { step: step(state, 'callForInput'), period: startNow(plan, now) };
}

/**
 * Returns the part of the period from now on. Throws a Refusal if it is invalid
 * (`hearingNeedsPeriod`), is over (`hearingClosesInPast`) or begins before today in Denmark
 * (`hearingOpensInPast`).
 */
function startNow({ opensAt, closesAt }: Period, now: Date): Period {
  if (!isMoment(opensAt) || !isMoment(closesAt) || closesAt <= opensAt)
    throw new Refusal('hearingNeedsPeriod');
  if (closesAt <= now) throw new Refusal('hearingClosesInPast');
  if (toDanishTime(opensAt).date < toDanishTime(now).date) throw new Refusal('hearingOpensInPast');
  return { opensAt: opensAt < now ? now : opensAt, closesAt };
}

const isMoment = (date: Date) => !Number.isNaN(date.getTime());

/**
 * Returns whether a hearing takes input at this moment: within its period, and not closed before
 * its end.
 */
export function isOpen(hearing: Period & { closedAt: Date | null }, now: Date): boolean {
  return hearing.closedAt === null && hearing.opensAt <= now && now < hearing.closesAt;
}

/** Throws Refusal('hearingNotOpen') if there is no hearing or it takes no input at this moment. */
export function refuseUnlessOpen(hearing: (Period & { closedAt: Date | null }) | null, now: Date) {
  if (!hearing || !isOpen(hearing, now)) throw new Refusal('hearingNotOpen');
}

/** How many inputs of a round lack a disposition, and how many of the others lack a reason. */
export type Backlog = { missing: number; withoutReason: number };

/**
 * Returns the step that submits a document to Politisk Forum. Throws Refusal('inputsUnanswered') if
 * an input lacks a disposition or a reason.
 */
export function submit(state: DocumentState, backlog: Backlog): Step {
  const sending = step(state, 'submitted');
  if (backlog.missing + backlog.withoutReason > 0) throw new Refusal('inputsUnanswered', backlog);
  return sending;
}

export type Decision = { outcome: Outcome; reason: string; reservations: { wish: string }[] };

const stateAfter: Record<Outcome, DocumentState> = {
  adoptedAsWritten: 'adopted',
  adoptedWithReservations: 'adoptedWithReservations',
  returned: 'returned'
};

/** Throws Refusal('alreadyDecided') unless the document is submitted. */
export function refuseIfDecided(state: DocumentState) {
  if (state !== 'submitted') throw new Refusal('alreadyDecided');
}

/**
 * Returns the step that decides a submission. Throws a Refusal if it is decided (`alreadyDecided`),
 * is returned without a reason (`wishesMissing`), or has reservations with another outcome
 * (`reservationsUnexpected`) or none with theirs (`reservationsMissing`).
 */
export function decideSubmission(state: DocumentState, decision: Decision): Step {
  refuseIfDecided(state);
  if (decision.outcome === 'returned' && !showsWords(decision.reason))
    throw new Refusal('wishesMissing');
  if (decision.outcome === 'adoptedWithReservations' && !hasReservations(decision))
    throw new Refusal('reservationsMissing');
  if (decision.outcome !== 'adoptedWithReservations' && decision.reservations.length > 0)
    throw new Refusal('reservationsUnexpected');
  return step(state, stateAfter[decision.outcome], decision.reason);
}

const hasReservations = ({ reservations }: Decision) =>
  reservations.length > 0 && reservations.every(({ wish }) => isVisible(wish));

/**
 * What an adoption lacks: how many reservations are not confirmed, and the places of the changes
 * that are not approved.
 */
export type Lacking = { reservations: number; places: string[] };

/**
 * Returns the step that completes an adoption with reservations. Throws a Refusal if a change is
 * not approved (`changedOutside`) or a reservation is not confirmed (`reservationNotMet`).
 */
export function completeAdoption(state: DocumentState, { reservations, places }: Lacking): Step {
  if (state !== 'adoptedWithReservations') throw new Refusal('wrongState', { state });
  if (places.length > 0) throw new Refusal('changedOutside', { places: places.join(', ') });
  if (reservations > 0) throw new Refusal('reservationNotMet', { missing: reservations });
  return step(state, 'adopted');
}

/**
 * Returns the step that takes a returned document into its next round. Throws Refusal('wrongState')
 * if it is not returned.
 */
export function beginNextRound(state: DocumentState): Step {
  if (state !== 'returned') throw new Refusal('wrongState', { state });
  return step(state, 'drafting');
}

/**
 * The states in which a version can be published: not during a hearing, while it is submitted or
 * after the decision, save to meet reservations.
 */
const writable: readonly DocumentState[] = [
  'callForInput',
  'drafting',
  'processing',
  'adoptedWithReservations'
];

/** Returns whether a version can be published in this state. */
export const isWritable = (state: DocumentState) => writable.includes(state);

/** Throws Refusal('wrongState') if no version can be published in this state. */
export function refuseUnlessWritable(state: DocumentState) {
  if (!isWritable(state)) throw new Refusal('wrongState', { state });
}
