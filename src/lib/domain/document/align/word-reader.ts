/** Reads texts into numbers: one loop over their letters, without a string for each word. */
import { composed, HIDDEN, NO_LETTER, smallLetter, standsAlone } from '../words/fold.ts';

/** Letters of a stem: five join `social` with `sociale` and part `kommune` from `komité`. */
const STEM_LENGTH = 5;
/** FNV-1a (Fowler, Noll and Vo 1991). Of two words one pair in four billion has the same hash. */
const HASH_START = 0x811c9dc5;
const HASH_FACTOR = 0x01000193;

/** Reads texts into two arrays of numbers, of words and of stems, one text after another. */
export class WordReader {
  words: Int32Array;
  stems: Int32Array;
  /** Of each text read, the place after its last word. */
  readonly ends: number[] = [];
  /** The numbers of the words that begin with a digit. */
  readonly figures = new Set<number>();
  readonly #numbers = new HashNumbers();
  /** By the number of a word. */
  readonly #stemOf: number[] = [];
  #count = 0;
  /** Two hashes of the words of the text being read; 53 bits of them tell texts apart. */
  #one = 0;
  #other = 0;

  /** `letters` is about how many letters it will read. */
  constructor(letters: number) {
    const room = LEAST_ROOM + Math.ceil(letters / LETTERS_A_WORD);
    this.words = new Int32Array(room);
    this.stems = new Int32Array(room);
  }

  /** How many different words and stems it has read. */
  get size(): number {
    return this.#numbers.size;
  }

  /** Reads one more text and returns a hash that is equal for the same words in the same order. */
  read(text: string): number {
    const plain = composed(text);
    this.#one = HASH_START;
    this.#other = 0;
    for (let at = 0; at < plain.length;) at = this.#readWord(plain, at);
    this.ends.push(this.#count);
    return (this.#one >>> 0) * 2 ** 21 + (this.#other >>> 11);
  }

  /**
   * Adds the word that begins at `start`, if one does, and returns the place after it. Every letter
   * of both texts passes here, which is why it is one loop over local variables.
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
    if (this.#count === this.words.length) {
      this.words = doubled(this.words);
      this.stems = doubled(this.stems);
    }
    const word = this.#numbers.of(hash);
    this.words[this.#count] = word;
    this.stems[this.#count++] = this.#stemOf[word] ??= this.#numbers.of(stem);
    if (first >= ZERO && first <= NINE) this.figures.add(word);
    this.#one = Math.imul(this.#one ^ hash, HASH_FACTOR);
    this.#other = Math.imul(this.#other ^ hash, 0x5bd1e995) ^ (this.#other >>> 15);
  }
}

const LEAST_ROOM = 64;
/** A word with its space: a low estimate, so that the arrays seldom have to grow. */
const LETTERS_A_WORD = 4;
const ZERO = 0x30;
const NINE = 0x39;

function doubled(full: Int32Array): Int32Array<ArrayBuffer> {
  const room = new Int32Array(full.length * 2);
  room.set(full);
  return room;
}

/**
 * Numbers 32-bit hashes in the order in which they first occur: an open-addressing hash table
 * (linear probing, Fibonacci hashing after Knuth 1973), four times as fast here as a Map.
 */
export class HashNumbers {
  /** How many different hashes have a number. */
  size = 0;
  #hashes = new Int32Array(1 << 12);
  /** One more than the number; 0 if the slot is free. */
  #numbers = new Int32Array(1 << 12);

  /** Returns the number of `hash`, which is a new one if it has none. */
  of(hash: number): number {
    const mask = this.#hashes.length - 1;
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 7) & mask;
    for (; this.#numbers[slot] !== 0; slot = (slot + 1) & mask) {
      if (this.#hashes[slot] === hash) return this.#numbers[slot]! - 1;
    }
    if (this.size * 2 > mask) return this.#grow().of(hash);
    this.#hashes[slot] = hash;
    this.#numbers[slot] = ++this.size;
    return this.size - 1;
  }

  /** Moves all numbers to arrays four times as large. */
  #grow(): this {
    const [hashes, numbers] = [this.#hashes, this.#numbers];
    this.#hashes = new Int32Array(hashes.length * 4);
    this.#numbers = new Int32Array(hashes.length * 4);
    const mask = this.#hashes.length - 1;
    for (let at = 0; at < hashes.length; at++) {
      if (numbers[at] === 0) continue;
      let slot = (Math.imul(hashes[at]!, 0x9e3779b1) >>> 7) & mask;
      while (this.#numbers[slot] !== 0) slot = (slot + 1) & mask;
      this.#hashes[slot] = hashes[at]!;
      this.#numbers[slot] = numbers[at]!;
    }
    return this;
  }
}
