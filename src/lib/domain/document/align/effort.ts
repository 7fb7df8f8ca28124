import { unmatched } from './matching.ts';
import { lengthOf } from './worded.ts';
import type { Start } from './work.ts';

/** How much is spent on a block that is not matched yet. */
export interface Effort {
  /** A word in more blocks than this is no help in finding one; it still counts in comparing. */
  readonly blocksAWord: number;
  /** Of each block the rarest so many words are looked up: those of a sentence. */
  readonly wordsAsked: number;
  /** And the best so many hits compared: its own, a few parts of it, a few lookalikes. */
  readonly compared: number;
  /** In a gap of more pairs only those in step and those with rare words in common are read. */
  readonly pairsAGap: number;
}

const usual: Effort = { blocksAWord: 32, wordsAsked: 12, compared: 6, pairsAGap: 2500 };

/** Where so much is left, a text was replaced as a whole: a second is all it gets. */
const thrifty: Effort = { blocksAWord: 8, wordsAsked: 5, compared: 2, pairsAGap: 36 };
const MANY_BLOCKS = 4000;
const MANY_WORDS = 150_000;

/** More than a book has: no text for people, and only what is equal is found in it. */
const none: Effort = { blocksAWord: 0, wordsAsked: 0, compared: 0, pairsAGap: 0 };
const TOO_MANY_BLOCKS = 24_000;

/** By how much is left of both texts; none, too, where one has nothing left. */
export function effortFor({ matching, vocabulary }: Start): Effort {
  const from = unmatched(matching.ofFrom).map((at) => vocabulary.from[at]!);
  const to = unmatched(matching.ofTo).map((at) => vocabulary.to[at]!);
  const blocks = from.length + to.length;
  if (from.length === 0 || to.length === 0 || blocks > TOO_MANY_BLOCKS) return none;
  const words = [...from, ...to].reduce((all, it) => all + lengthOf(it), 0);
  return blocks > MANY_BLOCKS || words > MANY_WORDS ? thrifty : usual;
}

export function isNone({ compared }: Effort): boolean {
  return compared === 0;
}
