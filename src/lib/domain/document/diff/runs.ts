/** Step 2 of the word diff: finds the runs of tokens that both sides share. */
import { pairByWeight } from './affine.ts';
import type { Side, Vocabulary } from './side.ts';

/** Tokens in a row that are the same on both sides; `from` and `to` are where they begin. */
export interface Run {
  from: number;
  to: number;
  length: number;
}

/** A part of both sides, by token: the first one, and the one after the last. */
export interface Stretch {
  readonly fromStart: number;
  readonly fromEnd: number;
  readonly toStart: number;
  readonly toEnd: number;
}

/** The keys of both sides' tokens. */
export interface Keys {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** How many steps may still be spent on finding runs, shared by all texts that are compared. */
export interface Budget {
  steps: number;
}

interface Search extends Keys {
  readonly weights: readonly number[];
  readonly budget: Budget;
  readonly runs: Run[];
}

/** At most this many pairs of tokens are weighed at once: 700 words against 700, in about 3 ms. */
const MOST_CELLS = 500_000;

/**
 * At most this share of the budget that is left is spent on one stretch, so that no paragraph is the
 * first to get nothing: after many long rewrites less is weighed and more is cut at anchors.
 */
const MOST_OF_BUDGET = 1 / 32;

/** Returns a budget of about a quarter of a second, enough for all paragraphs of two versions. */
export function newBudget(): Budget {
  return { steps: 32_000_000 };
}

/**
 * Returns the runs that two sides share, in order. The first begins at the start of both sides and
 * the last ends at the end of both; these two may be empty.
 */
export function findRuns(from: Side, to: Side, { weights }: Vocabulary, budget: Budget): Run[] {
  const runs: Run[] = [{ from: 0, to: 0, length: 0 }];
  const search: Search = { from: from.keys, to: to.keys, weights, budget, runs };
  solve(search, { fromStart: 0, fromEnd: from.length, toStart: 0, toEnd: to.length });
  const last = runs.at(-1)!;
  const reachesEnd = goesOn(last, from.length, to.length);
  if (!reachesEnd || runs.length === 1) runs.push({ from: from.length, to: to.length, length: 0 });
  return runs;
}

/** Adds the runs of a stretch: what its ends share, and what is between them. */
function solve(search: Search, stretch: Stretch): void {
  const { from, to } = search;
  let { fromStart, fromEnd, toStart, toEnd } = stretch;
  while (fromStart < fromEnd && toStart < toEnd && from[fromStart] === to[toStart]) {
    fromStart++;
    toStart++;
  }
  while (fromStart < fromEnd && toStart < toEnd && from[fromEnd - 1] === to[toEnd - 1]) {
    fromEnd--;
    toEnd--;
  }
  addRun(search, stretch.fromStart, stretch.toStart, fromStart - stretch.fromStart);
  solveMiddle(search, { fromStart, fromEnd, toStart, toEnd });
  addRun(search, fromEnd, toEnd, stretch.fromEnd - fromEnd);
}

function solveMiddle(search: Search, stretch: Stretch): void {
  const height = stretch.fromEnd - stretch.fromStart;
  const width = stretch.toEnd - stretch.toStart;
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

/** Adds the runs of a stretch that is cut at its anchors; without any it is left as rewritten. */
function solveBetweenAnchors(search: Search, stretch: Stretch): void {
  const anchors = findAnchors(search, stretch);
  let { fromStart, toStart } = stretch;
  for (const { from, to } of anchors) {
    solve(search, { fromStart, fromEnd: from, toStart, toEnd: to });
    addRun(search, from, to, 1);
    fromStart = from + 1;
    toStart = to + 1;
  }
  if (anchors.length === 0) return;
  solve(search, { ...stretch, fromStart, toStart });
}

/** Adds a run, or lengthens the last one if the run continues it. */
function addRun({ runs }: Search, from: number, to: number, length: number): void {
  if (length === 0) return;
  const last = runs.at(-1)!;
  if (goesOn(last, from, to)) last.length += length;
  else runs.push({ from, to, length });
}

function goesOn(run: Run, from: number, to: number): boolean {
  return run.from + run.length === from && run.to + run.length === to;
}

/** A place on each side at which the same window of tokens begins. */
interface Anchor {
  readonly from: number;
  readonly to: number;
}

/** Sizes of window, tried in turn: four tokens are seldom the same by chance, one is a last resort. */
const WINDOWS = [4, 1];

/**
 * Returns where a stretch that is too large to weigh can be cut, in order; nothing if it has no
 * window of tokens that is once on each side. After Bram Cohen's patience diff, with windows of
 * tokens in place of lines.
 */
function findAnchors(keys: Keys, stretch: Stretch): Anchor[] {
  for (const size of WINDOWS) {
    const anchors = longestInOrder(commonWindows(keys, stretch, size));
    if (anchors.length > 0) return anchors;
  }
  return [];
}

/** Returns the windows of `size` tokens that are once on each side, in the order of `from`. */
function commonWindows({ from, to }: Keys, stretch: Stretch, size: number): Anchor[] {
  const inFrom = uniqueWindows(from, stretch.fromStart, stretch.fromEnd, size);
  const inTo = uniqueWindows(to, stretch.toStart, stretch.toEnd, size);
  const anchors: Anchor[] = [];
  for (const [hash, at] of inFrom) {
    const other = inTo.get(hash);
    if (at < 0 || other === undefined || other < 0) continue;
    if (isSameWindow(from, at, to, other, size)) anchors.push({ from: at, to: other });
  }
  return anchors;
}

/** Returns for the hash of each window where it begins, or -1 if it occurs more than once. */
function uniqueWindows(
  keys: Int32Array,
  start: number,
  end: number,
  size: number
): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = start; at + size <= end; at++) {
    let hash = 0;
    for (let i = 0; i < size; i++) hash = (Math.imul(hash, HASH_FACTOR) + keys[at + i]!) | 0;
    places.set(hash, places.has(hash) ? -1 : at);
  }
  return places;
}

/** The odd number nearest to 2^32 divided by the golden ratio, which spreads keys evenly (Knuth). */
const HASH_FACTOR = 0x9e3779b1;

function isSameWindow(
  from: Int32Array,
  at: number,
  to: Int32Array,
  other: number,
  size: number
): boolean {
  for (let i = 0; i < size; i++) if (from[at + i] !== to[other + i]) return false;
  return true;
}

/** Returns the most anchors that are in the same order on both sides (patience sorting). */
function longestInOrder(anchors: readonly Anchor[]): Anchor[] {
  const tops: number[] = [];
  const previous = new Int32Array(anchors.length);
  anchors.forEach(({ to }, index) => {
    let low = 0;
    for (let high = tops.length; low < high;) {
      const middle = (low + high) >> 1;
      if (anchors[tops[middle]!]!.to < to) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? tops[low - 1]! : -1;
    tops[low] = index;
  });
  const chosen: Anchor[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = previous[at]!) chosen.push(anchors[at]!);
  return chosen.reverse();
}
