import type { Block } from './block.ts';
import { findCandidates } from './candidates.ts';
import { matchEqual } from './equal-blocks.ts';
import { alignGaps } from './gaps.ts';
import { blockKeys, wordKeys } from './keys.ts';
import { matchClear } from './clear-pairs.ts';
import type { Matching } from './matching.ts';
import { addParts } from './parts.ts';
import { type Corrections, type Row } from './row.ts';
import { rowsOf } from './rows.ts';
import { comparer } from './similarity.ts';
import { readVocabulary } from './vocabulary.ts';

export interface AlignOptions {
  readonly corrections?: Corrections;
}

export function align(
  old: readonly Block[],
  revised: readonly Block[],
  { corrections = {} }: AlignOptions = {}
): Row[] {
  const matching: Matching = {
    ofOld: new Array(old.length).fill(undefined),
    ofNew: new Array(revised.length).fill(undefined),
    mayMatch: () => true
  };
  matchEqual(matching, blockKeys(old, revised));
  const vocabulary = readVocabulary(old, revised);
  matchEqual(matching, wordKeys(vocabulary));
  const comparison = comparer(vocabulary);
  const candidates = findCandidates(vocabulary, matching, comparison);
  const work = { old, new: revised, vocabulary, matching, comparer: comparison, candidates };
  matchClear(work, { least: 0.55, margin: 0.2 });
  alignGaps(work);
  addParts(work);
  matchClear(work, { least: 0.5, margin: 0.15 });
  addParts(work);
  return rowsOf(work);
}
