/**
 * The words of two texts as numbers, each with its weight: what stands in few blocks tells much
 * about which block became which, what stands everywhere tells nothing (inverse document
 * frequency, Spärck Jones 1972). Weights are whole numbers, so that sums do not depend on order
 * and both directions of a comparison agree to the last bit.
 */
import type { Block } from './block.ts';
import { HashNumbers } from './hash-numbers.ts';
import { composed, HIDDEN, NO_LETTER, smallLetter, standsAlone } from './small-letters.ts';

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
  const reader = new Reader();
  const read = new Map<string, Worded>();
  const wordsOf = ({ text }: Block): Worded => {
    let worded = read.get(text);
    if (!worded) read.set(text, (worded = reader.read(text)));
    return worded;
  };
  const [left, right] = [old.map(wordsOf), revised.map(wordsOf)];
  const weights = weigh([...left, ...right], reader);
  for (const worded of read.values()) worded.weight = weightOf(worded, weights);
  return { old: left, new: right, weights };
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
  #words: number[] = [];
  #stems: number[] = [];
  #hash = HASH_START;
  #stem = 0;
  #length = 0;
  /** Two independent hashes of all words, together fifty-three bits: no two texts collide. */
  #one = HASH_START;
  #other = 0;

  read(text: string): Worded {
    const plain = composed(text);
    this.#words = [];
    this.#stems = [];
    this.#one = HASH_START;
    this.#other = 0;
    for (let at = 0; at < plain.length; at++) this.#step(smallLetter(plain.charCodeAt(at)));
    this.#endWord();
    const [words, stems] = [Int32Array.from(this.#words), Int32Array.from(this.#stems)];
    return { words, stems, weight: 0, hash: (this.#one >>> 0) * 2 ** 21 + (this.#other >>> 11) };
  }

  #step(letter: number): void {
    if (letter === HIDDEN) return;
    if (letter === NO_LETTER || standsAlone(letter)) this.#endWord();
    if (letter === NO_LETTER) return;
    this.#add(letter & 0xffff);
    if (letter > 0xffff) this.#add(letter >>> 16);
    if (standsAlone(letter)) this.#endWord();
  }

  #add(letter: number): void {
    this.#hash = Math.imul(this.#hash ^ letter, HASH_FACTOR);
    if (++this.#length === STEM_LENGTH) this.#stem = this.#hash;
    if (this.#length === 1 && letter < 0x3a) this.#length = FIGURE;
  }

  #endWord(): void {
    if (this.#length === 0) return;
    const word = this.numbers.of(this.#hash);
    this.#one = Math.imul(this.#one ^ this.#hash, HASH_FACTOR);
    this.#other = Math.imul(this.#other ^ this.#hash, 0x5bd1e995) ^ (this.#other >>> 15);
    const isLong = this.#length > STEM_LENGTH && this.#length < FIGURE;
    this.#words.push(word);
    this.#stems.push(isLong ? this.numbers.of(this.#stem) : word);
    if (this.#length >= FIGURE) this.figures.add(word);
    this.#hash = HASH_START;
    this.#length = 0;
  }
}

/** Added to the length of what begins with a figure: longer than any word. */
const FIGURE = 2 ** 24;

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
