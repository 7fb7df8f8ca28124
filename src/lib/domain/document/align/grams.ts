/**
 * Blocks by the three-letter pieces of their words: a finer measure than words for what was
 * rewritten (`arbejdsro`, `ro til at arbejde`). It means little by itself: how much two unrelated
 * blocks of these very texts have in common is told beside it, as noise.
 */
import type { Block } from '../block.ts';
import type { Match, Matching } from './matching.ts';
import { composed, HIDDEN, NO_LETTER, smallLetter } from '../words/small-letters.ts';

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

interface Grams {
  readonly pieces: Uint16Array;
  weight: number;
}

/** Pieces are counted in so many buckets; of the some thousand that a text has, few share one. */
const BUCKETS = 1 << 14;
/** So many blocks a side, beside those not matched, tell well enough which pieces are common. */
const MOST_KNOWN = 48;

/** Reads what is not matched yet, and of the rest enough to know what is common. */
export function gramComparer(
  old: readonly Block[],
  revised: readonly Block[],
  { ofOld, ofNew }: Matching
): GramComparer {
  const sides = { old: readSide(old, ofOld), new: readSide(revised, ofNew) };
  const read = [...sides.old, ...sides.new].filter((it) => it !== undefined);
  const weights = weigh(read);
  const counts = new Int16Array(BUCKETS);

  let held: readonly Grams[] = [];

  /** Counts the pieces of these blocks, unless they are those counted last. */
  function hold(blocks: readonly Grams[]): void {
    if (blocks.length === held.length && blocks.every((it, at) => it === held[at])) return;
    for (const { pieces } of held) clear(pieces, counts);
    for (const { pieces } of blocks) count(pieces, counts);
    held = blocks;
  }

  function overlap(ones: readonly Grams[], others: readonly Grams[]): number {
    hold(ones);
    let all = 0;
    for (const { pieces } of others) all += take(pieces, weights, counts);
    for (const { pieces } of others) count(pieces, counts);
    return all;
  }

  function common(left: Places, right: Places): number {
    const [one, other] = [gramsAt(sides.old, left), gramsAt(sides.new, right)];
    return left.length > 1 ? overlap(other, one) : overlap(one, other);
  }

  function alike(left: Places, right: Places): number {
    return share(common(left, right), weightOf('old', left) + weightOf('new', right));
  }

  const samples = { old: sample(sides.old), new: sample(sides.new) };
  const noiseOf = {
    old: remembered((at) => usualAlike(sides.old[at]!, gramsAt(sides.new, samples.new))),
    new: remembered((at) => usualAlike(sides.new[at]!, gramsAt(sides.old, samples.old)))
  };

  function usualAlike(one: Grams, others: readonly Grams[]): number {
    return usual(others.map((other) => share(overlap([one], [other]), one.weight + other.weight)));
  }

  const everywhere = remembered(() =>
    usual([...samples.old.map(noiseOf.old), ...samples.new.map(noiseOf.new)])
  );

  function noise(left: Places, right: Places): number {
    const one = Math.max(...left.map(noiseOf.old));
    return (one * Math.max(...right.map(noiseOf.new))) / (everywhere(0) || 1);
  }

  function weightOf(side: 'old' | 'new', places: Places): number {
    return places.reduce((all, at) => all + sides[side][at]!.weight, 0);
  }

  return { common, alike, noise, weightOf };
}

function gramsAt(side: readonly (Grams | undefined)[], places: Places): Grams[] {
  return places.map((at) => side[at]!);
}

/** Twice what is common, of what both weigh. */
function share(common: number, weight: number): number {
  return weight === 0 ? 0 : (2 * common) / weight;
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

function readSide(blocks: readonly Block[], matches: readonly (Match | undefined)[]) {
  const step = Math.max(1, Math.floor(blocks.length / MOST_KNOWN));
  return blocks.map((it, at) => (matches[at] && at % step !== 0 ? undefined : gramsOf(it)));
}

/** The pieces of each word with its edges: ` so`, `soc`, … `al `. */
function gramsOf({ text }: Block): Grams {
  const plain = composed(text);
  if (room.length < plain.length * 2 + 2) room = new Uint16Array(plain.length * 4 + 4);
  let count = 0;
  let one = 0;
  let two = 0;
  for (let at = 0; at <= plain.length; at++) {
    let letter = at < plain.length ? smallLetter(plain.charCodeAt(at)) : NO_LETTER;
    for (; letter !== HIDDEN; letter = letter >>> 16 || HIDDEN) {
      if (two !== 0) room[count++] = bucketOf(one, two, letter & 0xffff);
      one = letter === NO_LETTER ? NO_LETTER : two;
      two = letter & 0xffff;
    }
  }
  return { pieces: room.slice(0, count), weight: 0 };
}

/** Kept between blocks: making one for each would cost more than filling it. */
let room = new Uint16Array(1024);

function bucketOf(one: number, two: number, three: number): number {
  const hash = Math.imul(
    Math.imul(Math.imul(one, 0x01000193) ^ two, 0x01000193) ^ three,
    0x9e3779b1
  );
  return hash >>> 18;
}

/** By bucket; with it what each block weighs. */
function weigh(blocks: readonly Grams[]): Int32Array {
  const frequency = new Int32Array(BUCKETS);
  const lastSeen = new Int32Array(BUCKETS).fill(-1);
  blocks.forEach(({ pieces }, at) => {
    for (const it of pieces) {
      if (lastSeen[it] !== at) frequency[it]!++;
      lastSeen[it] = at;
    }
  });
  const byFrequency = Int32Array.from({ length: blocks.length + 1 }, (_, times) =>
    times === 0 ? 0 : 1 + Math.round(100 * Math.log((blocks.length + 1) / times) ** 1.5)
  );
  const weights = frequency.map((times) => byFrequency[times]!);
  for (const block of blocks) {
    for (const it of block.pieces) block.weight += weights[it]!;
  }
  return weights;
}

/** A few blocks of some length, evenly spread. */
function sample(side: readonly (Grams | undefined)[]): number[] {
  const read = [...side.keys()].filter((at) => side[at]);
  const long = read.filter((at) => side[at]!.pieces.length > LONG);
  const from = long.length >= 4 ? long : read;
  const pieces = read.reduce((all, at) => all + side[at]!.pieces.length, 0);
  const step = Math.max(1, from.length / (pieces > MANY ? SMALL_SAMPLE : SAMPLE));
  return Array.from(
    { length: Math.ceil(from.length / step) },
    (_, at) => from[Math.floor(at * step)]!
  );
}

/** A sentence; headings and short items would make every noise look small. */
const LONG = 60;
/** Of so many the middle is not moved by the one block that is related after all; */
const SAMPLE = 13;
/** fewer where a book's worth of text is left: the noise is a matter of the language then. */
const SMALL_SAMPLE = 3;
const MANY = 200_000;

/** The middle; of a few, without the highest, which may be of the very block it became. */
function usual(values: readonly number[]): number {
  const counted = values.length < FEW ? values.length - 1 : values.length;
  return [...values].sort((a, b) => a - b)[Math.max(0, counted - 1) >> 1] ?? 0;
}

const FEW = 8;

function remembered(of: (at: number) => number): (at: number) => number {
  const known = new Map<number, number>();
  return (at) => {
    let value = known.get(at);
    if (value === undefined) known.set(at, (value = of(at)));
    return value;
  };
}
