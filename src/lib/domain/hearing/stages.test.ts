import { expect, test } from 'vitest';
import { listStages, type ProcessDates } from './stages.ts';

test('a hearing shows its period and the days left, today counted', () => {
  const stages = listStages({ ...course, state: 'hearing' }, new Date('2026-03-17T18:00:00Z'));
  expect(stages.map(({ name, state }) => `${name} ${state}`)).toEqual([
    'drafting past',
    'hearing now',
    'processing coming',
    'submitted coming',
    'decision coming'
  ]);
  expect(stages[1]).toMatchObject({ beganAt: opensAt, endsAt: closesAt, daysLeft: 1 });
});

test('a station that has been passed keeps the day it was reached, and one ahead has none', () => {
  const stages = listStages({ ...course, state: 'submitted', transitions }, closesAt);
  expect(stages.map(({ beganAt }) => beganAt?.getUTCDate() ?? null)).toEqual([2, 4, 19, 25, null]);
});

test('a hearing closed by hand ended when it was closed', () => {
  const closedAt = new Date('2026-03-10T12:00:00Z');
  const stages = listStages(
    { ...course, state: 'processing', hearing: { opensAt, closesAt, closedAt } },
    closesAt
  );
  expect(stages[1]).toMatchObject({ state: 'past', endsAt: closedAt, daysLeft: null });
});

test('a call for input is a station only where ideas were called for', () => {
  const call = { opensAt, closesAt, closedAt: null };
  expect(listStages({ ...course, state: 'callForInput', call }, opensAt)[0]).toMatchObject({
    name: 'callForInput',
    state: 'now',
    daysLeft: 14
  });
});

const opensAt = new Date('2026-03-04T09:00:00Z');
const closesAt = new Date('2026-03-18T09:00:00Z');
const transitions: ProcessDates['transitions'] = [
  { toState: 'drafting', at: new Date('2026-03-02T09:00:00Z') },
  { toState: 'hearing', at: opensAt },
  { toState: 'processing', at: new Date('2026-03-19T09:00:00Z') },
  { toState: 'submitted', at: new Date('2026-03-25T09:00:00Z') }
];
const course: ProcessDates = {
  state: 'hearing',
  transitions: [],
  hearing: { opensAt, closesAt, closedAt: null },
  call: null
};
