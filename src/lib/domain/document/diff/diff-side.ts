import * as is from '../words/characters.ts';
import { fold, tokenEnd } from '../words/words.ts';

/** The keys that two sides share, as small whole numbers, and what each key weighs. */
export interface Vocabulary {
  readonly numbers: Map<string, number>;
  /** The number of each spelling met, so that each is folded once; -1 for one that nobody sees. */
  readonly spellings: Map<string, number>;
  readonly weights: number[];
  /** How well a passage ends after the token: 2 after a sentence, 1 after a clause, else 0. */
  readonly closes: number[];
}

/** One side of a comparison: its texts joined, and where the words and marks stand in it. */
export interface Side {
  readonly text: string;
  /** Where each text begins in the joined one, and at last where the last one ends. */
  readonly blockStarts: readonly number[];
  /** How many tokens there are; the columns have room for more. */
  readonly length: number;
  readonly keys: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** What stands before each token, and at last after them all. */
  readonly gaps: Int32Array;
  /** The text that each token is of; at last, the last text. */
  readonly blocks: Int32Array;
}

export const TIGHT = 0;
export const SPACED = 1;
export const BOUNDARY = 2;

export function newVocabulary(): Vocabulary {
  return { numbers: new Map(), spellings: new Map(), weights: [], closes: [] };
}

/**
 * Reads texts into a side. In `exact` tokens are told apart that look the same to a reader.
 * Columns of numbers and no token objects: a megabyte has four hundred thousand tokens. The columns
 * of a side that is no longer needed are written over.
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

/** Columns long enough for a token at each letter, in one piece of memory. */
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

interface Reading {
  readonly columns: Columns;
  readonly count: number;
  readonly base: number;
  readonly block: number;
  readonly vocabulary: Vocabulary;
  readonly exact: boolean;
}

/** Adds a text's words and marks and gives the count of all so far. */
function readText(
  text: string,
  { columns, count, base, block, vocabulary, exact }: Reading
): number {
  let gap = BOUNDARY;
  for (let start = 0, end: number; start < text.length; start = end) {
    end = tokenEnd(text, start);
    const first = is.classOf(text.codePointAt(start)!);
    if (first === is.SPACE || first === is.NEWLINE) {
      if (gap === TIGHT) gap = SPACED;
      continue;
    }
    const letters = text.slice(start, end);
    const number = vocabulary.spellings.get(letters) ?? learn(letters, first, exact, vocabulary);
    if (number < 0) continue;
    columns.keys[count] = number;
    columns.starts[count] = base + start;
    columns.ends[count] = base + end;
    columns.gaps[count] = gap;
    columns.blocks[count] = block;
    gap = TIGHT;
    count++;
  }
  return count;
}

/** The number of a spelling that was not met before. */
function learn(
  letters: string,
  first: is.CharacterClass,
  exact: boolean,
  { numbers, spellings, weights, closes }: Vocabulary
): number {
  const folded = fold(letters);
  const key = exact ? letters : folded;
  let number = folded === '' ? -1 : numbers.get(key);
  if (number === undefined) {
    const isWord = first >= is.LETTER && first <= is.CONNECTOR;
    number = weights.push(isWord ? weightOfWord(key) : MARK) - 1;
    closes.push(easeAfter(key));
    numbers.set(key, number);
  }
  spellings.set(letters, number);
  return number;
}

function easeAfter(key: string): number {
  if (key === '.' || key === '!' || key === '?' || key === ':' || key === '...') return 2;
  return key === ',' || key === ';' || key === ')' ? 1 : 0;
}

/** What it is worth to keep a token in its place; measured against what a change costs. */
const MARK = 4;
const SHORT_WORD = 5;
const WORD = 8;

/** Up to three letters most Danish words only bind others together: og, at, det, den, til, som. */
function weightOfWord(key: string): number {
  return key.length > 3 || /\p{N}/u.test(key) ? WORD : SHORT_WORD;
}
