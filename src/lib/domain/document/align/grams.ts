/**
 * Texts by the three-letter pieces of their words: a finer measure than words for what was
 * rewritten (`arbejdsro`, `ro til at arbejde`).
 */
import { composed, HIDDEN, NO_LETTER, smallLetter } from '../words/small-letters.ts';

/** A text's pieces, those from start to end of all that were read with it. */
export interface Grams {
  readonly pieces: Uint16Array;
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/** Pieces are counted in so many buckets; of the some thousand that a text has, few share one. */
export const BUCKETS = 1 << 14;

/** With them, by bucket, what a piece weighs: the fewer texts it stands in, the more. */
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

/** The pieces of each word with its edges, ` so`, `soc`, … `al `, and where each text's end. */
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
/** A letter that is typed as two, as æ. */
const MOST_A_LETTER = 2;

function withRoom(full: Uint16Array, length: number): Uint16Array<ArrayBuffer> {
  const room = new Uint16Array(length);
  room.set(full);
  return room;
}

function bucketOf(one: number, two: number, three: number): number {
  const hash = Math.imul(
    Math.imul(Math.imul(one, 0x01000193) ^ two, 0x01000193) ^ three,
    0x9e3779b1
  );
  return hash >>> 18;
}

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
