import { expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import {
  hasReason,
  maxAnswerLength,
  refuseUnfitAnswer,
  refuseUnlessAnswerable,
  refuseUnlessComplete,
  refuseUnlessOriginal,
  type AnswerState
} from './disposition.ts';
import { dispositions, type Disposition } from './enums.ts';

test('an answer is empty or shows something, and is no longer than can be read', () => {
  for (const markdown of ['', ' ', 'Tak.', 'a'.repeat(maxAnswerLength)])
    expect(() => refuseUnfitAnswer(markdown)).not.toThrow();
  expect(() => refuseUnfitAnswer('a'.repeat(maxAnswerLength + 1))).toThrow('textTooLong');
  expect(() => refuseUnfitAnswer('&nbsp;')).toThrow(Refusal);
});

test.each(dispositions.filter((each) => each !== 'accepted' && each !== 'duplicate'))(
  '%s needs a reason, and spaces are none',
  (disposition) => {
    expect(hasReason(answered(disposition, ' \n '))).toBe(false);
    expect(hasReason(answered(disposition, 'Fordi.'))).toBe(true);
  }
);

test('a duplicate has the answer of the input it repeats, as long as that one stands', () => {
  expect(hasReason(answered('duplicate'))).toBe(true);
  expect(hasReason({ ...answered('duplicate'), originalStands: false })).toBe(false);
});

test('inputs are answered until the document is submitted, and not after', () => {
  expect(() => answering('hearing')).not.toThrow();
  expect(() => answering('processing')).not.toThrow();
  for (const state of ['submitted', 'adopted', 'adoptedWithReservations', 'returned'] as const)
    expect(() => answering(state)).toThrow('frozen');
});

test('an input of an earlier round keeps its answer, and one that was taken back needs none', () => {
  expect(() =>
    refuseUnlessAnswerable({ state: 'processing', round: 2 }, { round: 1, isWithdrawn: false })
  ).toThrow('frozen');
  expect(() =>
    refuseUnlessAnswerable({ state: 'processing', round: 1 }, { round: 1, isWithdrawn: true })
  ).toThrow('notAnswerable');
});

test('a duplicate names another input of the same round that still stands', () => {
  const original = { number: 4, round: 1, isWithdrawn: false, duplicateOf: null };
  const input = { number: 9, round: 1, duplicatedBy: [] };
  expect(() => refuseUnlessOriginal(input, original)).not.toThrow();
  expect(() => refuseUnlessOriginal(input, null)).toThrow('duplicateOfNothing');
  expect(() => refuseUnlessOriginal(input, { ...original, round: 2 })).toThrow(
    'duplicateOfNothing'
  );
  expect(() => refuseUnlessOriginal(input, { ...original, isWithdrawn: true })).toThrow(
    'duplicateOfNothing'
  );
  expect(() => refuseUnlessOriginal(input, { ...original, number: 9 })).toThrow(
    'duplicateOfItself'
  );
});

test('duplicates never stand in a chain or a circle', () => {
  const original = { number: 4, round: 1, isWithdrawn: false, duplicateOf: 2 };
  const input = { number: 9, round: 1, duplicatedBy: [] };
  expect(refusalOf(() => refuseUnlessOriginal(input, original)).facts).toEqual({ number: 2 });
  const repeated = { ...input, duplicatedBy: [11, 12] };
  expect(
    refusalOf(() => refuseUnlessOriginal(repeated, { ...original, duplicateOf: null })).facts
  ).toEqual({ numbers: '11, 12' });
});

test('answers are published together, when every input has one', () => {
  expect(() => refuseUnlessComplete({ missing: 0, withoutReason: 0 })).not.toThrow();
  expect(() => refuseUnlessComplete({ missing: 0, withoutReason: 1 })).toThrow('answersIncomplete');
  expect(() => refuseUnlessComplete({ missing: 1, withoutReason: 0 })).toThrow('answersIncomplete');
});

const answered = (disposition: Disposition | null, markdown = ''): AnswerState => ({
  disposition,
  markdown,
  originalStands: true
});

const answering = (state: Parameters<typeof refuseUnlessAnswerable>[0]['state']) =>
  refuseUnlessAnswerable({ state, round: 1 }, { round: 1, isWithdrawn: false });

function refusalOf(work: () => void): Refusal {
  try {
    work();
  } catch (thrown) {
    return thrown as Refusal;
  }
  throw new Error('nothing was refused');
}
