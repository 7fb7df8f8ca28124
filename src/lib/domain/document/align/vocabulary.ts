/**
 * The words of two texts as numbers, each with its weight: what stands in few blocks tells much
 * about which block became which, what stands everywhere tells nothing (inverse document
 * frequency, Spärck Jones 1972). Weights are whole numbers, so that sums do not depend on order
 * and both directions of a comparison agree to the last bit.
 */
import type { Texts } from './texts.ts';
import type { Worded } from './worded.ts';
import { WordReader } from './word-reader.ts';

export interface Vocabulary {
  /** By place; blocks with the same text share theirs. */
  readonly from: readonly Worded[];
  readonly to: readonly Worded[];
  /** By the number of a word or stem. */
  readonly weights: Int32Array;
}

export function readVocabulary(texts: Texts): Vocabulary {
  const { different } = texts;
  const reader = new WordReader(different.reduce((all, { length }) => all + length, 0));
  const hashes = different.map((text) => reader.read(text));
  const { words, stems, ends } = reader;
  const weights = weigh(reader, timesOf(texts));
  const worded = different.map((_, at): Worded => {
    const [start, end] = [at === 0 ? 0 : ends[at - 1]!, ends[at]!];
    const weight = weightOf(words, start, end, weights) + weightOf(stems, start, end, weights);
    return { words, stems, start, end, weight, hash: hashes[at]! };
  });
  const side = (numbers: Int32Array) => Array.from(numbers, (text) => worded[text]!);
  return { from: side(texts.from), to: side(texts.to), weights };
}

/** In how many blocks each text stands. */
function timesOf({ different, from, to }: Texts): Int32Array {
  const times = new Int32Array(different.length);
  for (const text of from) times[text]!++;
  for (const text of to) times[text]!++;
  return times;
}

/** Numbers of sections and items change without the text: they weigh little, however rare. */
const WEIGHT_OF_FIGURES = 40;

/**
 * The rarer, the heavier: a hundred times the logarithm of how many blocks there are for each that
 * has it. Ten for what stands everywhere: texts of nothing but common words still differ.
 */
function weigh({ words, stems, ends, size, figures }: WordReader, times: Int32Array): Int32Array {
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
  const weights = frequency.map((it) => 10 + Math.round(100 * Math.log((blocks + 1) / it)));
  for (const it of figures) weights[it] = Math.min(weights[it]!, WEIGHT_OF_FIGURES);
  return weights;
}

function weightOf(numbers: Int32Array, start: number, end: number, weights: Int32Array): number {
  let sum = 0;
  for (let at = start; at < end; at++) sum += weights[numbers[at]!]!;
  return sum;
}
