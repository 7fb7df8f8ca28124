/** How common words are in the languages that texts are written in, whatever the two texts say. */
import { commonWords } from './common-words.ts';
import type { WordReader } from './word-reader.ts';

/** Words in a paragraph. */
const WORDS_A_PARAGRAPH = 40;

/**
 * Returns the share of paragraphs that have the word of this rank, from 1: by the law of Zipf, as
 * Mandelbrot (1953) has corrected it for the commonest words.
 */
function shareAt(rank: number): number {
  return 1 - (1 - 0.1 / (rank + 2.7)) ** WORDS_A_PARAGRAPH;
}

/** The words of all languages in one text, and the share of each. */
const lists = Object.values(commonWords).map((words) => words.split(' '));
const text = lists.map((words) => words.join(' ')).join(' ');
const shares = lists.flatMap((words) => words.map((_, at) => shareAt(at + 1)));

/**
 * Returns by the number of a word or a stem of the reader in which share of paragraphs it is expected
 * to be; 0 for one that is not among the commonest. Reads the commonest words with the reader.
 */
export function expectedShares(reader: WordReader): Float64Array {
  const start = reader.ends.at(-1) ?? 0;
  reader.read(text);
  const expected = new Float64Array(reader.size);
  shares.forEach((share, at) => {
    for (const number of [reader.words[start + at]!, reader.stems[start + at]!])
      expected[number] = Math.max(expected[number]!, share);
  });
  return expected;
}
