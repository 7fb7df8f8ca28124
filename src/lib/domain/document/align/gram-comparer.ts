/**
 * How alike blocks are in three-letter pieces. It means little by itself: how much two unrelated
 * blocks of these very texts have in common is told beside it, as noise.
 */
import type { Block } from '../block.ts';
import { BUCKETS, gramsOf, weigh, type Grams } from './grams.ts';
import type { Match, Matching } from './matching.ts';
import { noiseOf, usual } from './noise.ts';

type Places = readonly number[];

export interface GramComparer {
  /** In pieces' weights. */
  common(old: Places, revised: Places): number;
  /** 0 to 1: twice what is common, of what both weigh. */
  alike(old: Places, revised: Places): number;
  /** How alike blocks like these are to blocks that have nothing to do with them. */
  noise(old: Places, revised: Places): number;
  weightOf(side: 'old' | 'new', places: Places): number;
}

/** Reads what is not matched yet, and of the rest enough to know what is common. */
export function gramComparer(
  old: readonly Block[],
  revised: readonly Block[],
  { ofOld, ofNew }: Matching
): GramComparer {
  const sides = { old: readSide(old, ofOld), new: readSide(revised, ofNew) };
  const weights = weigh([...sides.old, ...sides.new].filter((it) => it !== undefined));
  const overlap = overlapper(weights);
  const ofPairs = new Map<number, number>();

  function common(left: Places, right: Places): number {
    if (left.length + right.length > 2) return commonOf(left, right);
    const pair = left[0]! * revised.length + right[0]!;
    const known = ofPairs.get(pair);
    const measured = known ?? commonOf(left, right);
    if (known === undefined) ofPairs.set(pair, measured);
    return measured;
  }

  function commonOf(left: Places, right: Places): number {
    const [one, other] = [gramsAt(sides.old, left), gramsAt(sides.new, right)];
    return left.length > 1 ? overlap(other, one) : overlap(one, other);
  }

  function alike(left: Places, right: Places): number {
    const weight = weightOf('old', left) + weightOf('new', right);
    return weight === 0 ? 0 : (2 * common(left, right)) / weight;
  }

  const noiseOfOld = noiseOf(sides.old, sides.new, weights);
  const noiseOfNew = noiseOf(sides.new, sides.old, weights);
  let everywhere: number | undefined;

  function noise(left: Places, right: Places): number {
    everywhere ??= usual([...noiseOfOld.ofSample(), ...noiseOfNew.ofSample()]);
    const one = Math.max(...left.map(noiseOfOld.of));
    return (one * Math.max(...right.map(noiseOfNew.of))) / (everywhere || 1);
  }

  function weightOf(side: 'old' | 'new', places: Places): number {
    return places.reduce((all, at) => all + sides[side][at]!.weight, 0);
  }

  return { common, alike, noise, weightOf };
}

/** So many blocks a side, beside those not matched, tell well enough which pieces are common. */
const MOST_KNOWN = 48;

function readSide(blocks: readonly Block[], matches: readonly (Match | undefined)[]) {
  const step = Math.max(1, Math.floor(blocks.length / MOST_KNOWN));
  return blocks.map((it, at) => (matches[at] && at % step !== 0 ? undefined : gramsOf(it)));
}

function gramsAt(side: readonly (Grams | undefined)[], places: Places): Grams[] {
  return places.map((at) => side[at]!);
}

/** What the pieces weigh that two groups of blocks have in common. */
function overlapper(weights: Int32Array) {
  const counts = new Int16Array(BUCKETS);
  let held: readonly Grams[] = [];

  /** Counts the pieces of these blocks, unless they are those counted last. */
  function hold(blocks: readonly Grams[]): void {
    if (blocks.length === held.length && blocks.every((it, at) => it === held[at])) return;
    for (const { pieces } of held) clear(pieces, counts);
    for (const { pieces } of blocks) count(pieces, counts);
    held = blocks;
  }

  return (ones: readonly Grams[], others: readonly Grams[]): number => {
    hold(ones);
    let all = 0;
    for (const { pieces } of others) all += take(pieces, weights, counts);
    for (const { pieces } of others) count(pieces, counts);
    return all;
  };
}

function count(pieces: Uint16Array, counts: Int16Array): void {
  for (let at = 0; at < pieces.length; at++) counts[pieces[at]!]!++;
}

function clear(pieces: Uint16Array, counts: Int16Array): void {
  for (let at = 0; at < pieces.length; at++) counts[pieces[at]!] = 0;
}

/** What the pieces weigh that are counted; each is taken off the count. */
function take(pieces: Uint16Array, weights: Int32Array, counts: Int16Array): number {
  let all = 0;
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!;
    if (counts[piece]! > 0) all += weights[piece]!;
    counts[piece]!--;
  }
  return all;
}
