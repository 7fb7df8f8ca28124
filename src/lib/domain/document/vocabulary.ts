/**
 * The words of two texts as numbers, each with its weight: what stands in few blocks tells much
 * about which block became which, what stands everywhere tells nothing (inverse document
 * frequency, Spärck Jones 1972). Weights are whole numbers, so that sums do not depend on order
 * and both directions of a comparison agree to the last bit.
 */
import type { Block } from './block.ts';
import * as is from './characters.ts';
import { composed, smallLetter } from './small-letters.ts';
import { tokenEnd } from './words.ts';

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
  const numbers = new Map<number, number>();
  const figures = new Set<number>();
  const read = new Map<string, Worded>();
  const wordsOf = ({ text }: Block): Worded => {
    let worded = read.get(text);
    if (!worded) read.set(text, (worded = readWords(text, numbers, figures)));
    return worded;
  };
  const [left, right] = [old.map(wordsOf), revised.map(wordsOf)];
  const weights = weigh([...left, ...right], numbers.size);
  for (const figure of figures) weights[figure] = Math.min(weights[figure]!, WEIGHT_OF_FIGURES);
  for (const worded of read.values()) worded.weight = weightOf(worded, weights);
  return { old: left, new: right, weights };
}

/** Numbers of sections and items change without the text: they weigh little, however rare. */
const WEIGHT_OF_FIGURES = 40;

/** Words are known by a hash: two that collide, one pair in four milliards, cost a little score. */
function readWords(text: string, numbers: Map<number, number>, figures: Set<number>): Worded {
  const plain = composed(text);
  const words: number[] = [];
  const stems: number[] = [];
  for (let start = 0, end = 0; start < plain.length; start = end) {
    end = tokenEnd(plain, start);
    if (!beginsWord(plain, start)) continue;
    hashWord(plain, start, end);
    words.push(numberOf(wordHash, numbers));
    stems.push(numberOf(stemHash, numbers));
    if (is.classOf(plain.charCodeAt(start)) === is.DIGIT) figures.add(words.at(-1)!);
  }
  const hash = hashOf(words);
  return { words: Int32Array.from(words), stems: Int32Array.from(stems), weight: 0, hash };
}

/** Fifty-three bits of two independent hashes: no two word sequences of a text collide. */
function hashOf(words: readonly number[]): number {
  let one = 0x811c9dc5;
  let other = words.length;
  for (const word of words) {
    one = Math.imul(one ^ word, 0x01000193);
    other = Math.imul(other ^ word, 0x5bd1e995) ^ (other >>> 15);
  }
  return (one >>> 0) * 0x200000 + (other >>> 11);
}

function beginsWord(text: string, at: number): boolean {
  const first = is.classOf(text.charCodeAt(at));
  return first === is.LETTER || first === is.DIGIT || first === is.IDEOGRAPH;
}

function numberOf(hash: number, numbers: Map<number, number>): number {
  const known = numbers.get(hash);
  if (known !== undefined) return known;
  numbers.set(hash, numbers.size);
  return numbers.size - 1;
}

/** Five letters keep `social` and `sociale` together and `kommune` and `komité` apart. */
const STEM_LENGTH = 5;

let wordHash = 0;
let stemHash = 0;

/** Leaves in wordHash and stemHash the word's FNV-1a over its letters, small and folded. */
function hashWord(text: string, start: number, end: number): void {
  let hash = 0x811c9dc5;
  let letters = 0;
  stemHash = 0;
  for (let at = start; at < end; at++) {
    const letter = smallLetter(text.charCodeAt(at));
    if (letter === 0) continue;
    hash = Math.imul(hash ^ (letter & 0xffff), 0x01000193);
    if (letter > 0xffff) hash = Math.imul(hash ^ (letter >>> 16), 0x01000193);
    letters += letter > 0xffff ? 2 : 1;
    if (stemHash === 0 && letters >= STEM_LENGTH) stemHash = hash;
  }
  wordHash = hash;
  if (stemHash === 0) stemHash = hash;
}

/**
 * The rarer, the heavier: a hundred times the logarithm of how many blocks there are for each that
 * has it. Ten for what stands everywhere: texts of nothing but common words still differ.
 */
function weigh(blocks: readonly Worded[], size: number): Int32Array {
  const frequency = new Int32Array(size);
  const lastSeen = new Int32Array(size).fill(-1);
  blocks.forEach(({ words, stems }, at) => {
    for (const numbers of [words, stems]) {
      for (const number of numbers) {
        if (lastSeen[number] !== at) frequency[number]!++;
        lastSeen[number] = at;
      }
    }
  });
  return frequency.map((count) => 10 + Math.round(100 * Math.log((blocks.length + 1) / count)));
}

function weightOf({ words, stems }: Worded, weights: Int32Array): number {
  let sum = 0;
  for (const word of words) sum += weights[word]!;
  for (const stem of stems) sum += weights[stem]!;
  return sum;
}
