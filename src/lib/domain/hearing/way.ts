import { isOpen, type Period } from './lifecycle.ts';
import type { DocumentState } from './words.ts';

export type WayStepName =
  'callForInput' | 'drafting' | 'hearing' | 'processing' | 'submitted' | 'decision';

/** One station on the way from draft to decision, with its dates as far as they are known. */
export type WayStep = {
  name: WayStepName;
  state: 'past' | 'now' | 'coming';
  /** When the document came there. */
  from: Date | null;
  /** When a period ends or ended; null where there is none. */
  to: Date | null;
  /** Days until the period ends, today counted as one; null where none runs. */
  daysLeft: number | null;
};

/** What the way is read from: the newest round's transitions, oldest first, and its periods. */
export type Course = {
  state: DocumentState;
  transitions: readonly { toState: DocumentState; at: Date }[];
  hearing: (Period & { closedAt: Date | null }) | null;
  call: (Period & { closedAt: Date | null }) | null;
};

const stationOf: Record<DocumentState, WayStepName> = {
  callForInput: 'callForInput',
  drafting: 'drafting',
  hearing: 'hearing',
  processing: 'processing',
  submitted: 'submitted',
  adopted: 'decision',
  adoptedWithReservations: 'decision',
  returned: 'decision'
};

/** The stations in their order; a call for input is one only where there was a call. */
export function wayOf(course: Course, now: Date): WayStep[] {
  const called = course.call !== null;
  const names: WayStepName[] = ['drafting', 'hearing', 'processing', 'submitted', 'decision'];
  if (called) names.unshift('callForInput');
  const here = names.indexOf(stationOf[course.state]);
  return names.map((name, place) => {
    const state = place < here ? 'past' : place === here ? 'now' : 'coming';
    const period = periodOf(name, course);
    return {
      name,
      state,
      from: period?.opensAt ?? (state === 'coming' ? null : arrival(name, course)),
      to: period ? (period.closedAt ?? period.closesAt) : null,
      daysLeft: period && isOpen(period, now) ? daysUntil(period.closesAt, now) : null
    };
  });
}

const periodOf = (name: WayStepName, { hearing, call }: Course) =>
  name === 'hearing' ? hearing : name === 'callForInput' ? call : null;

/** When the document last came to the station. */
function arrival(name: WayStepName, { transitions }: Course): Date | null {
  return transitions.findLast(({ toState }) => stationOf[toState] === name)?.at ?? null;
}

const aDay = 24 * 60 * 60 * 1000;

/** Started days until then: 1 on the last day. */
export const daysUntil = (then: Date, now: Date): number =>
  Math.max(0, Math.ceil((then.getTime() - now.getTime()) / aDay));
