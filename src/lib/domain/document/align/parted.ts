/**
 * Step 10: finds parts that no longer stand with the rest of their paragraph, and what went into a
 * paragraph elsewhere. They are rows of their own, which name that paragraph: a reader sees each
 * where it stands, and no comment is carried to it.
 */
import type { Tie } from './kept-runs.ts';
import type { Match, Work } from './matching.ts';
import { joined, type Worded } from './vocabulary.ts';

/** The share of a part that must be words of the whole, */
const LEAST_OF_PART = 0.75;
/** and the share that none of the whole's other parts has. */
const LEAST_OF_ITS_OWN = 0.5;

/** By place of an unmatched block: the place on the other side of the paragraph whose words it has. */
export interface Parted {
  readonly from: ReadonlyMap<number, number>;
  readonly to: ReadonlyMap<number, number>;
}

/** Returns what the ties of kept sentences say of blocks that are left without a match. */
export function partedBlocks(work: Work, ties: readonly Tie[]): Parted {
  const { ofFrom, ofTo } = work.matching;
  const parted = { from: new Map<number, number>(), to: new Map<number, number>() };
  for (const { from, to, isOwn } of ties) {
    const [left, right] = [ofFrom[from], ofTo[to]];
    if (!isOwn || !work.matching.mayMatch(from, to)) continue;
    if (left && !right && !parted.to.has(to) && isPart(work, 'to', to, from, left))
      parted.to.set(to, from);
    if (right && !left && !parted.from.has(from) && isPart(work, 'from', from, to, right))
      parted.from.set(from, to);
  }
  return parted;
}

/** Returns whether most of the block at `place` is words of the whole, which its match has not. */
function isPart(
  { vocabulary, comparer }: Work,
  side: 'from' | 'to',
  place: number,
  wholePlace: number,
  made: Match
): boolean {
  if (made[side].length === 0) return false;
  const whole = vocabulary[side === 'from' ? 'to' : 'from'][wholePlace]!;
  const part = vocabulary[side][place]!;
  if (comparer.common(part, whole) < LEAST_OF_PART * part.weight) return false;
  const read = (places: readonly number[]): Worded =>
    joined(places.map((at) => vocabulary[side][at]!));
  const places = [...made[side], place].sort((one, other) => one - other);
  const gain = comparer.common(read(places), whole) - comparer.common(read(made[side]), whole);
  return gain >= LEAST_OF_ITS_OWN * part.weight;
}
