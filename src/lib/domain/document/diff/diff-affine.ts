import type { Keys, Stretch } from './diff-runs.ts';

/**
 * What a change costs: so much for its old side and so much for its new one, however long they are.
 * A lone "og" (5) or comma (4) between two rewordings weighs less than the two sides it costs (6)
 * and is absorbed; a longer word (8) is kept, and so is an "og" between two insertions.
 * On 4,000 generated revisions this does better than a plain longest common sequence (tests/bench).
 */
const SIDE_OF_A_CHANGE = 3;

const IMPOSSIBLE = -1_000_000_000;

// A cell's trace: where the best way to a pair, a deletion and an insertion came from.
const PAIR_AFTER_DELETION = 1;
const PAIR_AFTER_INSERTION = 2;
const DELETION_GOES_ON = 4;
const INSERTION_AFTER_DELETION = 8;
const INSERTION_GOES_ON = 16;

/**
 * Pairs the tokens of a stretch so that the weight of what stays, less the cost of the changes, is
 * as large as it can be. Takes time and one byte of memory for each pair of tokens. Out come the
 * places of the pairs, old and new by turns, in order.
 * After O. Gotoh, "An improved algorithm for matching biological sequences" (1982), with pairs of
 * equal tokens only, and deletions before insertions.
 */
export function pairByWeight(keys: Keys, weights: readonly number[], stretch: Stretch): number[] {
  return followTrace(fillTrace(keys, weights, stretch), stretch);
}

interface Trace {
  readonly cells: Uint8Array;
  readonly endsWith: 'pair' | 'deletion' | 'insertion';
}

function fillTrace({ old, new: newer }: Keys, weights: readonly number[], stretch: Stretch): Trace {
  const { oldFrom, oldTo, newFrom, newTo } = stretch;
  const width = newTo - newFrom + 1;
  const cells = new Uint8Array((oldTo - oldFrom + 1) * width).fill(INSERTION_GOES_ON, 2, width);
  const pair = new Int32Array(width).fill(IMPOSSIBLE);
  const deletion = new Int32Array(width).fill(IMPOSSIBLE);
  const insertion = new Int32Array(width).fill(-SIDE_OF_A_CHANGE);
  pair[0] = 0;
  insertion[0] = IMPOSSIBLE;

  for (let row = 1; row <= oldTo - oldFrom; row++) {
    const key = old[oldFrom + row - 1]!;
    let cornerPair = pair[0]!;
    let cornerDeletion = deletion[0]!;
    let cornerInsertion = insertion[0]!;
    let leftPair = IMPOSSIBLE;
    let leftDeletion = -SIDE_OF_A_CHANGE;
    let leftInsertion = IMPOSSIBLE;
    pair[0] = leftPair;
    deletion[0] = leftDeletion;
    let cell = row * width;
    cells[cell] = row > 1 ? DELETION_GOES_ON : 0;

    for (let column = 1; column < width; column++) {
      const abovePair = pair[column]!;
      const aboveDeletion = deletion[column]!;
      const aboveInsertion = insertion[column]!;
      let from = 0;

      let bestPair = IMPOSSIBLE;
      if (newer[newFrom + column - 1] === key) {
        bestPair = cornerPair;
        if (cornerDeletion > bestPair) {
          bestPair = cornerDeletion;
          from = PAIR_AFTER_DELETION;
        }
        if (cornerInsertion > bestPair) {
          bestPair = cornerInsertion;
          from = PAIR_AFTER_INSERTION;
        }
        bestPair += weights[key]!;
      }

      let bestInsertion = leftInsertion;
      if (leftPair - SIDE_OF_A_CHANGE > bestInsertion) bestInsertion = leftPair - SIDE_OF_A_CHANGE;
      else from |= INSERTION_GOES_ON;
      if (leftDeletion - SIDE_OF_A_CHANGE > bestInsertion) {
        bestInsertion = leftDeletion - SIDE_OF_A_CHANGE;
        from = (from & ~INSERTION_GOES_ON) | INSERTION_AFTER_DELETION;
      }

      let bestDeletion = abovePair - SIDE_OF_A_CHANGE;
      if (aboveDeletion >= bestDeletion) {
        bestDeletion = aboveDeletion;
        from |= DELETION_GOES_ON;
      }

      cells[++cell] = from;
      cornerPair = abovePair;
      cornerDeletion = aboveDeletion;
      cornerInsertion = aboveInsertion;
      pair[column] = leftPair = bestPair;
      deletion[column] = leftDeletion = bestDeletion;
      insertion[column] = leftInsertion = bestInsertion;
    }
  }
  return { cells, endsWith: best(pair[width - 1]!, deletion[width - 1]!, insertion[width - 1]!) };
}

function best(pair: number, deletion: number, insertion: number): Trace['endsWith'] {
  if (pair >= deletion && pair >= insertion) return 'pair';
  return deletion >= insertion ? 'deletion' : 'insertion';
}

function followTrace({ cells, endsWith }: Trace, stretch: Stretch): number[] {
  const width = stretch.newTo - stretch.newFrom + 1;
  const pairs: number[] = [];
  let row = stretch.oldTo - stretch.oldFrom;
  let column = width - 1;
  let step = endsWith;
  while (row > 0 || column > 0) {
    const cell = cells[row * width + column]!;
    if (step === 'pair') {
      pairs.push(stretch.newFrom + column - 1, stretch.oldFrom + row - 1);
      row--;
      column--;
      if (cell & PAIR_AFTER_DELETION) step = 'deletion';
      else if (cell & PAIR_AFTER_INSERTION) step = 'insertion';
    } else if (step === 'deletion') {
      row--;
      if (!(cell & DELETION_GOES_ON)) step = 'pair';
    } else {
      column--;
      if (cell & INSERTION_AFTER_DELETION) step = 'deletion';
      else if (!(cell & INSERTION_GOES_ON)) step = 'pair';
    }
  }
  return pairs.reverse();
}
