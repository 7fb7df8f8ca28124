/**
 * What two multisets of numbers have in common: count the numbers of one, take those of the other,
 * clear both. `counts` has a place for each number and is all zero in between.
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
