import { isOpen, type Period } from './lifecycle.ts';
import { msPerDay } from '../time.ts';
import type { DocumentState } from './enums.ts';

export type StageName =
  'callForInput' | 'drafting' | 'hearing' | 'processing' | 'submitted' | 'decision';

/** A stage of the process from draft to decision, with its dates as far as they are known. */
export type Stage = {
  name: StageName;
  state: 'past' | 'now' | 'coming';
  /** When it began, or when its period opens; null if it is not known. */
  beganAt: Date | null;
  /** When its period ends or ended; null if it has no period. */
  endsAt: Date | null;
  /** Days until the period ends, today included; null if no period is running. */
  daysLeft: number | null;
};

/**
 * What the stages are computed from: the transitions of the newest round, oldest first, and its
 * periods.
 */
export type ProcessDates = {
  state: DocumentState;
  transitions: readonly { toState: DocumentState; at: Date }[];
  hearing: (Period & { closedAt: Date | null }) | null;
  call: (Period & { closedAt: Date | null }) | null;
};

const stageOfState: Record<DocumentState, StageName> = {
  callForInput: 'callForInput',
  drafting: 'drafting',
  hearing: 'hearing',
  processing: 'processing',
  submitted: 'submitted',
  adopted: 'decision',
  adoptedWithReservations: 'decision',
  returned: 'decision'
};

/**
 * Returns the stages of the newest round in order; a call for input is one only if there was a
 * call.
 */
export function listStages(course: ProcessDates, now: Date): Stage[] {
  const called = course.call !== null;
  const names: StageName[] = ['drafting', 'hearing', 'processing', 'submitted', 'decision'];
  if (called) names.unshift('callForInput');
  const here = names.indexOf(stageOfState[course.state]);
  return names.map((name, place) => {
    const state = place < here ? 'past' : place === here ? 'now' : 'coming';
    const period = periodOf(name, course);
    return {
      name,
      state,
      beganAt: period?.opensAt ?? (state === 'coming' ? null : arrivedAt(name, course)),
      endsAt: period ? (period.closedAt ?? period.closesAt) : null,
      daysLeft: period && isOpen(period, now) ? daysUntil(period.closesAt, now) : null
    };
  });
}

const periodOf = (name: StageName, { hearing, call }: ProcessDates) =>
  name === 'hearing' ? hearing : name === 'callForInput' ? call : null;

/** Returns when the document last entered a stage, or null. */
function arrivedAt(name: StageName, { transitions }: ProcessDates): Date | null {
  return transitions.findLast(({ toState }) => stageOfState[toState] === name)?.at ?? null;
}

/**
 * Returns the days from `now` until `then`, a started day counted whole: 1 on the last day, 0
 * afterwards.
 */
export const daysUntil = (then: Date, now: Date): number =>
  Math.max(0, Math.ceil((then.getTime() - now.getTime()) / msPerDay));
