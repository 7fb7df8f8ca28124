/**
 * Step 4: finds by rare words which unmatched blocks could belong together, and matches those that
 * are alike beyond doubt, wherever they are.
 */
import { match, unmatched, type Comparing, type Match, type Work } from './matching.ts';
import { blocksLike, effortFor, isNone, type Effort } from './rare-words.ts';
import type { Comparer } from './similarity.ts';
import type { Worded } from './vocabulary.ts';

/** Two unmatched blocks that could belong together. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  /** 0 to 1, as Comparer.alike returns it. */
  readonly alike: number;
}

/** What was found of a text's unmatched blocks. */
export interface Candidates {
  readonly pairs: Candidate[];
  /** By place: how alike it is to a block of the other side that is matched already. */
  readonly lookalikeOfFrom: Float64Array;
  readonly lookalikeOfTo: Float64Array;
}

/** Returns the pairs of unmatched blocks that share rare words, from either side. */
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

/** The blocks of a text and their matches. */
interface Side {
  readonly blocks: readonly Worded[];
  readonly matches: readonly (Match | undefined)[];
}

/** A search for the blocks of `side` among those of `among`; `add` takes what is found. */
interface Search {
  readonly side: Side;
  readonly among: Side;
  readonly effort: Effort;
  readonly weights: Int32Array;
  readonly comparer: Comparer;
  readonly add: (at: number, hit: number) => void;
}

/** Adds the pairs found for the unmatched blocks of a side; returns how alike these are to matched ones. */
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

/** When two blocks are the same beyond doubt. */
export interface Clear {
  /** How alike they must be. */
  readonly least: number;
  /** How much more alike they must be than either is to any other block. */
  readonly margin: number;
}

/**
 * Matches candidates that are alike enough and far more so than any rival, wherever they are. If
 * there are two such candidates for a block, it has none.
 */
export function matchClear({ matching, candidates }: Work, { least, margin }: Clear): void {
  const free = candidates.pairs.filter(
    ({ from, to }) => !matching.ofFrom[from] && !matching.ofTo[to]
  );
  const from = rivals(free, 'from', candidates.lookalikeOfFrom);
  const to = rivals(free, 'to', candidates.lookalikeOfTo);
  for (const pair of free) {
    const rival = Math.max(from(pair), to(pair));
    if (pair.alike >= least && pair.alike >= rival + margin) {
      match(matching, [pair.from], [pair.to]);
    }
  }
}

/** Returns how alike the block of a pair on this side is to the best of its other candidates. */
function rivals(pairs: readonly Candidate[], side: 'from' | 'to', lookalike: Float64Array) {
  const best = new Float64Array(lookalike.length);
  const second = new Float64Array(lookalike.length);
  for (const { [side]: at, alike } of pairs) {
    second[at] = Math.max(second[at]!, Math.min(best[at]!, alike));
    best[at] = Math.max(best[at]!, alike);
  }
  return ({ [side]: at, alike }: Candidate): number =>
    Math.max(alike === best[at] ? second[at]! : best[at]!, lookalike[at]!);
}
