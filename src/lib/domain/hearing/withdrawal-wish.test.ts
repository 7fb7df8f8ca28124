import { expect, test } from 'vitest';
import type { InputPeriod } from './input-period.ts';
import {
  maxWishLength,
  mayWish,
  refuseLongWish,
  refuseUnlessSettleable,
  refuseUnlessWishable
} from './withdrawal-wish.ts';

const opensAt = new Date('2026-03-01T08:00:00Z');
const closesAt = new Date('2026-03-22T08:00:00Z');
const during = new Date('2026-03-10T08:00:00Z');
const after = new Date('2026-03-23T08:00:00Z');
const own: InputPeriod = { round: 1, opensAt, closesAt, closedAt: null };
const processing = { state: 'processing', round: 1 } as const;
const frozen = [
  { state: 'submitted', round: 1 },
  { state: 'adopted', round: 1 },
  { state: 'hearing', round: 2 }
] as const;

test('a wish is a few sentences at most', () => {
  expect(() => refuseLongWish('a'.repeat(maxWishLength))).not.toThrow();
  expect(() => refuseLongWish('a'.repeat(maxWishLength + 1))).toThrow('textTooLong');
});

test('a wish is for what its author can no longer withdraw, until the report is frozen', () => {
  const inHearing = { state: 'hearing', round: 1 } as const;
  expect(() => refuseUnlessWishable(inHearing, own, during)).toThrow('stillWithdrawable');
  expect(() => refuseUnlessWishable(inHearing, own, after)).not.toThrow();
  expect(() => refuseUnlessWishable(processing, own, after)).not.toThrow();
  for (const document of frozen)
    expect(() => refuseUnlessWishable(document, own, after)).toThrow('wordsFrozen');
});

test('a page offers the wish where it is taken', () => {
  expect(mayWish({ state: 'hearing', round: 1 }, own, during)).toBe(false);
  expect(mayWish(processing, own, after)).toBe(true);
  for (const document of frozen) expect(mayWish(document, own, after)).toBe(false);
});

test('a wish is granted, declined with a sentence, or taken back, until the report is frozen', () => {
  const settle = (outcome: 'granted' | 'declined' | 'takenBack', words: string) => () =>
    refuseUnlessSettleable(processing, { round: 1, outcome: null }, { outcome, words });
  expect(settle('granted', '')).not.toThrow();
  expect(settle('takenBack', '')).not.toThrow();
  expect(settle('declined', 'Andre har svaret på det.')).not.toThrow();
  expect(settle('declined', ' \u200b')).toThrow('wishReasonMissing');
  for (const document of frozen)
    for (const outcome of ['granted', 'declined', 'takenBack'] as const)
      expect(() =>
        refuseUnlessSettleable(document, { round: 1, outcome: null }, { outcome, words: 'Nej.' })
      ).toThrow('wordsFrozen');
});

test('a wish that is settled is not settled again', () => {
  const settled = { round: 1, outcome: 'declined' } as const;
  expect(() =>
    refuseUnlessSettleable(processing, settled, { outcome: 'granted', words: '' })
  ).toThrow('wishSettled');
});
