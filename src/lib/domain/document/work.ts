import type { Block } from './block.ts';
import type { Candidates } from './candidates.ts';
import type { GramComparer } from './grams.ts';
import type { Matching } from './matching.ts';
import type { Comparer } from './similarity.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Two texts on the way to their rows. */
export interface Work {
  readonly old: readonly Block[];
  readonly new: readonly Block[];
  readonly vocabulary: Vocabulary;
  readonly matching: Matching;
  readonly comparer: Comparer;
  grams: GramComparer;
  candidates: Candidates;
}
