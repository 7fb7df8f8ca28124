/**
 * How alike blocks are in three-letter pieces. A likeness means little by itself, since texts on one
 * matter share many pieces: beside it is measured how alike blocks of these very texts are that have
 * nothing to do with one another, the noise.
 */
import type { Block } from '../block.ts';
import { BUCKETS, readGrams, type Grams } from './grams.ts';
import type { Match, Matching } from './matching.ts';
import { clear, count, take } from './similarity.ts';

type Places = readonly number[];

/** Compares blocks of both sides, by their places, in pieces of words. */
export interface GramComparer {
  /** Returns the weight of the pieces in common. */
  common(from: Places, to: Places): number;
  /** Returns the Sørensen–Dice coefficient, 0 to 1: twice what is common, of what both weigh. */
  alike(from: Places, to: Places): number;
  /** Returns how alike blocks like these are to blocks that have nothing to do with them. */
  noise(from: Places, to: Places): number;
  /** Returns the weight of the pieces of these blocks. */
  weightOf(side: 'from' | 'to', places: Places): number;
}

/** Returns a comparer of the unmatched blocks; it reads some matched ones, too, to know what is rare. */
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
    everywhere ??= median([...noiseOfFrom.ofSample(), ...noiseOfTo.ofSample()]);
    const one = Math.max(...left.map(noiseOfFrom.of));
    return (one * Math.max(...right.map(noiseOfTo.of))) / (everywhere || 1);
  }

  function weightOf(side: 'from' | 'to', places: Places): number {
    return places.reduce((all, at) => all + sides[side].get(at)!.weight, 0);
  }

  return { common, alike, noise, weightOf };
}

/** Matched blocks of a side that are read, too: enough to tell which pieces are rare. */
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

/** Returns a function that weighs the pieces that two groups of blocks have in common. */
function overlapper(weights: Int32Array) {
  const counts = new Int32Array(BUCKETS);
  let counted: readonly Grams[] = [];

  /** Counts the pieces of these blocks and no others. */
  function countOnly(blocks: readonly Grams[]): void {
    if (blocks.length === counted.length && blocks.every((it, at) => it === counted[at])) return;
    for (const block of counted) clear(block.pieces, block, counts);
    for (const block of blocks) count(block.pieces, block, counts);
    counted = blocks;
  }

  return (ones: readonly Grams[], others: readonly Grams[]): number => {
    countOnly(ones);
    let all = 0;
    for (const block of others) all += take(block.pieces, block, weights, counts);
    for (const block of others) count(block.pieces, block, counts);
    return all;
  };
}

/** The blocks of a side that were read, by place. */
type Side = ReadonlyMap<number, Grams>;

/** How alike the blocks of a side are to the other side's by chance. */
interface Noise {
  /** Returns the usual likeness of the block at a place to the other side's blocks. */
  of(at: number): number;
  /** Returns the same for some blocks of the side. */
  ofSample(): number[];
}

/** Returns the noise of a side, measured against some blocks of the other. */
function noiseOf(side: Side, others: Side, weights: Int32Array): Noise {
  const sampled = sample(others).map((at) => others.get(at)!);
  const known = new Map<number, number>();
  let common: ((one: Grams) => Int32Array) | undefined;

  function measure(one: Grams): number {
    common ??= commonWith(sampled, weights);
    const all = common(one);
    return median(sampled.map(({ weight }, at) => (2 * all[at]!) / (one.weight + weight || 1)));
  }

  function of(at: number): number {
    const value = known.get(at) ?? measure(side.get(at)!);
    known.set(at, value);
    return value;
  }

  return { of, ofSample: () => sample(side).map(of) };
}

/** A piece that a block has several times counts up to four times. */
const TIMES = 4;

/**
 * Returns a function that weighs what a block has in common with each of the sampled blocks at once:
 * for each piece one bit for each of them says whether it has it.
 */
function commonWith(sampled: readonly Grams[], weights: Int32Array): (one: Grams) => Int32Array {
  const counts = new Int32Array(BUCKETS);
  const bits = new Uint16Array(BUCKETS * TIMES);
  sampled.forEach(({ pieces, start, end }, bit) => {
    for (let at = start; at < end; at++) {
      const time = counts[pieces[at]!]!++;
      if (time < TIMES) bits[time * BUCKETS + pieces[at]!]! |= 1 << bit;
    }
    clear(pieces, { start, end }, counts);
  });
  const common = new Int32Array(sampled.length);
  return ({ pieces, start, end }) => {
    common.fill(0);
    for (let at = start; at < end; at++) {
      const piece = pieces[at]!;
      const time = counts[piece]!++;
      let left = time < TIMES ? bits[time * BUCKETS + piece]! : 0;
      for (; left !== 0; left &= left - 1)
        common[31 - Math.clz32(left & -left)]! += weights[piece]!;
    }
    clear(pieces, { start, end }, counts);
    return common;
  };
}

/** Returns the places of some long blocks, evenly spread. */
function sample(side: Side): number[] {
  const lengthAt = (at: number): number => side.get(at)!.end - side.get(at)!.start;
  const read = [...side.keys()];
  const long = read.filter((at) => lengthAt(at) > LONG);
  const from = long.length >= 4 ? long : read;
  const pieces = read.reduce((all, at) => all + lengthAt(at), 0);
  const many = Math.min(from.length, pieces > MANY ? SMALL_SAMPLE : SAMPLE);
  return Array.from({ length: many }, (_, at) => from[Math.floor((at * from.length) / many)]!);
}

/** Pieces of a sentence; headings and short items would make the noise look small. */
const LONG = 60;
/** Blocks in a sample: enough that one related block does not move the median; */
const SAMPLE = 13;
/** fewer if a book's worth of text is left, whose noise depends on the language alone. */
const SMALL_SAMPLE = 5;
const MANY = 200_000;

/** Returns the median; of fewer than eight values without the highest, which may be a true match. */
function median(values: readonly number[]): number {
  const counted = values.length < FEW ? values.length - 1 : values.length;
  return new Float64Array(values).sort()[Math.max(0, counted - 1) >> 1] ?? 0;
}

/** Values of which one true match would move the median. */
const FEW = 8;
