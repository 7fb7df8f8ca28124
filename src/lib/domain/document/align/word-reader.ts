import { composed, HIDDEN, NO_LETTER, smallLetter, standsAlone } from '../words/small-letters.ts';
import { HashNumbers } from './hash-numbers.ts';

/** Five letters keep `social` and `sociale` together and `kommune` and `komité` apart. */
const STEM_LENGTH = 5;
/** FNV-1a. Two words that collide, one pair in four milliards, cost a little score. */
const HASH_START = 0x811c9dc5;
const HASH_FACTOR = 0x01000193;

/**
 * Reads texts into numbers, a word's and its stem's, all texts one after another: many small arrays
 * would cost more than the reading.
 */
export class WordReader {
  words: Int32Array;
  stems: Int32Array;
  /** Of each text read, where in the words it ends. */
  readonly ends: number[] = [];
  /** The numbers of words that are figures. */
  readonly figures = new Set<number>();
  readonly #numbers = new HashNumbers();
  /** By number of a word. */
  readonly #stemOf: number[] = [];
  #count = 0;
  /** Two independent hashes of a text's words, together fifty-three bits: no two texts collide. */
  #one = 0;
  #other = 0;

  /** Told about how many letters it will read. */
  constructor(letters: number) {
    const room = LEAST_ROOM + Math.ceil(letters / LETTERS_A_WORD);
    this.words = new Int32Array(room);
    this.stems = new Int32Array(room);
  }

  /** How many numbers there are, of words and stems. */
  get size(): number {
    return this.#numbers.size;
  }

  /** Reads one more text; out comes what is equal for equal words in equal order. */
  read(text: string): number {
    const plain = composed(text);
    this.#one = HASH_START;
    this.#other = 0;
    for (let at = 0; at < plain.length;) at = this.#readWord(plain, at);
    this.ends.push(this.#count);
    return (this.#one >>> 0) * 2 ** 21 + (this.#other >>> 11);
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
/** With the space after it: fewer than most languages have, so that the room seldom is short. */
const LETTERS_A_WORD = 4;
const ZERO = 0x30;
const NINE = 0x39;

function doubled(full: Int32Array): Int32Array<ArrayBuffer> {
  const room = new Int32Array(full.length * 2);
  room.set(full);
  return room;
}
