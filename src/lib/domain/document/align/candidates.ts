/**
 * Which blocks could have become of which: found by their rare words, so that two long texts are
 * never compared block by block.
 */
import { effortFor, isNone, type Effort } from './effort.ts';
import { unmatched, type Match } from './matching.ts';
import { blocksLike } from './rare-words.ts';
import type { Comparer } from './similarity.ts';
import type { Worded } from './worded.ts';
import type { Comparing } from './work.ts';

export interface Candidate {
  readonly old: number;
  readonly new: number;
  /** 0 to 1. */
  readonly alike: number;
}

export interface Candidates {
  readonly pairs: Candidate[];
  /** By place: how alike it is to blocks that are already another's. High for boilerplate. */
  readonly lookalikeOfOld: Float64Array;
  readonly lookalikeOfNew: Float64Array;
}

export function findCandidates({ vocabulary, matching, comparer }: Comparing): Candidates {
  const effort = effortFor({ vocabulary, matching });
  const found = new Map<number, Candidate>();
  const add = (old: number, revised: number): void => {
    const key = old * vocabulary.new.length + revised;
    if (found.has(key) || !matching.mayMatch(old, revised)) return;
    const alike = comparer.alike(vocabulary.old[old]!, vocabulary.new[revised]!);
    found.set(key, { old, new: revised, alike });
  };
  const sides = {
    old: { blocks: vocabulary.old, matches: matching.ofOld },
    new: { blocks: vocabulary.new, matches: matching.ofNew }
  };
  const search = { comparer, effort, weights: vocabulary.weights };
  const lookalikeOfOld = searchAmong({ ...search, side: sides.old, among: sides.new, add });
  const back = (revised: number, old: number): void => add(old, revised);
  const lookalikeOfNew = searchAmong({ ...search, side: sides.new, among: sides.old, add: back });
  return { pairs: [...found.values()], lookalikeOfOld, lookalikeOfNew };
}

interface Side {
  readonly blocks: readonly Worded[];
  readonly matches: readonly (Match | undefined)[];
}

interface Search {
  readonly side: Side;
  readonly among: Side;
  readonly effort: Effort;
  readonly weights: Int32Array;
  readonly comparer: Comparer;
  readonly add: (at: number, hit: number) => void;
}

/** Adds what was found for the blocks of a side that are left; out come their lookalikes. */
function searchAmong({ side, among, effort, weights, comparer, add }: Search): Float64Array {
  const lookalike = new Float64Array(side.blocks.length);
  if (isNone(effort)) return lookalike;
  const places = unmatched(side.matches);
  const asked = places.map((at) => side.blocks[at]!);
  blocksLike(asked, among.blocks, weights, effort).forEach((hits, n) => {
    const other = hits.find((hit) => among.matches[hit]);
    const at = places[n]!;
    if (other !== undefined) lookalike[at] = comparer.alike(asked[n]!, among.blocks[other]!);
    for (const hit of hits) if (!among.matches[hit]) add(at, hit);
  });
  return lookalike;
}
