/**
 * Texts as the three-letter pieces of their words (trigrams): a finer measure than words for what was
 * rewritten (`arbejdsro`, `ro til at arbejde`).
 */
import { composed, HIDDEN, NO_LETTER, smallLetter } from '../words/fold.ts';

/** A block's pieces: those from `start` to `end` of an array that all blocks read with it share. */
export interface Grams {
  readonly pieces: Uint16Array;
  readonly start: number;
  readonly end: number;
  /** The sum of the weights of its pieces. */
  readonly weight: number;
}

/** Hash buckets of pieces: a text has a few thousand different ones, of which few share a bucket. */
export const BUCKETS = 1 << 14;

/** Returns the pieces of each text, and by bucket the weight of a piece. */
export function readGrams(texts: readonly string[]): { grams: Grams[]; weights: Int32Array } {
  const { pieces, ends } = readPieces(texts);
  const weights = weigh(pieces, ends);
  const grams = ends.map((end, text): Grams => {
    const start = ends[text - 1] ?? 0;
    let weight = 0;
    for (let at = start; at < end; at++) weight += weights[pieces[at]!]!;
    return { pieces, start, end, weight };
  });
  return { grams, weights };
}

/** Returns the pieces of all words with their edges (` so`, `soc`, … `al `) and where each text ends. */
function readPieces(texts: readonly string[]): { pieces: Uint16Array; ends: number[] } {
  let pieces = new Uint16Array(LEAST_ROOM);
  let count = 0;
  const ends = texts.map((text) => {
    const plain = composed(text);
    const most = count + MOST_A_LETTER * (plain.length + 1);
    if (pieces.length < most) pieces = withRoom(pieces, 2 * most);
    let one = 0;
    let two = 0;
    for (let at = 0; at <= plain.length; at++) {
      let letter = at < plain.length ? smallLetter(plain.charCodeAt(at)) : NO_LETTER;
      for (; letter !== HIDDEN; letter = letter >>> 16 || HIDDEN) {
        if (two !== 0) pieces[count++] = bucketOf(one, two, letter & 0xffff);
        one = letter === NO_LETTER ? NO_LETTER : two;
        two = letter & 0xffff;
      }
    }
    return count;
  });
  return { pieces, ends };
}

const LEAST_ROOM = 1 << 14;
/** Pieces that a letter can add: two if it is read as two, as æ is. */
const MOST_A_LETTER = 2;

function withRoom(full: Uint16Array, length: number): Uint16Array<ArrayBuffer> {
  const room = new Uint16Array(length);
  room.set(full);
  return room;
}

/** Returns the bucket of three letters, 14 bits of an FNV-like hash. */
function bucketOf(one: number, two: number, three: number): number {
  const hash = Math.imul(
    Math.imul(Math.imul(one, 0x01000193) ^ two, 0x01000193) ^ three,
    0x9e3779b1
  );
  return hash >>> 18;
}

/** Returns the weight of a piece, higher the fewer texts have it; the power is tuned. */
function weigh(pieces: Uint16Array, ends: readonly number[]): Int32Array {
  const frequency = new Int32Array(BUCKETS);
  const lastSeen = new Int32Array(BUCKETS).fill(-1);
  for (let text = 0, at = 0; text < ends.length; text++) {
    for (; at < ends[text]!; at++) {
      const piece = pieces[at]!;
      if (lastSeen[piece] !== text) frequency[piece]!++;
      lastSeen[piece] = text;
    }
  }
  const rarity = (times: number): number => Math.log((ends.length + 1) / times) ** 1.5;
  return frequency.map((times) => times && 1 + Math.round(100 * rarity(times)));
}
