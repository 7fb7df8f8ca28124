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
  readonly from: number;
  readonly to: number;
  /** 0 to 1. */
  readonly alike: number;
}

export interface Candidates {
  readonly pairs: Candidate[];
  /** By place: how alike it is to blocks that are already another's. High for boilerplate. */
  readonly lookalikeOfFrom: Float64Array;
  readonly lookalikeOfTo: Float64Array;
}

export function findCandidates({ vocabulary, matching, comparer }: Comparing): Candidates {
  const effort = effortFor({ vocabulary, matching });
  const found = new Map<number, Candidate>();
  const add = (from: number, to: number): void => {
    const key = from * vocabulary.to.length + to;
    if (found.has(key) || !matching.mayMatch(from, to)) return;
    const alike = comparer.alike(vocabulary.from[from]!, vocabulary.to[to]!);
    found.set(key, { from, to, alike });
  };
  const sides = {
    from: { blocks: vocabulary.from, matches: matching.ofFrom },
    to: { blocks: vocabulary.to, matches: matching.ofTo }
  };
  const search = { comparer, effort, weights: vocabulary.weights };
  const lookalikeOfFrom = searchAmong({ ...search, side: sides.from, among: sides.to, add });
  const back = (to: number, from: number): void => add(from, to);
  const lookalikeOfTo = searchAmong({ ...search, side: sides.to, among: sides.from, add: back });
  return { pairs: [...found.values()], lookalikeOfFrom, lookalikeOfTo };
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
