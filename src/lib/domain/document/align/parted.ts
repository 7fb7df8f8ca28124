/**
 * Step 10: finds parts that no longer stand with the rest of their paragraph, and what went into a
 * paragraph elsewhere. They are rows of their own, which name that paragraph: a reader sees each
 * where it stands, and no comment is carried to it.
 */
import { RUN_LENGTH, type Tie } from './kept-runs.ts';
import type { Work } from './matching.ts';
import { lengthOf, type Worded } from './vocabulary.ts';

/** The share of a part's runs of words that stand in the whole, and in no other block. */
const LEAST_OF_PART = 0.5;

/** By place of an unmatched block: the place on the other side of the paragraph whose words it has. */
export interface Parted {
  readonly from: ReadonlyMap<number, number>;
  readonly to: ReadonlyMap<number, number>;
}

/** Returns what the ties of kept sentences say of blocks that are left without a match. */
export function partedBlocks({ matching, vocabulary }: Work, ties: readonly Tie[]): Parted {
  const parted = { from: new Map<number, number>(), to: new Map<number, number>() };
  for (const { from, to, runs, isOwn } of ties) {
    const [left, right] = [matching.ofFrom[from], matching.ofTo[to]];
    if (!isOwn || !matching.mayMatch(from, to)) continue;
    const isPart = (part: Worded) => runs >= LEAST_OF_PART * (lengthOf(part) - RUN_LENGTH + 1);
    if (left && left.to.length > 0 && !right && isPart(vocabulary.to[to]!)) parted.to.set(to, from);
    if (right && right.from.length > 0 && !left && isPart(vocabulary.from[from]!))
      parted.from.set(from, to);
  }
  return parted;
}
