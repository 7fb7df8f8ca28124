import { expect, test } from 'vitest';
import { cutPages, nearest, type PageEntry } from './paging.ts';

const limits = { changes: 3, entries: 5, bytes: 100 };
const change: PageEntry = { counts: true, bytes: 10 };
const same: PageEntry = { counts: false, bytes: 10 };
const many = (entry: PageEntry, count: number) => Array.from({ length: count }, () => entry);

test('each entry stands on one page, in order, and the changes are counted through', () => {
  const entries = [...many(change, 7), ...many(same, 12), change];
  const pages = cutPages(entries, limits);
  const { pages: count } = pages.at({});
  const all = Array.from({ length: count }, (_, at) => pages.at({ page: at + 1 }));
  expect(all.flatMap(({ start, end }) => range(start, end))).toEqual(range(0, entries.length));
  expect(all.flatMap(({ first, last }) => range(first, last + 1))).toEqual(range(1, 9));
  for (const { start, end, total } of all) {
    const shown = entries.slice(start, end);
    expect(shown.length).toBeLessThanOrEqual(limits.entries);
    expect(shown.filter(({ counts }) => counts).length).toBeLessThanOrEqual(limits.changes);
    expect(total).toBe(8);
  }
});

test('a change leads to the page that holds it, also past pages without any', () => {
  const pages = cutPages([...many(change, 4), ...many(same, 12), ...many(change, 2)], limits);
  for (const number of range(1, 7)) {
    const { first, last } = pages.at({ change: number });
    expect(first).toBeLessThanOrEqual(number);
    expect(last).toBeGreaterThanOrEqual(number);
  }
});

test('a heavy entry ends the page, and one that is heavier than a page stands alone', () => {
  const heavy = { counts: true, bytes: 1000 };
  const pages = cutPages([change, heavy, change, { counts: true, bytes: 95 }], limits);
  const starts = range(1, 5).map((page) => pages.at({ page }).start);
  expect(starts).toEqual([0, 1, 2, 3]);
  expect(range(0, 4).map(pages.numberOf)).toEqual([1, 2, 3, 4]);
});

test('the next page is told of with as many as it holds', () => {
  const pages = cutPages(many(change, 7), limits);
  expect(range(1, 4).map((page) => pages.at({ page }).next)).toEqual([3, 1, 0]);
});

test('a page or a change that is not there gives the nearest, and nothing is one empty page', () => {
  const pages = cutPages(many(change, 7), limits);
  expect(pages.at({ page: 99 }).number).toBe(3);
  expect(pages.at({ change: 99 }).number).toBe(3);
  expect(pages.at({ page: null }).number).toBe(1);
  expect(cutPages([], limits).at({})).toMatchObject({ pages: 1, start: 0, end: 0, total: 0 });
});

test('of many choices the nearest are given, in their order', () => {
  const ten = range(0, 10);
  expect(nearest(ten, 5, 4)).toEqual([3, 4, 5, 6]);
  expect(nearest(ten, 0, 4)).toEqual([0, 1, 2, 3]);
  expect(nearest(ten, 10, 4)).toEqual([6, 7, 8, 9]);
  expect(nearest(ten, 3, 50)).toEqual(ten);
});

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
