import { Refusal } from '../refusal.ts';
import { changeOf, type BlockChange, type WholeComparison } from './whole-comparison.ts';
import type { AdoptionStepKind } from './words.ts';

/** A reservation: its block in the submitted version, or null for the whole text. */
export type Reserved = { id: string; blockId: string | null };

/**
 * What was said of a reservation or, without one, of a change outside them. `change` names what
 * stood there when it was said; null where that was not yet kept.
 */
export type AdoptionStep = {
  kind: AdoptionStepKind;
  reservationId: string | null;
  change: string | null;
};

/**
 * `open`: unanswered. `undone`: answered, but the block stands as it was submitted again.
 * `sentBack`: Politisk Forum asks for more. `waiting`: for Politisk Forum's confirmation.
 */
export type ReservationState = 'open' | 'undone' | 'sentBack' | 'waiting' | 'confirmed';

/** `reserved`: every block of it is under a reservation, and is judged with that. */
export type ChangeState = 'reserved' | 'waiting' | 'sentBack' | 'approved';

export type JudgedReservation<R extends Reserved = Reserved> = {
  reservation: R;
  state: ReservationState;
  /** Names how its text differs from the submitted; null where it does not. */
  change: string | null;
  /** Whether its text is another than the one that was last spoken of. */
  changedSince: boolean;
  /** How many steps there are: a form says how many its writer had seen. */
  steps: number;
};

export type JudgedChange = { change: BlockChange; state: ChangeState; steps: number };

export type Judgement<R extends Reserved = Reserved> = {
  reservations: JudgedReservation<R>[];
  changes: JudgedChange[];
};

/**
 * How far the last version is from standing as adopted: `comparison` is of the submitted version
 * with the last, and `steps` all that was said, oldest first. A confirmation and an approval hold
 * for the very change that was seen. A reservation on a block covers that block and nothing else;
 * one on the whole text covers none, so that each change is approved by its name.
 */
export function judgeAdoption<R extends Reserved>(
  comparison: WholeComparison,
  reservations: readonly R[],
  steps: readonly AdoptionStep[]
): Judgement<R> {
  const reserved = new Set(reservations.map(({ blockId }) => blockId));
  return {
    reservations: reservations.map((each) => judgeReservation(comparison, each, steps)),
    changes: comparison.changes.map((change) => judgeChange(change, reserved, steps))
  };
}

function judgeReservation<R extends Reserved>(
  { changes, whole }: WholeComparison,
  reservation: R,
  steps: readonly AdoptionStep[]
): JudgedReservation<R> {
  const { id, blockId } = reservation;
  const own = steps.filter(({ reservationId }) => reservationId === id);
  const change = blockId === null ? whole : (changeOf(changes, blockId)?.name ?? null);
  const last = own.at(-1);
  const changedSince = last !== undefined && last.change !== null && last.change !== change;
  const state = stateOf(last, change, changedSince);
  return { reservation, state, change, changedSince, steps: own.length };
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
  change: BlockChange,
  reserved: ReadonlySet<string | null>,
  steps: readonly AdoptionStep[]
): JudgedChange {
  const own = steps.filter((step) => step.reservationId === null && step.change === change.name);
  const isReserved =
    change.from.length > 0 && change.from.every(({ blockId }) => reserved.has(blockId));
  const said = own.at(-1)?.kind;
  const state = said === 'approved' || said === 'sentBack' ? said : 'waiting';
  return { change, state: isReserved ? 'reserved' : state, steps: own.length };
}

/** What still stands between the last version and its adoption. */
export const lackingOf = <R extends Reserved>({ reservations, changes }: Judgement<R>) => ({
  reservations: reservations.filter(({ state }) => state !== 'confirmed'),
  changes: changes.filter(({ state }) => state === 'waiting' || state === 'sentBack')
});

/** Whether nothing stands between the last version and its adoption. */
export function isReady<R extends Reserved>(judgement: Judgement<R>): boolean {
  const lacking = lackingOf(judgement);
  return lacking.reservations.length + lacking.changes.length === 0;
}

/** Whether Politisk Forum has something to say now. */
export function awaitsForum<R extends Reserved>(judgement: Judgement<R>): boolean {
  const waits = ({ state }: { state: string }) => state === 'waiting';
  const { reservations, changes } = judgement;
  return reservations.some(waits) || changes.some(waits) || isReady(judgement);
}

/**
 * The working group says that the last version meets the reservation. Refuses with
 * reservationUntouched where its text is as it was submitted.
 */
export function propose(judgement: Judgement, id: string, seen: number): AdoptionStep {
  const { state, change } = seenReservation(judgement, id, seen);
  if (change === null) throw new Refusal('reservationUntouched');
  if (state === 'confirmed') throw new Refusal('answeredMeanwhile');
  return { kind: 'proposed', reservationId: id, change };
}

/** Politisk Forum confirms that the last version meets the reservation, as the working group says. */
export function confirm(judgement: Judgement, id: string, seen: number): AdoptionStep {
  const { state, change } = seenReservation(judgement, id, seen);
  if (change === null) throw new Refusal('reservationUntouched');
  if (state !== 'waiting') throw new Refusal('reservationUnanswered');
  return { kind: 'confirmed', reservationId: id, change };
}

/** Politisk Forum sends a reservation's answer back, with the reason. */
export function sendBack(
  judgement: Judgement,
  id: string,
  { seen, reason }: { seen: number; reason: string }
): AdoptionStep {
  const { state, change } = seenReservation(judgement, id, seen);
  refuseWithoutReason(reason);
  if (state !== 'waiting' && state !== 'confirmed') throw new Refusal('reservationUnanswered');
  return { kind: 'sentBack', reservationId: id, change };
}

/** Politisk Forum approves a change outside the reservations, by its name. */
export function approveChange(judgement: Judgement, name: string, seen: number): AdoptionStep {
  const { state } = seenChange(judgement, name, seen);
  if (state === 'approved') throw new Refusal('answeredMeanwhile');
  return { kind: 'approved', reservationId: null, change: name };
}

/** Politisk Forum sends a change outside the reservations back, with the reason. */
export function sendChangeBack(
  judgement: Judgement,
  name: string,
  { seen, reason }: { seen: number; reason: string }
): AdoptionStep {
  seenChange(judgement, name, seen);
  refuseWithoutReason(reason);
  return { kind: 'sentBack', reservationId: null, change: name };
}

function seenReservation({ reservations }: Judgement, id: string, seen: number) {
  const found = reservations.find(({ reservation }) => reservation.id === id);
  if (!found) throw new Refusal('notFound');
  if (found.steps !== seen) throw new Refusal('answeredMeanwhile');
  return found;
}

function seenChange({ changes }: Judgement, name: string, seen: number) {
  const found = changes.find(({ change }) => change.name === name);
  if (!found || found.state === 'reserved') throw new Refusal('notFound');
  if (found.steps !== seen) throw new Refusal('answeredMeanwhile');
  return found;
}

function refuseWithoutReason(reason: string) {
  if (!reason.trim()) throw new Refusal('sendBackReasonMissing');
}
