import { expect, test } from 'vitest';
import { periodInWords, timeInWords } from './words.ts';

const now = new Date('2026-03-12T18:00:00Z');

test.each([
  ['a time of today has the hour', '2026-03-12T17:05:00Z', 'i dag kl. 18.05'],
  ['a little after midnight yesterday is already yesterday', '2026-03-10T23:30:00Z', 'i går'],
  ['a few days are counted', '2026-03-08T12:00:00Z', 'for 4 dage siden'],
  ['after a week it is the date', '2026-03-04T12:00:00Z', '4. marts'],
  ['a date in another year has the year', '2025-12-31T12:00:00Z', '31. december 2025'],
  ['a time in the future is a date', '2026-03-18T22:00:00Z', '18. marts']
])('%s', (_, at, words) => {
  expect(timeInWords(new Date(at), 'ago', 'da', now)).toBe(words);
});

test('without `now` the date has its year', () => {
  expect(timeInWords(now, 'ago', 'da')).toBe('12. marts 2026');
});

test('a closing time is by the Danish clock', () => {
  expect(timeInWords(new Date('2026-07-01T21:59:00Z'), 'moment', 'da', now)).toBe(
    '1. juli kl. 23.59'
  );
});

test('an English reader gets English words', () => {
  expect(timeInWords(new Date('2026-03-11T12:00:00Z'), 'ago', 'en', now)).toBe('yesterday');
  expect(timeInWords(new Date('2026-03-11T12:00:00Z'), 'moment', 'en', now)).toBe('11 March 13:00');
});

test('a period has its month once', () => {
  expect(
    periodInWords(new Date('2026-03-04T12:00:00Z'), new Date('2026-03-18T12:00:00Z'), 'da')
  ).toBe('4.–18. marts 2026');
});
