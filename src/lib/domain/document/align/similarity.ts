/** How alike two blocks are: by their words, rare ones above all, and by the order of these. */
import { lengthOf, type Vocabulary, type Worded } from './vocabulary.ts';

/** Measures what two blocks have in common. */
export interface Comparer {
  /** Returns the weight of the words in common: the mean of that in any order and in order. */
  common(one: Worded, other: Worded): number;
  /** Returns the Sørensen–Dice coefficient, 0 to 1: twice what is common, of what both weigh. */
  alike(one: Worded, other: Worded): number;
  /** Returns the same, or 0 if it is less than `least`, which is mostly found out sooner. */
  alikeFrom(least: number, one: Worded, other: Worded): number;
}

/**
 * Cells of tables of words by words that one alignment may fill, about 50 ms. When they are used up,
 * the order of words no longer counts.
 */
const MOST_CELLS = 20_000_000;
/** Cells that one pair of blocks may fill: two blocks of a thousand words. */
const MOST_CELLS_A_PAIR = 1_000_000;

/** With less than a tenth in common (a twentieth of both weights) the order does not count. */
const HARDLY = 20;
/**
 * Blocks that cannot be more alike than this, since one is so much longer, are not compared: a huge
 * block would otherwise be read again for each of a thousand small ones.
 */
const NOT_ALIKE = 0.05;

/** Returns a comparer whose results do not depend on which block comes first. */
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

  function alikeFrom(least: number, one: Worded, other: Worded): number {
    const weight = one.weight + other.weight;
    if (2 * Math.min(one.weight, other.weight) < least * weight) return 0;
    if (2 * commonBag(one, other, weights, counts) < least * weight) return 0;
    const found = alike(one, other);
    return found < least ? 0 : found;
  }

  return { common, alike, alikeFrom };
}

/** Returns the weight of the words in common in any order. `counts` is all zero before and after. */
function commonBag(one: Worded, other: Worded, weights: Int32Array, counts: Int32Array): number {
  count(one.words, one, counts);
  count(one.stems, one, counts);
  const sum = take(other.words, other, weights, counts) + take(other.stems, other, weights, counts);
  for (const { words, stems, start, end } of [one, other]) {
    clear(words, { start, end }, counts);
    clear(stems, { start, end }, counts);
  }
  return sum;
}

/**
 * Returns the weight of the longest common subsequence of words (Wagner and Fischer 1974), where a
 * common stem counts too. The words that both begin and end with are counted without the table.
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

/** The same without the first `before` and the last `after` words; keeps one row of the table. */
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

/** The row of the table, kept between comparisons: making one costs more than filling it. */
let row = new Int32Array(512);

/*
 * What two multisets of numbers have in common is counted in three steps: count the numbers of one,
 * take those of the other, clear both. `counts` has a place for each number and is all zero between
 * two such counts.
 */

/** Numbers of words or of pieces of words. */
export type Numbers = Int32Array | Uint16Array;

/** The part of the numbers that belongs to one block. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** Adds one to the count of each number in the range, as often as it occurs. */
export function count(numbers: Numbers, { start, end }: Range, counts: Int32Array): void {
  for (let at = start; at < end; at++) counts[numbers[at]!]!++;
}

/** Returns the weight of the numbers in the range that are counted, and takes each off its count. */
export function take(
  numbers: Numbers,
  { start, end }: Range,
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

/** Sets the counts of the numbers in the range to zero. */
export function clear(numbers: Numbers, { start, end }: Range, counts: Int32Array): void {
  for (let at = start; at < end; at++) counts[numbers[at]!] = 0;
}
