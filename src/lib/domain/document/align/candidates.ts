/** Step 4: finds by rare words which unmatched blocks could belong together, wherever they are. */
import { unmatched, type Comparing, type Match } from './matching.ts';
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
  /** By place: the block of the other side that it is like and that is matched already. */
  readonly lookalikeOfFrom: readonly (Lookalike | undefined)[];
  readonly lookalikeOfTo: readonly (Lookalike | undefined)[];
}

/** A block that is like another but belongs to a third. */
export interface Lookalike {
  readonly place: number;
  readonly alike: number;
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

/** Adds the pairs found for the unmatched blocks of a side; returns which matched ones these are like. */
function searchAmong({ side, among, effort, weights, comparer, add }: Search) {
  const lookalike: (Lookalike | undefined)[] = new Array(side.blocks.length).fill(undefined);
  if (isNone(effort)) return lookalike;
  const places = unmatched(side.matches);
  const asked = places.map((at) => side.blocks[at]!);
  blocksLike(asked, among.blocks, weights, effort).forEach((hits, n) => {
    const other = hits.find((hit) => among.matches[hit]);
    const at = places[n]!;
    if (other !== undefined) {
      const alike = comparer.alike(asked[n]!, among.blocks[other]!);
      lookalike[at] = { place: other, alike };
    }
    for (const hit of hits) if (!among.matches[hit]) add(at, hit);
  });
  return lookalike;
}
