import { tokenise } from './words.ts';

/** The keys that two sides share, as small whole numbers, and what each key weighs. */
export interface Vocabulary {
  readonly numbers: Map<string, number>;
  readonly weights: number[];
  /** How well a passage ends after the token: 2 after a sentence, 1 after a clause, else 0. */
  readonly closes: number[];
}

/** One side of a comparison: its texts joined, and where the words and marks stand in it. */
export interface Side {
  readonly text: string;
  /** Where each text begins in the joined one, and at last where the last one ends. */
  readonly blockStarts: readonly number[];
  readonly length: number;
  readonly keys: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** What stands before each token, and at last after them all. */
  readonly gaps: Uint8Array;
  /** The text that each token is of; at last, the last text. */
  readonly blocks: Int32Array;
}

export const TIGHT = 0;
export const SPACED = 1;
export const BOUNDARY = 2;

export function newVocabulary(): Vocabulary {
  return { numbers: new Map(), weights: [], closes: [] };
}

/** Reads texts into a side. In `exact` tokens are told apart that look the same to a reader. */
export function readSide(texts: readonly string[], vocabulary: Vocabulary, exact: boolean): Side {
  const keys: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const gaps: number[] = [];
  const blocks: number[] = [];
  const blockStarts = [0];
  let base = 0;
  texts.forEach((text, block) => {
    let gap = BOUNDARY;
    for (const token of tokenise(text)) {
      if (token.kind === 'space') gap = Math.max(gap, SPACED);
      else if (token.key !== '') {
        const key = exact ? text.slice(token.start, token.end) : token.key;
        keys.push(numberOf(key, token.kind === 'word', vocabulary));
        starts.push(base + token.start);
        ends.push(base + token.end);
        gaps.push(gap);
        blocks.push(block);
        gap = TIGHT;
      }
    }
    base += text.length;
    blockStarts.push(base);
  });
  gaps.push(BOUNDARY);
  blocks.push(Math.max(0, texts.length - 1));
  return {
    text: texts.length === 1 ? texts[0]! : texts.join(''),
    blockStarts,
    length: keys.length,
    keys: Int32Array.from(keys),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    gaps: Uint8Array.from(gaps),
    blocks: Int32Array.from(blocks)
  };
}

function numberOf(key: string, isWord: boolean, { numbers, weights, closes }: Vocabulary): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, weights.length);
  closes.push(/^(?:[.!?:]|\.\.\.)$/.test(key) ? 2 : /^[,;)]$/.test(key) ? 1 : 0);
  return weights.push(isWord ? weightOfWord(key) : MARK) - 1;
}

/** What it is worth to keep a token in its place; measured against what a change costs. */
const MARK = 4;
const SHORT_WORD = 5;
const WORD = 8;

/** Up to three letters most Danish words only bind others together: og, at, det, den, til, som. */
function weightOfWord(key: string): number {
  return key.length > 3 || /\p{N}/u.test(key) ? WORD : SHORT_WORD;
}
