import { Refusal } from '../refusal.ts';
import { findChange, type VersionChange, type VersionComparison } from './version-comparison.ts';
import type { AdoptionStepKind } from './enums.ts';

/** A reservation on a block of the submitted version, or on the whole text if `blockId` is null. */
export type Reservation = { id: string; blockId: string | null };

/**
 * A step about a reservation, or about a change outside the reservations if `reservationId` is
 * null. `change` is the name of the change that was seen; null in steps from before names were
 * kept.
 */
export type AdoptionStep = {
  kind: AdoptionStepKind;
  reservationId: string | null;
  change: string | null;
};

/**
 * `open`: without a step. `undone`: proposed as met, but the text is as it was submitted again.
 * `sentBack`: Politisk Forum asks for more. `waiting`: Politisk Forum must confirm it.
 */
export type ReservationState = 'open' | 'undone' | 'sentBack' | 'waiting' | 'confirmed';

/** `reserved`: each of its blocks has a reservation, with which it is judged. */
export type ChangeState = 'reserved' | 'waiting' | 'sentBack' | 'approved';

export type JudgedReservation<R extends Reservation = Reservation> = {
  reservation: R;
  state: ReservationState;
  /** The name of the change that the text has had since the submission; null if it has none. */
  change: string | null;
  /** Whether the text has changed since the last step. */
  changedSince: boolean;
  /** How many steps there are; a form sends how many its writer had seen. */
  stepCount: number;
};

export type JudgedChange = { change: VersionChange; state: ChangeState; stepCount: number };

export type Judgement<R extends Reservation = Reservation> = {
  reservations: JudgedReservation<R>[];
  changes: JudgedChange[];
};

/**
 * Returns the state of each reservation and each change. `comparison` is of the submitted version
 * with the last one, `steps` are all steps, oldest first. A confirmation or an approval holds for
 * the change that was seen only. A reservation on a block covers that block; one on the whole text
 * covers no block, so that each change needs an approval.
 */
export function judgeAdoption<R extends Reservation>(
  comparison: VersionComparison,
  reservations: readonly R[],
  steps: readonly AdoptionStep[]
): Judgement<R> {
  const reserved = new Set(reservations.map(({ blockId }) => blockId));
  return {
    reservations: reservations.map((each) => judgeReservation(comparison, each, steps)),
    changes: comparison.changes.map((change) => judgeChange(change, reserved, steps))
  };
}

function judgeReservation<R extends Reservation>(
  { changes, name }: VersionComparison,
  reservation: R,
  steps: readonly AdoptionStep[]
): JudgedReservation<R> {
  const { id, blockId } = reservation;
  const own = steps.filter(({ reservationId }) => reservationId === id);
  const change = blockId === null ? name : (findChange(changes, blockId)?.name ?? null);
  const last = own.at(-1);
  const changedSince = last !== undefined && last.change !== null && last.change !== change;
  const state = stateOf(last, change, changedSince);
  return { reservation, state, change, changedSince, stepCount: own.length };
}

function stateOf(
  last: AdoptionStep | undefined,
  change: string | null,
  changedSince: boolean
): ReservationState {
  if (!last) return 'open';
  if (change === null) return 'undone';
  if (last.kind === 'sentBack') return 'sentBack';
  const holds = last.kind === 'confirmed' && last.change !== null && !changedSince;
  return holds ? 'confirmed' : 'waiting';
}

function judgeChange(
  change: VersionChange,
  reserved: ReadonlySet<string | null>,
  steps: readonly AdoptionStep[]
): JudgedChange {
  const own = steps.filter((step) => step.reservationId === null && step.change === change.name);
  const isReserved =
    change.from.length > 0 && change.from.every(({ blockId }) => reserved.has(blockId));
  const said = own.at(-1)?.kind;
  const state = said === 'approved' || said === 'sentBack' ? said : 'waiting';
  return { change, state: isReserved ? 'reserved' : state, stepCount: own.length };
}

/** Returns the reservations that are not confirmed and the changes that are not approved. */
export const findLacking = <R extends Reservation>({ reservations, changes }: Judgement<R>) => ({
  reservations: reservations.filter(({ state }) => state !== 'confirmed'),
  changes: changes.filter(({ state }) => state === 'waiting' || state === 'sentBack')
});

/** Returns whether all reservations are confirmed and all changes approved. */
export function isReady<R extends Reservation>(judgement: Judgement<R>): boolean {
  const lacking = findLacking(judgement);
  return lacking.reservations.length + lacking.changes.length === 0;
}

/**
 * Returns whether Politisk Forum can act: something is waiting for it, or the adoption is ready.
 */
export function awaitsForum<R extends Reservation>(judgement: Judgement<R>): boolean {
  const waits = ({ state }: { state: string }) => state === 'waiting';
  const { reservations, changes } = judgement;
  return reservations.some(waits) || changes.some(waits) || isReady(judgement);
}

/**
 * Returns the step by which the working group proposes a reservation as met. `seen` is how many
 * steps its writer had seen. Throws a Refusal if the text is as it was submitted
 * (`reservationUntouched`) or if others have acted meanwhile (`answeredMeanwhile`).
 */
export function proposeReservation(judgement: Judgement, id: string, seen: number): AdoptionStep {
  const { state, change } = findReservation(judgement, id, seen);
  if (change === null) throw new Refusal('reservationUntouched');
  if (state === 'confirmed') throw new Refusal('answeredMeanwhile');
  return { kind: 'proposed', reservationId: id, change };
}

/**
 * Returns the step by which Politisk Forum confirms a proposed reservation. Throws a Refusal if the
 * text is as it was submitted (`reservationUntouched`), if it is not proposed
 * (`reservationUnanswered`) or if others have acted meanwhile.
 */
export function confirmReservation(judgement: Judgement, id: string, seen: number): AdoptionStep {
  const { state, change } = findReservation(judgement, id, seen);
  if (change === null) throw new Refusal('reservationUntouched');
  if (state !== 'waiting') throw new Refusal('reservationUnanswered');
  return { kind: 'confirmed', reservationId: id, change };
}

/**
 * Returns the step by which Politisk Forum sends a proposed or confirmed reservation back. Throws a
 * Refusal if there is no reason (`sendBackReasonMissing`), if it is not proposed
 * (`reservationUnanswered`) or if others have acted meanwhile.
 */
export function sendReservationBack(
  judgement: Judgement,
  id: string,
  { seen, reason }: { seen: number; reason: string }
): AdoptionStep {
  const { state, change } = findReservation(judgement, id, seen);
  refuseWithoutReason(reason);
  if (state !== 'waiting' && state !== 'confirmed') throw new Refusal('reservationUnanswered');
  return { kind: 'sentBack', reservationId: id, change };
}

/**
 * Returns the step by which Politisk Forum approves a change outside the reservations, by the
 * change's name. Throws Refusal('answeredMeanwhile') if it is approved already.
 */
export function approveChange(judgement: Judgement, name: string, seen: number): AdoptionStep {
  const { state } = findUnreservedChange(judgement, name, seen);
  if (state === 'approved') throw new Refusal('answeredMeanwhile');
  return { kind: 'approved', reservationId: null, change: name };
}

/**
 * Returns the step by which Politisk Forum sends a change outside the reservations back. Throws
 * Refusal('sendBackReasonMissing') if there is no reason.
 */
export function sendChangeBack(
  judgement: Judgement,
  name: string,
  { seen, reason }: { seen: number; reason: string }
): AdoptionStep {
  findUnreservedChange(judgement, name, seen);
  refuseWithoutReason(reason);
  return { kind: 'sentBack', reservationId: null, change: name };
}

function findReservation({ reservations }: Judgement, id: string, seen: number) {
  const found = reservations.find(({ reservation }) => reservation.id === id);
  if (!found) throw new Refusal('notFound');
  if (found.stepCount !== seen) throw new Refusal('answeredMeanwhile');
  return found;
}

function findUnreservedChange({ changes }: Judgement, name: string, seen: number) {
  const found = changes.find(({ change }) => change.name === name);
  if (!found || found.state === 'reserved') throw new Refusal('notFound');
  if (found.stepCount !== seen) throw new Refusal('answeredMeanwhile');
  return found;
}

function refuseWithoutReason(reason: string) {
  if (!reason.trim()) throw new Refusal('sendBackReasonMissing');
}
