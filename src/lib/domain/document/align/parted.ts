/**
 * Step 10: finds parts that no longer stand with the rest of their paragraph, and what went into a
 * paragraph elsewhere. They are rows of their own, which name that paragraph: a reader sees each
 * where it stands, and no comment is carried to it.
 */
import { RUN_LENGTH, type Tie } from './kept-runs.ts';
import type { Work } from './matching.ts';
import type { Row } from './row.ts';
import type { Twins } from './twins.ts';
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

/** Returns whether two blocks are alike since one is a part of the other, which is no doubt. */
export function isPartedPair(parted: Parted, { from, to }: Twins): boolean {
  return parted.from.get(from) === to || parted.to.get(to) === from;
}

/** Returns the parts that stand elsewhere of each row that has some. */
export function partsByRow(parted: Parted, byFrom: readonly Row[], byTo: readonly Row[]) {
  const found = new Map<Row, { from: number[]; to: number[] }>();
  const partsOf = (row: Row) => {
    const known = found.get(row) ?? { from: [], to: [] };
    found.set(row, known);
    return known;
  };
  for (const [part, whole] of parted.from) partsOf(byTo[whole]!).from.push(part);
  for (const [part, whole] of parted.to) partsOf(byFrom[whole]!).to.push(part);
  for (const { from, to } of found.values()) {
    from.sort((one, other) => one - other);
    to.sort((one, other) => one - other);
  }
  return found;
}
