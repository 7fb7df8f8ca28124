import { expect, test } from 'vitest';
import { timeLeftOf } from './time-left.ts';

const hearing = {
  state: 'hearing',
  opensAt: new Date('2026-03-01T00:00Z'),
  closesAt: new Date('2026-03-15T23:00Z')
} as const;

test.each([
  ['2026-02-27T10:00Z', { kind: 'opens', at: hearing.opensAt }],
  ['2026-03-01T10:00Z', { kind: 'days', days: 15 }],
  ['2026-03-14T20:00Z', { kind: 'days', days: 2 }],
  ['2026-03-15T10:00Z', { kind: 'days', days: 1 }],
  ['2026-03-15T23:00Z', { kind: 'over' }]
])('at %s the list says how much of the hearing is left', (now, left) => {
  expect(timeLeftOf(hearing, new Date(now))).toEqual(left);
});

test('a document that is not in hearing has no time left', () => {
  expect(timeLeftOf({ ...hearing, state: 'processing' }, new Date('2026-03-02T10:00Z'))).toBeNull();
});
