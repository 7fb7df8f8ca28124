/** Step 1 of the word diff: reads the texts of one side into tokens, and weighs each word. */
import * as is from '../words/characters.ts';
import { fold } from '../words/fold.ts';
import { tokenEnd } from '../words/words.ts';

/**
 * The words and marks of both sides. Two tokens have the same key, a small whole number, if they
 * look the same to a reader.
 */
export interface Vocabulary {
  /** The key of each token, by its folded letters, or by its own ones in an exact comparison. */
  readonly keys: Map<string, number>;
  /** The key of each spelling met, so that each is folded once; NO_KEY if no reader can see it. */
  readonly keysBySpelling: Map<string, number>;
  /** By key: what it is worth to keep the token in its place. */
  readonly weights: number[];
  /** By key: how well a text can be cut after the token, 2 after a sentence, 1 a clause, else 0. */
  readonly breaks: number[];
}

/** One side of a comparison: its texts joined, and where the words and marks are in it. */
export interface Side {
  readonly text: string;
  /** Where each text begins in the joined one, followed by the length of the joined one. */
  readonly blockStarts: readonly number[];
  /** How many tokens there are; the columns below have room for more. */
  readonly length: number;
  readonly keys: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** TIGHT, SPACED or BOUNDARY: what is before each token, and at `length` after the last one. */
  readonly gaps: Int32Array;
  /** The index of each token's text, and at `length` of the last text. */
  readonly blocks: Int32Array;
}

/** Nothing, or nothing that a reader sees, between two tokens. */
export const TIGHT = 0;
/** Space between two tokens. */
const SPACED = 1;
/** The beginning or the end of a text. */
export const BOUNDARY = 2;

/** The key of a spelling that no reader can see, such as a lone soft hyphen. */
const NO_KEY = -1;

export function newVocabulary(): Vocabulary {
  return { keys: new Map(), keysBySpelling: new Map(), weights: [], breaks: [] };
}

/**
 * Reads `texts` into a side and adds their words to `vocabulary`. With `exact`, tokens that only
 * look the same to a reader get different keys. The memory of `spent`, a side that is no longer
 * needed, is used again. Tokens are kept in columns of numbers, since a megabyte of text has four
 * hundred thousand of them.
 */
export function readSide(
  texts: readonly string[],
  vocabulary: Vocabulary,
  exact: boolean,
  spent?: Side
): Side {
  const text = texts.length === 1 ? texts[0]! : texts.join('');
  const isRoomy = spent !== undefined && spent.keys.length > text.length;
  const columns = isRoomy ? columnsOf(spent) : newColumns(text.length + 1);
  const blockStarts = [0];
  let base = 0;
  let count = 0;
  texts.forEach((part, block) => {
    count = readText(part, { columns, count, base, block, vocabulary, exact });
    base += part.length;
    blockStarts.push(base);
  });
  columns.gaps[count] = BOUNDARY;
  columns.blocks[count] = Math.max(0, texts.length - 1);
  return { text, blockStarts, length: count, ...columns };
}

type Columns = Pick<Side, 'keys' | 'starts' | 'ends' | 'gaps' | 'blocks'>;

function columnsOf({ keys, starts, ends, gaps, blocks }: Side): Columns {
  return { keys, starts, ends, gaps, blocks };
}

/** Returns five columns of `size` numbers in one piece of memory. */
function newColumns(size: number): Columns {
  const all = new Int32Array(5 * size);
  return {
    keys: all.subarray(0, size),
    starts: all.subarray(size, 2 * size),
    ends: all.subarray(2 * size, 3 * size),
    gaps: all.subarray(3 * size, 4 * size),
    blocks: all.subarray(4 * size)
  };
}

/** Where a text is read to: the columns, and what is before the text in them. */
interface Reading {
  readonly columns: Columns;
  readonly count: number;
  readonly base: number;
  readonly block: number;
  readonly vocabulary: Vocabulary;
  readonly exact: boolean;
}

/** Adds the tokens of `text` to the columns and returns how many there are so far. */
function readText(
  text: string,
  { columns, count, base, block, vocabulary, exact }: Reading
): number {
  let gap = BOUNDARY;
  for (let start = 0, end: number; start < text.length; start = end) {
    end = tokenEnd(text, start);
    const first = is.classOf(text.codePointAt(start)!);
    if (is.space(first)) {
      if (gap === TIGHT) gap = SPACED;
      continue;
    }
    const spelling = text.slice(start, end);
    const known = vocabulary.keysBySpelling.get(spelling);
    const key = known ?? addSpelling(spelling, first, exact, vocabulary);
    if (key === NO_KEY) continue;
    columns.keys[count] = key;
    columns.starts[count] = base + start;
    columns.ends[count] = base + end;
    columns.gaps[count] = gap;
    columns.blocks[count] = block;
    gap = TIGHT;
    count++;
  }
  return count;
}

/** Adds a spelling, whose first character is of class `first`, and returns its key. */
function addSpelling(
  spelling: string,
  first: is.CharacterClass,
  exact: boolean,
  { keys, keysBySpelling, weights, breaks }: Vocabulary
): number {
  const folded = fold(spelling);
  const letters = exact ? spelling : folded;
  let key = folded === '' ? NO_KEY : keys.get(letters);
  if (key === undefined) {
    key = weights.push(is.wordlike(first) ? weightOfWord(letters) : MARK) - 1;
    breaks.push(breakAfter(letters));
    keys.set(letters, key);
  }
  keysBySpelling.set(spelling, key);
  return key;
}

function breakAfter(letters: string): number {
  if (['.', '!', '?', ':', '...'].includes(letters)) return 2;
  return [',', ';', ')'].includes(letters) ? 1 : 0;
}

/**
 * What it is worth to keep a mark, a short word and a longer one. What matters is how they compare
 * with the cost of a change: keeping a word that splits a rewording costs one more deletion and one
 * more insertion, 6 in all (`COST` in affine.ts), so that only a longer word is worth it.
 */
const MARK = 4;
const SHORT_WORD = 5;
const WORD = 8;

/** Up to three letters most Danish words only bind others together: og, at, det, den, til, som. */
const LONGEST_SHORT_WORD = 3;

function weightOfWord(letters: string): number {
  return letters.length > LONGEST_SHORT_WORD || /\p{N}/u.test(letters) ? WORD : SHORT_WORD;
}

/** Returns the sum of the weights of `keys`. */
export function weightOf(keys: Int32Array, { weights }: Vocabulary): number {
  return keys.reduce((sum, key) => sum + weights[key]!, 0);
}
