import { lengthOf, type Worded } from './worded.ts';

/**
 * Longest common subsequence by weight (Wagner and Fischer 1974), one row at a time, after setting
 * aside what both begin and end with.
 */
export function commonInOrder(one: Worded, other: Worded, weights: Int32Array): number {
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
