/**
 * How alike blocks are in three-letter pieces. It means little by itself: how much two unrelated
 * blocks of these very texts have in common is told beside it, as noise.
 */
import type { Block } from '../block.ts';
import { BUCKETS, readGrams, type Grams } from './grams.ts';
import type { Match, Matching } from './matching.ts';
import { noiseOf, usual } from './noise.ts';

type Places = readonly number[];

export interface GramComparer {
  /** In pieces' weights. */
  common(from: Places, to: Places): number;
  /** 0 to 1: twice what is common, of what both weigh. */
  alike(from: Places, to: Places): number;
  /** How alike blocks like these are to blocks that have nothing to do with them. */
  noise(from: Places, to: Places): number;
  weightOf(side: 'from' | 'to', places: Places): number;
}

/** Reads what is not matched yet, and of the rest enough to know what is common. */
export function gramComparer(
  from: readonly Block[],
  to: readonly Block[],
  { ofFrom, ofTo }: Matching
): GramComparer {
  const [fromPlaces, toPlaces] = [placesToRead(ofFrom), placesToRead(ofTo)];
  const { grams, weights } = readGrams([
    ...fromPlaces.map((at) => from[at]!.text),
    ...toPlaces.map((at) => to[at]!.text)
  ]);
  const sides = {
    from: byPlace(fromPlaces, grams),
    to: byPlace(toPlaces, grams.slice(fromPlaces.length))
  };
  const overlap = overlapper(weights);
  const ofPairs = new Map<number, number>();

  function common(left: Places, right: Places): number {
    if (left.length + right.length > 2) return commonOf(left, right);
    const pair = left[0]! * to.length + right[0]!;
    const known = ofPairs.get(pair);
    const measured = known ?? commonOf(left, right);
    if (known === undefined) ofPairs.set(pair, measured);
    return measured;
  }

  function commonOf(left: Places, right: Places): number {
    const [one, other] = [gramsAt(sides.from, left), gramsAt(sides.to, right)];
    return left.length > 1 ? overlap(other, one) : overlap(one, other);
  }

  function alike(left: Places, right: Places): number {
    const weight = weightOf('from', left) + weightOf('to', right);
    return weight === 0 ? 0 : (2 * common(left, right)) / weight;
  }

  const noiseOfFrom = noiseOf(sides.from, sides.to, weights);
  const noiseOfTo = noiseOf(sides.to, sides.from, weights);
  let everywhere: number | undefined;

  function noise(left: Places, right: Places): number {
    everywhere ??= usual([...noiseOfFrom.ofSample(), ...noiseOfTo.ofSample()]);
    const one = Math.max(...left.map(noiseOfFrom.of));
    return (one * Math.max(...right.map(noiseOfTo.of))) / (everywhere || 1);
  }

  function weightOf(side: 'from' | 'to', places: Places): number {
    return places.reduce((all, at) => all + sides[side].get(at)!.weight, 0);
  }

  return { common, alike, noise, weightOf };
}

/** So many blocks a side, beside those not matched, tell well enough which pieces are common. */
const MOST_KNOWN = 48;

function placesToRead(matches: readonly (Match | undefined)[]): number[] {
  const step = Math.max(1, Math.floor(matches.length / MOST_KNOWN));
  return [...matches.keys()].filter((at) => !matches[at] || at % step === 0);
}

function byPlace(places: Places, grams: readonly Grams[]): ReadonlyMap<number, Grams> {
  return new Map(places.map((at, n) => [at, grams[n]!]));
}

function gramsAt(side: ReadonlyMap<number, Grams>, places: Places): Grams[] {
  return places.map((at) => side.get(at)!);
}

/** What the pieces weigh that two groups of blocks have in common. */
function overlapper(weights: Int32Array) {
  const counts = new Int32Array(BUCKETS);
  let held: readonly Grams[] = [];

  /** Counts the pieces of these blocks, unless they are those counted last. */
  function hold(blocks: readonly Grams[]): void {
    if (blocks.length === held.length && blocks.every((it, at) => it === held[at])) return;
    for (const block of held) clear(block, counts);
    for (const block of blocks) count(block, counts);
    held = blocks;
  }

  return (ones: readonly Grams[], others: readonly Grams[]): number => {
    hold(ones);
    let all = 0;
    for (const block of others) all += take(block, weights, counts);
    for (const block of others) count(block, counts);
    return all;
  };
}

function count({ pieces, start, end }: Grams, counts: Int32Array): void {
  for (let at = start; at < end; at++) counts[pieces[at]!]!++;
}

function clear({ pieces, start, end }: Grams, counts: Int32Array): void {
  for (let at = start; at < end; at++) counts[pieces[at]!] = 0;
}

/** What the pieces weigh that are counted; each is taken off the count. */
function take({ pieces, start, end }: Grams, weights: Int32Array, counts: Int32Array): number {
  let all = 0;
  for (let at = start; at < end; at++) {
    const piece = pieces[at]!;
    if (counts[piece]! > 0) all += weights[piece]!;
    counts[piece]!--;
  }
  return all;
}
