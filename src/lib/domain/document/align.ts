import type { Block } from './block.ts';
import { findCandidates } from './candidates.ts';
import { correctedMatching } from './corrections.ts';
import { isPermutation, matchEqual, matchRest } from './equal-blocks.ts';
import { letStraysGo } from './strays.ts';
import { matchPlainGaps } from './plain-gaps.ts';
import { matchGaps } from './readings.ts';
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
  const comparing = { ...same, comparer: comparer(vocabulary) };
  matchPlainGaps(comparing);
  addParts(comparing);
  const work = { ...comparing, old, new: revised, candidates: findCandidates(comparing) };
  matchClear(work, { least: 0.55, margin: 0.2 });
  matchGaps(work);
  addParts(work);
  matchClear(work, { least: 0.5, margin: 0.15 });
  addParts(work);
  matchRest(matching, keys);
  return rowsOf(work);
}
