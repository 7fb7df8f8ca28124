/**
 * The words of two texts as numbers, each with a weight: a word in few blocks tells much about which
 * block became which, a word in every block tells nothing (inverse document frequency, Spärck Jones
 * 1972). Weights are whole numbers, so that a sum does not depend on the order of its terms and both
 * directions of a comparison agree to the last bit.
 */
import type { Block } from '../block.ts';
import { WordReader } from './word-reader.ts';
import { expectedShares } from './word-shares.ts';

export interface Vocabulary {
  /** By place; blocks with the same text share one. */
  readonly from: readonly Worded[];
  readonly to: readonly Worded[];
  /** By the number of a word or a stem. */
  readonly weights: Int32Array;
}

/** Returns the words of all blocks of both texts, and what each word weighs. */
export function readVocabulary(texts: Texts): Vocabulary {
  const { different } = texts;
  const reader = new WordReader(different.reduce((all, { length }) => all + length, 0));
  const hashes = different.map((text) => reader.read(text));
  const expected = expectedShares(reader);
  const { words, stems, ends } = reader;
  const weights = weigh(reader, timesOf(texts), expected);
  const worded = different.map((_, at): Worded => {
    const [start, end] = [at === 0 ? 0 : ends[at - 1]!, ends[at]!];
    const weight = weightOf(words, start, end, weights) + weightOf(stems, start, end, weights);
    return { words, stems, start, end, weight, hash: hashes[at]! };
  });
  const side = (numbers: Int32Array) => Array.from(numbers, (text) => worded[text]!);
  return { from: side(texts.from), to: side(texts.to), weights };
}

/** Returns in how many blocks of both sides each text occurs. */
function timesOf({ different, from, to }: Texts): Int32Array {
  const times = new Int32Array(different.length);
  for (const text of from) times[text]!++;
  for (const text of to) times[text]!++;
  return times;
}

/**
 * The most that a figure weighs, however rare: less than half of a word that occurs in every third
 * block, since the numbers of sections and items change when nothing else does.
 */
const WEIGHT_OF_FIGURES = 40;

/**
 * Paragraphs of the language that are counted with those of the texts: few texts are so short that
 * they do not tell by themselves which words are rare.
 */
const EXPECTED_BLOCKS = 40;

/**
 * Returns the weight of each word and stem: 100 · log(blocks / blocks that have it), so that two
 * decimals of the logarithm count, and 10 more, so that texts of nothing but common words still
 * differ. `expected` is the share of paragraphs of its language that have it.
 */
function weigh(
  { words, stems, ends, size, figures }: WordReader,
  times: Int32Array,
  expected: Float64Array
): Int32Array {
  const frequency = new Int32Array(size);
  const lastSeen = new Int32Array(size).fill(-1);
  const count = (number: number, text: number): void => {
    if (lastSeen[number] !== text) frequency[number]! += times[text]!;
    lastSeen[number] = text;
  };
  for (let text = 0, at = 0; text < times.length; text++) {
    for (; at < ends[text]!; at++) {
      count(words[at]!, text);
      if (stems[at] !== words[at]) count(stems[at]!, text);
    }
  }
  const blocks = times.reduce((all, it) => all + it, 0);
  const weights = frequency.map((it, number) =>
    weightIn(Math.max(1, it) + EXPECTED_BLOCKS * expected[number]!, blocks)
  );
  for (const it of figures) weights[it] = Math.min(weights[it]!, WEIGHT_OF_FIGURES);
  return weights;
}

/** Returns the weight of a word that is in so many of so many blocks. */
export function weightIn(having: number, blocks: number): number {
  return 10 + Math.round(100 * Math.log((blocks + EXPECTED_BLOCKS + 1) / having));
}

function weightOf(numbers: Int32Array, start: number, end: number, weights: Int32Array): number {
  let sum = 0;
  for (let at = start; at < end; at++) sum += weights[numbers[at]!]!;
  return sum;
}

/** The different texts of the blocks of both sides, and by place the number of a block's text. */
export interface Texts {
  readonly different: readonly string[];
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Numbers the texts of both sides in the order in which they first occur. */
export function numberTexts(from: readonly Block[], to: readonly Block[]): Texts {
  const numbers = new Map<string, number>();
  const different: string[] = [];
  const numberOf = ({ text }: Block): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, different.length);
    return different.push(text) - 1;
  };
  const numbersOf = (blocks: readonly Block[]) => new Int32Array(blocks.map(numberOf));
  return { from: numbersOf(from), to: numbersOf(to), different };
}

/** A block's words as numbers: those from `start` to `end` of arrays that many blocks share. */
export interface Worded {
  readonly words: Int32Array;
  /** Of each word its beginning, which is the same in most of its inflections. */
  readonly stems: Int32Array;
  readonly start: number;
  readonly end: number;
  /** The sum of the weights of its words and stems. */
  readonly weight: number;
  /** Equal for the same words in the same order. */
  readonly hash: number;
}

/** Returns how many words it has. */
export function lengthOf({ start, end }: Worded): number {
  return end - start;
}

/** Returns several blocks as one; copies no words if the blocks follow one another. */
export function joined(parts: readonly Worded[]): Worded {
  const [first, last] = [parts[0]!, parts.at(-1)!];
  if (parts.length === 1) return first;
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  const hash = parts.reduce((sum, part) => (sum + part.hash) % 2 ** 53, 0);
  const isRun = ({ words, start }: Worded, at: number) =>
    at === 0 || (words === first.words && start === parts[at - 1]!.end);
  if (parts.every(isRun)) return { ...first, end: last.end, weight, hash };
  const words = concatenate(parts.map(({ words, start, end }) => words.subarray(start, end)));
  const stems = concatenate(parts.map(({ stems, start, end }) => stems.subarray(start, end)));
  return { words, stems, start: 0, end: words.length, weight, hash };
}

function concatenate(arrays: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(arrays.reduce((length, array) => length + array.length, 0));
  let at = 0;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return all;
}
