/**
 * Blocks by the three-letter pieces of their words: a finer measure than words for what was
 * rewritten (`arbejdsro`, `ro til at arbejde`).
 */
import type { Block } from '../block.ts';
import { composed, HIDDEN, NO_LETTER, smallLetter } from '../words/small-letters.ts';

export interface Grams {
  readonly pieces: Uint16Array;
  weight: number;
}

/** Pieces are counted in so many buckets; of the some thousand that a text has, few share one. */
export const BUCKETS = 1 << 14;

/** The pieces of each word with its edges: ` so`, `soc`, … `al `. */
export function gramsOf({ text }: Block): Grams {
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
export function weigh(blocks: readonly Grams[]): Int32Array {
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
