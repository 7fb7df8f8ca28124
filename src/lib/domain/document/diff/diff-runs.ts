import { pairByWeight } from './diff-affine.ts';
import { findAnchors } from './diff-anchors.ts';
import type { Side, Vocabulary } from './diff-side.ts';

/** A run of tokens that are the same on both sides. */
export interface Run {
  old: number;
  new: number;
  length: number;
}

/** A part of both sides, by token. */
export interface Stretch {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** The two sides' tokens. */
export interface Keys {
  readonly old: Int32Array;
  readonly new: Int32Array;
}

/** What may still be spent on finding runs, by all the texts that are compared. */
export interface Budget {
  steps: number;
}

interface Search extends Keys {
  readonly weights: readonly number[];
  readonly budget: Budget;
  readonly runs: Run[];
}

/** At most this many pairs of tokens are weighed at once: 700 words against 700, in about 3 ms, */
const MOST_CELLS = 500_000;
/**
 * and at most this share of what may still be spent: after many long rewrites less is weighed and
 * more is cut at anchors, and no paragraph is the first that gets nothing.
 */
const MOST_OF_BUDGET = 1 / 32;

/** So many steps, about a quarter of a second, for all the paragraphs of two versions. */
export function newBudget(): Budget {
  return { steps: 32_000_000 };
}

/** The runs that two sides share, in order, from a run at the start to one at the end (maybe empty). */
export function findRuns(old: Side, newer: Side, { weights }: Vocabulary, budget: Budget): Run[] {
  const runs: Run[] = [{ old: 0, new: 0, length: 0 }];
  const search: Search = { old: old.keys, new: newer.keys, weights, budget, runs };
  solve(search, { oldFrom: 0, oldTo: old.length, newFrom: 0, newTo: newer.length });
  const last = runs.at(-1)!;
  const reachesEnd =
    last.old + last.length === old.length && last.new + last.length === newer.length;
  if (!reachesEnd || runs.length === 1)
    runs.push({ old: old.length, new: newer.length, length: 0 });
  return runs;
}

/** Finds the runs of a stretch: what its ends share first, then what stands between. */
function solve(search: Search, stretch: Stretch): void {
  let { oldFrom, oldTo, newFrom, newTo } = stretch;
  while (oldFrom < oldTo && newFrom < newTo && search.old[oldFrom] === search.new[newFrom]) {
    oldFrom++;
    newFrom++;
  }
  while (oldFrom < oldTo && newFrom < newTo && search.old[oldTo - 1] === search.new[newTo - 1]) {
    oldTo--;
    newTo--;
  }
  addRun(search, stretch.oldFrom, stretch.newFrom, oldFrom - stretch.oldFrom);
  solveMiddle(search, { oldFrom, oldTo, newFrom, newTo });
  addRun(search, oldTo, newTo, stretch.oldTo - oldTo);
}

function solveMiddle(search: Search, stretch: Stretch): void {
  const height = stretch.oldTo - stretch.oldFrom;
  const width = stretch.newTo - stretch.newFrom;
  if (height === 0 || width === 0) return;
  const { budget } = search;
  const isSmall = height * width <= Math.min(MOST_CELLS, budget.steps * MOST_OF_BUDGET);
  budget.steps -= isSmall ? height * width : height + width;
  if (budget.steps < 0) return;
  if (isSmall) solveByWeight(search, stretch);
  else solveBetweenAnchors(search, stretch);
}

function solveByWeight(search: Search, stretch: Stretch): void {
  const pairs = pairByWeight(search, search.weights, stretch);
  for (let at = 0; at < pairs.length; at += 2) addRun(search, pairs[at]!, pairs[at + 1]!, 1);
}

/** What has no anchor is left as rewritten: nothing in it binds the sides. */
function solveBetweenAnchors(search: Search, stretch: Stretch): void {
  const anchors = findAnchors(search, stretch);
  let { oldFrom, newFrom } = stretch;
  for (const { old, new: newer } of anchors) {
    solve(search, { oldFrom, oldTo: old, newFrom, newTo: newer });
    addRun(search, old, newer, 1);
    oldFrom = old + 1;
    newFrom = newer + 1;
  }
  if (anchors.length === 0) return;
  solve(search, { oldFrom, oldTo: stretch.oldTo, newFrom, newTo: stretch.newTo });
}

/** Adds a run; one that goes on where the last one ended lengthens it. */
function addRun({ runs }: Search, old: number, newer: number, length: number): void {
  if (length === 0) return;
  const last = runs.at(-1)!;
  const goesOn = last.old + last.length === old && last.new + last.length === newer;
  if (goesOn) last.length += length;
  else runs.push({ old, new: newer, length });
}
