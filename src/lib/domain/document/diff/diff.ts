/**
 * The word diff: what changed between two texts, in whole words and marks, as few changes as a
 * reader would mark by hand. `from` is the text that was, `to` the one it became.
 *
 * 1. `side.ts` reads each side into tokens (words and marks) and weighs every word once.
 * 2. `runs.ts` finds the runs of tokens that both sides share: it sets aside what both begin and
 *    end with, pairs the rest by weight (`affine.ts`, Gotoh's affine gaps), and cuts what is too
 *    long for that at words that stand once on each side (Cohen's patience diff).
 * 3. `simplify.ts` drops small runs inside rewritten passages and slides changes to where sentences
 *    begin.
 * 4. `hunks.ts` writes the runs as hunks, from which both texts can be rebuilt to the letter.
 */
import { writeHunks } from './hunks.ts';
import { findRuns, newBudget } from './runs.ts';
import { newVocabulary, readSide, type Side } from './side.ts';
import { dropSmallRuns, slideChanges } from './simplify.ts';

/**
 * A piece of two compared texts. The `from` of all hunks in order is the texts of that side, told
 * apart by `fromBlock`, and so for `to`: nothing that changed can be left out.
 */
export interface Hunk {
  readonly type: 'equal' | 'deleted' | 'inserted';
  /** As it is written in `from`; empty if inserted. */
  readonly from: string;
  /** As it is written in `to`; empty if deleted. In an equal hunk the two look the same. */
  readonly to: string;
  /** Index of the `from` text that the piece is in or stands beside; never decreases. */
  readonly fromBlock: number;
  /** Index of the `to` text that the piece is in or stands beside; never decreases. */
  readonly toBlock: number;
}

/** The text of one block, or of several that were merged or come from a split. */
export type Texts = string | readonly string[];

export interface DiffOptions {
  readonly exact?: boolean;
}

/** Compares the words of two texts as `wordDiff` does. */
export type WordDiffer = (from: Texts, to: Texts) => Hunk[];

/**
 * Returns the word changes between two texts, deletions before insertions. What a reader cannot see
 * (Unicode forms, ae for æ, soft hyphens, kinds of spaces, quotation marks and dashes, the boundary
 * between two blocks) is equal unless `exact` is set. Two long texts with nothing in common are one
 * deletion and one insertion.
 */
export function wordDiff(from: Texts, to: Texts, options: DiffOptions = {}): Hunk[] {
  return wordDiffer(options)(from, to);
}

/**
 * Returns `wordDiff` for many pairs of texts: the pairs share one vocabulary, so that each word is
 * weighed once, and one budget of time.
 */
export function wordDiffer({ exact = false }: DiffOptions = {}): WordDiffer {
  const vocabulary = newVocabulary();
  const budget = newBudget();
  let fromSide: Side | undefined;
  let toSide: Side | undefined;
  return (from, to) => {
    if (from === to && typeof from === 'string') return unchanged(from);
    fromSide = readSide(listOf(from), vocabulary, exact, fromSide);
    toSide = readSide(listOf(to), vocabulary, exact, toSide);
    const found = findRuns(fromSide, toSide, vocabulary, budget);
    const runs = dropSmallRuns(found, fromSide, toSide, vocabulary);
    slideChanges(runs, fromSide, toSide, vocabulary);
    return writeHunks(runs, fromSide, toSide, exact);
  };
}

function unchanged(text: string): Hunk[] {
  return text === '' ? [] : [{ type: 'equal', from: text, to: text, fromBlock: 0, toBlock: 0 }];
}

/** Returns one text as a list of one, and several as they are. */
export function listOf(texts: Texts): readonly string[] {
  return typeof texts === 'string' ? [texts] : texts;
}
