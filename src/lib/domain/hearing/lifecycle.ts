import { isVisible, showsWords } from '../document/visible.ts';
import { Refusal } from '../refusal.ts';
import { betweenOnClocks, inCopenhagen } from '../time.ts';
import type { DocumentState, Outcome } from './words.ts';

/**
 * Every event in a document's life: the state that it happens in and the state that it leads to.
 * docs/process.md is drawn from this list.
 */
export const events: readonly { name: string; from: DocumentState; to: DocumentState }[] = [
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

/** A row to be written: from, to and why; who and when come from the one who acts. */
export type Step = { from: DocumentState; to: DocumentState; reason: string };

/** Returns the step between two states. Throws Refusal('wrongState') if no event leads from `from` to `to`. */
export function step(from: DocumentState, to: DocumentState, reason = ''): Step {
  const isEvent = events.some((event) => event.from === from && event.to === to);
  if (!isEvent) throw new Refusal('wrongState', { state: from });
  return { from, to, reason };
}

export type Period = { opensAt: Date; closesAt: Date };

const day = 24 * 60 * 60 * 1000;

/**
 * The whole days of a period by clocks in Denmark; a started day counts, so that 14 days and an
 * hour are 15. The hour that comes twice in October, or not at all in March, is no part of a day.
 */
export const daysOf = ({ opensAt, closesAt }: Period): number =>
  Math.ceil(betweenOnClocks(opensAt, closesAt) / day);

/** What stands between a draft and its hearing. */
export type HearingPlan = Period & { hasVersion: boolean; reasonForShortPeriod: string };

/** What opens, and from when: a start that is over by now begins at once. */
export type Opening = { step: Step; period: Period };

/**
 * Opens a hearing: only on a version, with a period that begins today at the earliest and ends in
 * the future; one that leaves fewer than `leastDays` from now or its start needs a stated reason.
 */
export function openHearing(
  state: DocumentState,
  plan: HearingPlan,
  { leastDays, now }: { leastDays: number; now: Date }
): Opening {
  const opening = step(state, 'hearing', plan.reasonForShortPeriod);
  if (!plan.hasVersion) throw new Refusal('hearingNeedsVersion');
  const period = periodFrom(plan, now);
  if (daysOf(period) < leastDays && !isVisible(plan.reasonForShortPeriod))
    throw new Refusal('shortHearingNeedsReason', { least: leastDays });
  return { step: opening, period };
}

/** Asks for ideas before there is a draft, within a period as a hearing's. */
export function openCall(state: DocumentState, plan: Period, now: Date): Opening {
  return { step: step(state, 'callForInput'), period: periodFrom(plan, now) };
}

/** The part of the period that is still to come. Refuses a start on a Danish day that is over. */
function periodFrom({ opensAt, closesAt }: Period, now: Date): Period {
  if (!isMoment(opensAt) || !isMoment(closesAt) || closesAt <= opensAt)
    throw new Refusal('hearingNeedsPeriod');
  if (closesAt <= now) throw new Refusal('hearingClosesInPast');
  if (inCopenhagen(opensAt).date < inCopenhagen(now).date) throw new Refusal('hearingOpensInPast');
  return { opensAt: opensAt < now ? now : opensAt, closesAt };
}

const isMoment = (date: Date) => !Number.isNaN(date.getTime());

/** Whether input is taken at the moment: opened, not closed by hand, and within the period. */
export function isOpen(hearing: Period & { closedAt: Date | null }, now: Date): boolean {
  return hearing.closedAt === null && hearing.opensAt <= now && now < hearing.closesAt;
}

/** Refuses input where the hearing does not take it. */
export function refuseUnlessOpen(hearing: (Period & { closedAt: Date | null }) | null, now: Date) {
  if (!hearing || !isOpen(hearing, now)) throw new Refusal('hearingNotOpen');
}

/** How far a round's inputs have come: how many lack a disposition, and how many a reason. */
export type Backlog = { missing: number; withoutReason: number };

/** Sends a version and its report to Politisk Forum, once every input has its disposition. */
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

/** Refuses a decision of what waits for none. */
export function refuseIfDecided(state: DocumentState) {
  if (state !== 'submitted') throw new Refusal('alreadyDecided');
}

/**
 * Decides a submission, once. Reservations and a return say what is wished for; reservations are
 * written with no other outcome, where nobody would meet them.
 */
export function decide(state: DocumentState, decision: Decision): Step {
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

/** What the last version lacks: reservations not confirmed, and changes outside them, by their places. */
export type Lacking = { reservations: number; places: string[] };

/**
 * The adoption stands when Politisk Forum has confirmed every reservation and approved every change
 * outside them.
 */
export function completeAdoption(state: DocumentState, { reservations, places }: Lacking): Step {
  if (state !== 'adoptedWithReservations') throw new Refusal('wrongState', { state });
  if (places.length > 0) throw new Refusal('changedOutside', { places: places.join(', ') });
  if (reservations > 0) throw new Refusal('reservationNotMet', { missing: reservations });
  return step(state, 'adopted');
}

/** Takes what was returned into its next round of drafting. */
export function nextRound(state: DocumentState): Step {
  if (state !== 'returned') throw new Refusal('wrongState', { state });
  return step(state, 'drafting');
}

/** Where a next version can be published: not in the middle of a hearing, nor once it is decided. */
const writable: readonly DocumentState[] = [
  'callForInput',
  'drafting',
  'processing',
  'adoptedWithReservations'
];

/** Whether a next version can be published at all. */
export const isWritable = (state: DocumentState) => writable.includes(state);

/** Refuses a new version where the document stands still for others to read or decide. */
export function refuseUnlessWritable(state: DocumentState) {
  if (!isWritable(state)) throw new Refusal('wrongState', { state });
}
