import { expect, test } from 'vitest';
import { wayOf, type Course } from './way.ts';

test('a hearing shows its period and the days left, today counted', () => {
  const way = wayOf({ ...course, state: 'hearing' }, new Date('2026-03-17T18:00:00Z'));
  expect(way.map(({ name, state }) => `${name} ${state}`)).toEqual([
    'drafting past',
    'hearing now',
    'processing coming',
    'submitted coming',
    'decision coming'
  ]);
  expect(way[1]).toMatchObject({ from: opensAt, to: closesAt, daysLeft: 1 });
});

test('a station that has been passed keeps the day it was reached, and one ahead has none', () => {
  const way = wayOf({ ...course, state: 'submitted', transitions }, closesAt);
  expect(way.map(({ from }) => from?.getUTCDate() ?? null)).toEqual([2, 4, 19, 25, null]);
});

test('a hearing closed by hand ended when it was closed', () => {
  const closedAt = new Date('2026-03-10T12:00:00Z');
  const way = wayOf(
    { ...course, state: 'processing', hearing: { opensAt, closesAt, closedAt } },
    closesAt
  );
  expect(way[1]).toMatchObject({ state: 'past', to: closedAt, daysLeft: null });
});

test('a call for input is a station only where ideas were called for', () => {
  const call = { opensAt, closesAt, closedAt: null };
  expect(wayOf({ ...course, state: 'callForInput', call }, opensAt)[0]).toMatchObject({
    name: 'callForInput',
    state: 'now',
    daysLeft: 14
  });
});

const opensAt = new Date('2026-03-04T09:00:00Z');
const closesAt = new Date('2026-03-18T09:00:00Z');
const transitions: Course['transitions'] = [
  { toState: 'drafting', at: new Date('2026-03-02T09:00:00Z') },
  { toState: 'hearing', at: opensAt },
  { toState: 'processing', at: new Date('2026-03-19T09:00:00Z') },
  { toState: 'submitted', at: new Date('2026-03-25T09:00:00Z') }
];
const course: Course = {
  state: 'hearing',
  transitions: [],
  hearing: { opensAt, closesAt, closedAt: null },
  call: null
};
