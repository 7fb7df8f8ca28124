import type { Block } from '../block.ts';
import type { Candidates } from './candidates.ts';
import type { Matching } from './matching.ts';
import type { Comparer } from './similarity.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is known before blocks are compared. */
export interface Start {
  readonly vocabulary: Vocabulary;
  readonly matching: Matching;
}

export interface Comparing extends Start {
  readonly comparer: Comparer;
}

/** Two texts on the way to their rows. */
export interface Work extends Comparing {
  readonly from: readonly Block[];
  readonly to: readonly Block[];
  readonly candidates: Candidates;
}
