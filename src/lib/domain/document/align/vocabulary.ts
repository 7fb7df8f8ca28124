/**
 * The words of two texts as numbers, each with its weight: what stands in few blocks tells much
 * about which block became which, what stands everywhere tells nothing (inverse document
 * frequency, Spärck Jones 1972). Weights are whole numbers, so that sums do not depend on order
 * and both directions of a comparison agree to the last bit.
 */
import type { Block } from '../block.ts';
import { HashNumbers } from './hash-numbers.ts';
import { composed, HIDDEN, NO_LETTER, smallLetter, standsAlone } from '../words/small-letters.ts';

/** A block's text as numbers of the vocabulary, in reading order. */
export interface Worded {
  readonly words: Int32Array;
  /** Of each word its beginning, which survives inflection. */
  readonly stems: Int32Array;
  /** What all its words weigh together. */
  weight: number;
  /** Equal for equal words in equal order. */
  readonly hash: number;
}

export interface Vocabulary {
  readonly old: Worded[];
  readonly new: Worded[];
  /** By the number of a word or stem. */
  readonly weights: Int32Array;
}

export function readVocabulary(old: readonly Block[], revised: readonly Block[]): Vocabulary {
  const reader = new Reader(lengthOf(old));
  for (const { text } of old) reader.read(text);
  for (const { text } of revised) reader.read(text);
  const read = reader.finish();
  const [left, right] = [old, revised].map((side) => side.map(({ text }) => read.get(text)!));
  const weights = weigh([...left!, ...right!], reader);
  for (const worded of read.values()) worded.weight = weightOf(worded, weights);
  return { old: left!, new: right!, weights };
}

/** Five letters keep `social` and `sociale` together and `kommune` and `komité` apart. */
const STEM_LENGTH = 5;
/** FNV-1a. Two words that collide, one pair in four milliards, cost a little score. */
const HASH_START = 0x811c9dc5;
const HASH_FACTOR = 0x01000193;

class Reader {
  readonly numbers = new HashNumbers();
  /** The numbers of words that are figures. */
  readonly figures = new Set<number>();
  /** Of all texts one after another: many small arrays would cost more than the reading. */
  #words: Int32Array;
  #stems: Int32Array;
  #count = 0;
  #texts = new Map<string, { start: number; end: number; hash: number }>();
  /** Two independent hashes of a text's words, together fifty-three bits: no two texts collide. */
  #one = 0;
  #other = 0;

  /** Told about how many letters it will read. */
  constructor(letters: number) {
    const words = LEAST_ROOM + Math.ceil(letters / LETTERS_A_WORD);
    this.#words = new Int32Array(words);
    this.#stems = new Int32Array(words);
  }

  read(text: string): void {
    if (this.#texts.has(text)) return;
    const plain = composed(text);
    const start = this.#count;
    this.#one = HASH_START;
    this.#other = 0;
    for (let at = 0; at < plain.length;) at = this.#readWord(plain, at);
    const hash = (this.#one >>> 0) * 2 ** 21 + (this.#other >>> 11);
    this.#texts.set(text, { start, end: this.#count, hash });
  }

  finish(): Map<string, Worded> {
    const texts = new Map<string, Worded>();
    for (const [text, { start, end, hash }] of this.#texts) {
      const words = this.#words.subarray(start, end);
      texts.set(text, { words, stems: this.#stems.subarray(start, end), weight: 0, hash });
    }
    return texts;
  }

  /**
   * Adds the word that begins there, if one does; where to go on. Every character of both texts
   * passes here: the word at hand is in local variables.
   */
  #readWord(text: string, start: number): number {
    const first = smallLetter(text.charCodeAt(start));
    if (first <= HIDDEN) return start + 1;
    let at = start;
    let letter = first;
    let hash = HASH_START;
    let stem = 0;
    let length = 0;
    do {
      if (letter !== HIDDEN) {
        hash = Math.imul(hash ^ (letter & 0xffff), HASH_FACTOR);
        if (++length === STEM_LENGTH) stem = hash;
        if (letter > 0xffff) {
          hash = Math.imul(hash ^ (letter >>> 16), HASH_FACTOR);
          if (++length === STEM_LENGTH) stem = hash;
        }
      }
      letter = ++at < text.length ? smallLetter(text.charCodeAt(at)) : NO_LETTER;
    } while (letter !== NO_LETTER && !standsAlone(first) && !standsAlone(letter));
    this.#add(hash, length > STEM_LENGTH ? stem : hash, first);
    return at;
  }

  #add(hash: number, stem: number, first: number): void {
    if (this.#count === this.#words.length) {
      this.#words = doubled(this.#words);
      this.#stems = doubled(this.#stems);
    }
    const word = this.numbers.of(hash);
    this.#words[this.#count] = word;
    this.#stems[this.#count++] = stem === hash ? word : this.numbers.of(stem);
    if (first >= ZERO && first <= NINE) this.figures.add(word);
    this.#one = Math.imul(this.#one ^ hash, HASH_FACTOR);
    this.#other = Math.imul(this.#other ^ hash, 0x5bd1e995) ^ (this.#other >>> 15);
  }
}

const LEAST_ROOM = 64;
/** With the space after it: fewer than most languages have, so that the room seldom is short. */
const LETTERS_A_WORD = 4;
const ZERO = 0x30;
const NINE = 0x39;

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((letters, { text }) => letters + text.length, 0);
}

function doubled(full: Int32Array): Int32Array<ArrayBuffer> {
  const room = new Int32Array(full.length * 2);
  room.set(full);
  return room;
}

/** Numbers of sections and items change without the text: they weigh little, however rare. */
const WEIGHT_OF_FIGURES = 40;

/**
 * The rarer, the heavier: a hundred times the logarithm of how many blocks there are for each that
 * has it. Ten for what stands everywhere: texts of nothing but common words still differ.
 */
function weigh(blocks: readonly Worded[], { numbers, figures }: Reader): Int32Array {
  const frequency = new Int32Array(numbers.size);
  const lastSeen = new Int32Array(numbers.size).fill(-1);
  const count = (number: number, at: number): void => {
    if (lastSeen[number] !== at) frequency[number]!++;
    lastSeen[number] = at;
  };
  blocks.forEach(({ words, stems }, at) => {
    for (let i = 0; i < words.length; i++) {
      count(words[i]!, at);
      if (stems[i] !== words[i]) count(stems[i]!, at);
    }
  });
  const byFrequency = Int32Array.from({ length: blocks.length + 1 }, (_, times) =>
    times === 0 ? 0 : 10 + Math.round(100 * Math.log((blocks.length + 1) / times))
  );
  const weights = frequency.map((times) => byFrequency[times]!);
  for (const it of figures) weights[it] = Math.min(weights[it]!, WEIGHT_OF_FIGURES);
  return weights;
}

function weightOf({ words, stems }: Worded, weights: Int32Array): number {
  let sum = 0;
  for (let at = 0; at < words.length; at++) sum += weights[words[at]!]! + weights[stems[at]!]!;
  return sum;
}
