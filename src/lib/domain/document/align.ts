import type { Block } from './block.ts';
import { findCandidates } from './candidates.ts';
import { isPermutation, matchEqual, matchRest, type Keys } from './equal-blocks.ts';
import { letStraysGo } from './strays.ts';
import type { Work } from './work.ts';
import { alignGaps } from './gaps.ts';
import { gramComparer } from './grams.ts';
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
  const keys = blockKeys(old, revised);
  matchEqual(matching, keys);
  const permutation = isPermutation(keys);
  if (permutation) matchRest(matching, keys, () => true);
  const vocabulary = readVocabulary(old, revised);
  matchEqual(matching, wordKeys(vocabulary));
  const comparison = comparer(vocabulary);
  const work: Work = {
    old, new: revised, vocabulary, matching, comparer: comparison, grams: null as unknown as Work['grams'],
    candidates: { pairs: [], lookalikeOfOld: new Float64Array(0), lookalikeOfNew: new Float64Array(0) }
  };
  if (!permutation) letStraysGo(work);
  work.candidates = findCandidates(vocabulary, matching, comparison);
  matchClear(work, { least: 0.55, margin: 0.2 });
  work.grams = gramComparer(old, revised, matching);
  alignGaps(work);
  addParts(work);
  matchClear(work, { least: 0.5, margin: 0.15 });
  addParts(work);
  matchRest(matching, keys, () => true);
  return rowsOf(work);
}

/** A short block that is repeated says nothing of where it came from. */
function isTelling(old: readonly Block[], keys: Keys): (place: number) => boolean {
  const times = new Map<number, number>();
  for (const key of keys.old) times.set(key, (times.get(key) ?? 0) + 1);
  return (place) => times.get(keys.old[place]!) === 1 || old[place]!.text.length > 40;
}
