import { commonInOrder } from './in-order.ts';
import type { Vocabulary } from './vocabulary.ts';
import { lengthOf, type Worded } from './worded.ts';

export interface Comparer {
  /** In the vocabulary's weights: half of it in any order, half in the order of both. */
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
