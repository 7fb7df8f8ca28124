import { writeHunks } from './diff-hunks.ts';
import { absorbIslands } from './diff-islands.ts';
import { findRuns, newBudget } from './diff-runs.ts';
import { newVocabulary, readSide, type Side } from './diff-side.ts';
import { slideToSentences } from './diff-slide.ts';

/**
 * A piece of a row's text. The old texts are the `old` of all hunks in order, told apart by
 * `oldBlock`; the new ones likewise: nothing that changed can be left out.
 */
export interface Hunk {
  readonly type: 'equal' | 'deleted' | 'inserted';
  /** As it was written before; empty when inserted. */
  readonly old: string;
  /** As it is written now; empty when deleted. Equal hunks may differ where a reader sees none. */
  readonly new: string;
  /** Which of the old texts it stands in, or stood beside, counted from 0; never falls. */
  readonly oldBlock: number;
  /** Which of the new texts it stands in, or would have, counted from 0; never falls. */
  readonly newBlock: number;
}

/** One block's text, or those of several that were merged or came of a split. */
export type Texts = string | readonly string[];

/**
 * The word changes between two texts: few, of whole words and marks, deletions before insertions.
 * What a reader cannot see (Unicode forms, ae for æ, soft hyphens, kinds of spaces, quotation
 * marks and dashes, the cut between two blocks) is equal unless `exact` asks for every letter.
 * Two long texts with nothing in common come out as one deletion and one insertion.
 */
export function wordDiff(old: Texts, newer: Texts, options: DiffOptions = {}): Hunk[] {
  return wordDiffer(options)(old, newer);
}

export interface DiffOptions {
  readonly exact?: boolean;
}

/** `wordDiff` for many pairs of texts: each word is weighed only once, and all share what may be spent. */
export function wordDiffer({ exact = false }: DiffOptions = {}): (
  old: Texts,
  newer: Texts
) => Hunk[] {
  const vocabulary = newVocabulary();
  const budget = newBudget();
  let oldSide: Side | undefined;
  let newSide: Side | undefined;
  return (old, newer) => {
    if (old === newer && typeof old === 'string') return whole(old);
    oldSide = readSide(typeof old === 'string' ? [old] : old, vocabulary, exact, oldSide);
    newSide = readSide(typeof newer === 'string' ? [newer] : newer, vocabulary, exact, newSide);
    const runs = findRuns(oldSide, newSide, vocabulary, budget);
    const kept = absorbIslands(runs, oldSide, newSide, vocabulary);
    slideToSentences(kept, oldSide, newSide, vocabulary);
    return writeHunks(kept, oldSide, newSide, exact);
  };
}

function whole(text: string): Hunk[] {
  return text === '' ? [] : [{ type: 'equal', old: text, new: text, oldBlock: 0, newBlock: 0 }];
}
