import { expect, test } from 'vitest';
import { changeAfter } from './stepping.ts';

const page = { first: 4, last: 6, hasBefore: true, hasAfter: true };
const only = { ...page, hasBefore: false, hasAfter: false };

test('the first step forward leads to the first change, and each next to the one after it', () => {
  expect([3.5, 4, 5].map((at) => changeAfter(at, 1, page))).toEqual([4, 5, 6]);
  expect([6, 5].map((at) => changeAfter(at, -1, page))).toEqual([5, 4]);
});

test('a step past the ends leads to the page before or after', () => {
  expect([changeAfter(4, -1, page), changeAfter(6, 1, page)]).toEqual(['before', 'after']);
  expect(changeAfter(3.5, -1, page)).toBe('before');
});

test('a step past the ends of the only page stays at its end', () => {
  expect([changeAfter(4, -1, only), changeAfter(6, 1, only)]).toEqual([4, 6]);
});

test('without changes a step leads nowhere', () => {
  expect(changeAfter(0.5, 1, { ...only, first: 1, last: 0 })).toBeNull();
});
