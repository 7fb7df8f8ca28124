import type { Vocabulary, Worded } from './vocabulary.ts';

/** How much two blocks have in common, in the vocabulary's weights. */
export interface Common {
  /** In any order. */
  readonly bag: number;
  /** In the order of both: at most the bag. */
  readonly ordered: number;
}

export interface Comparer {
  common(one: Worded, other: Worded): number;
  /** 0 to 1: twice what is common, of what both weigh. */
  alike(one: Worded, other: Worded): number;
}

/**
 * Cells of the table of all words by all words that one alignment may fill: some 50 ms. Beyond it
 * order is no longer looked at, so that no input takes longer than its size deserves.
 */
const MOST_CELLS = 20_000_000;
/** One pair of blocks may fill at most so many: two of a thousand words. */
const MOST_CELLS_A_PAIR = 1_000_000;

/** Where so little is common (a tenth of either) its order does not matter. */
const HARDLY = 20;
/**
 * Less alike than this is as good as not at all. A huge block and a small one cannot be more, so
 * that nobody reads the huge one again for each of a thousand small ones.
 */
const NOT_ALIKE = 0.05;

/** Compares blocks by rare words and their order; the same whichever side comes first. */
export function comparer({ weights }: Vocabulary): Comparer {
  const counts = new Int32Array(weights.length);
  let cellsLeft = MOST_CELLS;

  function common(one: Worded, other: Worded): number {
    const bag = commonBag(one, other, weights, counts);
    const cells = lengthOf(one) * lengthOf(other);
    if (bag * HARDLY < one.weight + other.weight) return bag;
    if (cells > MOST_CELLS_A_PAIR || cells > cellsLeft) return bag;
    cellsLeft -= cells;
    return (bag + commonInOrder(one, other, weights)) / 2;
  }

  function alike(one: Worded, other: Worded): number {
    const weight = one.weight + other.weight;
    if (2 * Math.min(one.weight, other.weight) <= NOT_ALIKE * weight) return 0;
    return (2 * common(one, other)) / weight;
  }

  return { common, alike };
}

/** How many words. */
export function lengthOf({ start, end }: Worded): number {
  return end - start;
}

/** `counts` is all zero before and after. */
function commonBag(one: Worded, other: Worded, weights: Int32Array, counts: Int32Array): number {
  count(one.words, one, counts);
  count(one.stems, one, counts);
  const sum = take(other.words, other, weights, counts) + take(other.stems, other, weights, counts);
  clear(one.words, one, counts);
  clear(one.stems, one, counts);
  clear(other.words, other, counts);
  clear(other.stems, other, counts);
  return sum;
}

function count(numbers: Int32Array, { start, end }: Worded, counts: Int32Array): void {
  for (let at = start; at < end; at++) counts[numbers[at]!]!++;
}

function clear(numbers: Int32Array, { start, end }: Worded, counts: Int32Array): void {
  for (let at = start; at < end; at++) counts[numbers[at]!] = 0;
}

function take(
  numbers: Int32Array,
  { start, end }: Worded,
  weights: Int32Array,
  counts: Int32Array
): number {
  let sum = 0;
  for (let at = start; at < end; at++) {
    const number = numbers[at]!;
    if (counts[number]! > 0) sum += weights[number]!;
    counts[number]!--;
  }
  return sum;
}

/**
 * Longest common subsequence by weight (Wagner and Fischer 1974), one row at a time, after setting
 * aside what both begin and end with.
 */
function commonInOrder(one: Worded, other: Worded, weights: Int32Array): number {
  const most = Math.min(lengthOf(one), lengthOf(other));
  const weigh = (at: number) => weights[one.words[at]!]! + weights[one.stems[at]!]!;
  let aside = 0;
  let before = 0;
  for (; before < most; before++) {
    if (one.words[one.start + before] !== other.words[other.start + before]) break;
    aside += weigh(one.start + before);
  }
  let after = 0;
  for (; after < most - before; after++) {
    if (one.words[one.end - 1 - after] !== other.words[other.end - 1 - after]) break;
    aside += weigh(one.end - 1 - after);
  }
  return aside + commonWithin(one, other, before, after, weights);
}

/** Without so many words before and after. */
function commonWithin(
  one: Worded,
  other: Worded,
  before: number,
  after: number,
  weights: Int32Array
): number {
  const from = other.start + before;
  const width = other.end - after - from;
  if (row.length <= width) row = new Int32Array(2 * width + 1);
  row.fill(0, 0, width + 1);
  for (let i = one.start + before; i < one.end - after; i++) {
    const stem = one.stems[i]!;
    const word = one.words[i]!;
    const weight = weights[stem]!;
    let diagonal = 0;
    let left = 0;
    for (let j = 0; j < width; j++) {
      const above = row[j + 1]!;
      let best = above > left ? above : left;
      if (other.stems[from + j] === stem) {
        const isWord = other.words[from + j] === word;
        const both = diagonal + weight + (isWord ? weights[word]! : 0);
        if (both > best) best = both;
      }
      row[j + 1] = left = best;
      diagonal = above;
    }
  }
  return row[width]!;
}

/** Kept between comparisons: making one for each would cost more than filling it. */
let row = new Int32Array(512);

/** Several blocks read as one; without a copy where they were read one after another. */
export function joined(parts: readonly Worded[]): Worded {
  const [first, last] = [parts[0]!, parts.at(-1)!];
  if (parts.length === 1) return first;
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  const hash = parts.reduce((sum, part) => (sum + part.hash) % 2 ** 53, 0);
  const isRun = ({ words, start }: Worded, at: number) =>
    at === 0 || (words === first.words && start === parts[at - 1]!.end);
  if (parts.every(isRun)) return { ...first, end: last.end, weight, hash };
  const words = concatenate(parts.map(({ words, start, end }) => words.subarray(start, end)));
  const stems = concatenate(parts.map(({ stems, start, end }) => stems.subarray(start, end)));
  return { words, stems, start: 0, end: words.length, weight, hash };
}

function concatenate(arrays: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(arrays.reduce((length, array) => length + array.length, 0));
  let at = 0;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return all;
}
