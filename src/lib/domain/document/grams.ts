/**
 * Blocks by the three-letter pieces of their words: a finer measure than words, for what was
 * rewritten (`arbejdsro` and `ro til at arbejde`), which says little without knowing how much
 * unrelated blocks of these two texts have in common anyway. Therefore `beyondNoise`.
 */
import type { Block } from './block.ts';
import * as is from './characters.ts';
import type { Match, Matching } from './matching.ts';
import { composed, smallLetter } from './small-letters.ts';

interface Grams {
  readonly pieces: Uint16Array;
  weight: number;
}

export interface GramComparer {
  common(old: readonly number[], revised: readonly number[]): number;
  alike(old: readonly number[], revised: readonly number[]): number;
  /** How alike two unrelated blocks of the size and kind of these would be. */
  noise(old: readonly number[], revised: readonly number[]): number;
  weightOf(side: 'old' | 'new', places: readonly number[]): number;
}

/** Pieces are counted in so many buckets; of the 20,000 that Danish has, few share one. */
const BUCKETS = 1 << 16;
/** So many blocks a side tell well enough which pieces are common. */
const MOST_KNOWN = 64;

/** Reads what is not matched yet, and of the rest enough to know what is common. */
export function gramComparer(
  old: readonly Block[],
  revised: readonly Block[],
  { ofOld, ofNew }: Matching
): GramComparer {
  const sides = { old: readSide(old, ofOld), new: readSide(revised, ofNew) };
  const read = [...sides.old, ...sides.new].filter((it) => it !== undefined);
  const weights = weigh(read);
  for (const it of read) it.weight = sum(it.pieces, weights);
  const counts = new Int16Array(BUCKETS);

  const weightOf = (side: 'old' | 'new', places: readonly number[]): number =>
    places.reduce((all, at) => all + sides[side][at]!.weight, 0);

  const common = (left: readonly number[], right: readonly number[]): number => {
    for (const at of left) for (const it of sides.old[at]!.pieces) counts[it]!++;
    let all = 0;
    for (const at of right)
      for (const it of sides.new[at]!.pieces) if (counts[it]!-- > 0) all += weights[it]!;
    for (const at of left) for (const it of sides.old[at]!.pieces) counts[it] = 0;
    for (const at of right) for (const it of sides.new[at]!.pieces) counts[it] = 0;
    return all;
  };
  const alike = (left: readonly number[], right: readonly number[]): number => {
    const weight = weightOf('old', left) + weightOf('new', right);
    return weight === 0 ? 0 : (2 * common(left, right)) / weight;
  };
  const sampleOld = sample(sides.old);
  const sampleNew = sample(sides.new);
  const noiseOfOld = memo((at) => median(sampleNew.map((other) => alike([at], [other]))));
  const noiseOfNew = memo((at) => median(sampleOld.map((other) => alike([other], [at]))));
  let level = -1;
  const noise = (left: readonly number[], right: readonly number[]): number => {
    if (level < 0) level = median(sampleOld.map(noiseOfOld).concat(sampleNew.map(noiseOfNew))) || 1;
    const one = Math.max(...left.map(noiseOfOld));
    const other = Math.max(...right.map(noiseOfNew));
    return (one * other) / level;
  };
  return { common, alike, noise, weightOf };
}

function readSide(blocks: readonly Block[], matches: readonly (Match | undefined)[]) {
  const known = new Set(evenly(blocks.keys().toArray(), MOST_KNOWN));
  return blocks.map((it, at) => (matches[at] && !known.has(at) ? undefined : gramsOf(it)));
}

/** The pieces of each word with its edges: ` so`, `soc`, … `al `. */
function gramsOf({ text }: Block): Grams {
  const plain = composed(text);
  const pieces: number[] = [];
  let [one, two] = [0, 0];
  const step = (letter: number): void => {
    if (two + letter > 0 && one + two > 0) pieces.push(bucketOf(one, two, letter));
    [one, two] = letter === 0 ? [0, 0] : [two, letter];
  };
  for (let at = 0; at < plain.length; at++) {
    const unit = plain.charCodeAt(at);
    const met = is.classOf(unit);
    if (met === is.EXTEND) continue;
    if (met !== is.LETTER && met !== is.DIGIT) step(0);
    else {
      const letter = smallLetter(unit);
      step(letter & 0xffff);
      if (letter > 0xffff) step(letter >>> 16);
    }
  }
  step(0);
  return { pieces: Uint16Array.from(pieces), weight: 0 };
}

function bucketOf(one: number, two: number, three: number): number {
  const hash = Math.imul(Math.imul(Math.imul(one, 0x01000193) ^ two, 0x01000193) ^ three, 0x9e3779b1);
  return hash >>> 16;
}

function weigh(blocks: readonly Grams[]): Int32Array {
  const frequency = new Int32Array(BUCKETS);
  const lastSeen = new Int32Array(BUCKETS).fill(-1);
  blocks.forEach(({ pieces }, at) => {
    for (const it of pieces) {
      if (lastSeen[it] !== at) frequency[it]!++;
      lastSeen[it] = at;
    }
  });
  return frequency.map((count) =>
    count === 0 ? 0 : 1 + Math.round(100 * Math.log((blocks.length + 1) / count) ** 1.5)
  );
}

function sum(pieces: Uint16Array, weights: Int32Array): number {
  let all = 0;
  for (const it of pieces) all += weights[it]!;
  return all;
}

/** Blocks of some length, evenly spread. */
function sample(side: readonly (Grams | undefined)[]): number[] {
  const read = [...side.keys()].filter((at) => side[at]);
  const long = read.filter((at) => side[at]!.pieces.length > 60);
  return evenly(long.length >= 4 ? long : read, 16);
}

function evenly<Thing>(things: readonly Thing[], most: number): Thing[] {
  const step = Math.max(1, things.length / most);
  const found: Thing[] = [];
  for (let at = 0; at < things.length; at += step) found.push(things[Math.floor(at)]!);
  return found;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function memo(of: (at: number) => number): (at: number) => number {
  const known = new Map<number, number>();
  return (at) => {
    if (!known.has(at)) known.set(at, of(at));
    return known.get(at)!;
  };
}
