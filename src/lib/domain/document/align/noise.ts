/** How alike blocks are to blocks of the other text that have nothing to do with them. */
import { BUCKETS, type Grams } from './grams.ts';

/** Blocks by place: those that were read. */
type Side = ReadonlyMap<number, Grams>;

export interface Noise {
  /** Of the block at a place: its usual likeness to the other side's blocks. */
  of(at: number): number;
  /** Of a few blocks of the side. */
  ofSample(): number[];
}

/** Measured against a few blocks of the other side, which are read once for all. */
export function noiseOf(side: Side, others: Side, weights: Int32Array): Noise {
  const sampled = sample(others).map((at) => others.get(at)!);
  const known = new Map<number, number>();
  let common: ((one: Grams) => Int32Array) | undefined;

  function measure(one: Grams): number {
    common ??= commonWith(sampled, weights);
    const all = common(one);
    return usual(sampled.map(({ weight }, at) => (2 * all[at]!) / (one.weight + weight || 1)));
  }

  function of(at: number): number {
    const value = known.get(at) ?? measure(side.get(at)!);
    known.set(at, value);
    return value;
  }

  return { of, ofSample: () => sample(side).map(of) };
}

/** The second time that a block has a piece is told apart from the first, up to the fourth. */
const TIMES = 4;

/**
 * What a block has in common with each of a few blocks at once, in pieces' weights: of each piece,
 * one bit says for each of them whether it has it.
 */
function commonWith(sampled: readonly Grams[], weights: Int32Array): (one: Grams) => Int32Array {
  const counts = new Int32Array(BUCKETS);
  const bits = new Uint16Array(BUCKETS * TIMES);
  sampled.forEach(({ pieces, start, end }, bit) => {
    for (let at = start; at < end; at++) {
      const time = counts[pieces[at]!]!++;
      if (time < TIMES) bits[time * BUCKETS + pieces[at]!]! |= 1 << bit;
    }
    for (let at = start; at < end; at++) counts[pieces[at]!] = 0;
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
    for (let at = start; at < end; at++) counts[pieces[at]!] = 0;
    return common;
  };
}

/** A few blocks of some length, evenly spread. */
function sample(side: Side): number[] {
  const lengthAt = (at: number): number => side.get(at)!.end - side.get(at)!.start;
  const read = [...side.keys()];
  const long = read.filter((at) => lengthAt(at) > LONG);
  const from = long.length >= 4 ? long : read;
  const pieces = read.reduce((all, at) => all + lengthAt(at), 0);
  const many = Math.min(from.length, pieces > MANY ? SMALL_SAMPLE : SAMPLE);
  return Array.from({ length: many }, (_, at) => from[Math.floor((at * from.length) / many)]!);
}

/** A sentence; headings and short items would make every noise look small. */
const LONG = 60;
/** Of so many the middle is not moved by the one block that is related after all; */
const SAMPLE = 13;
/** fewer where a book's worth of text is left: the noise is a matter of the language then. */
const SMALL_SAMPLE = 5;
const MANY = 200_000;

/** The middle; of a few, without the highest, which may be of the very block it became. */
export function usual(values: readonly number[]): number {
  const counted = values.length < FEW ? values.length - 1 : values.length;
  return new Float64Array(values).sort()[Math.max(0, counted - 1) >> 1] ?? 0;
}

const FEW = 8;
