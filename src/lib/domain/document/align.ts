import type { Block } from './block.ts';
import { findCandidates } from './candidates.ts';
import { correctedMatching } from './corrections.ts';
import { isPermutation, matchEqual, matchRest } from './equal-blocks.ts';
import { letStraysGo } from './strays.ts';
import type { Work } from './work.ts';
import { alignGaps, alignPlainGaps } from './gaps.ts';
import { blockKeys, wordKeys } from './keys.ts';
import { matchClear } from './clear-pairs.ts';
import { addParts } from './parts.ts';
import type { Corrections, Row } from './row.ts';
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
  const matching = correctedMatching(old.length, revised.length, corrections);
  const vocabulary = readVocabulary(old, revised);
  const keys = blockKeys(old, revised);
  const same = { vocabulary, matching };
  matchEqual(same, keys);
  if (isPermutation(keys)) matchRest(matching, keys);
  else {
    matchEqual(same, wordKeys(vocabulary));
    letStraysGo(same);
  }
  const comparison = comparer(vocabulary);
  alignPlainGaps({ ...same, comparer: comparison });
  addParts({ ...same, comparer: comparison });
  const work: Work = {
    ...same, old, new: revised, comparer: comparison,
    candidates: findCandidates(vocabulary, matching, comparison)
  };
  matchClear(work, { least: 0.55, margin: 0.2 });
  alignGaps(work);
  addParts(work);
  matchClear(work, { least: 0.5, margin: 0.15 });
  addParts(work);
  matchRest(matching, keys);
  return rowsOf(work);
}
