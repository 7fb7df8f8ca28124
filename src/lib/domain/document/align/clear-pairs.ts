/** Matches what is plainly the same block, wherever it stands. */
import type { Candidate } from './candidates.ts';
import { match } from './matching.ts';
import type { Work } from './work.ts';

export interface Clear {
  /** How alike two blocks must be. */
  readonly least: number;
  /** And how much more so than either is to any other block. */
  readonly margin: number;
}

export function matchClear({ matching, candidates }: Work, { least, margin }: Clear): void {
  const free = candidates.pairs.filter(
    ({ old, new: revised }) => !matching.ofOld[old] && !matching.ofNew[revised]
  );
  const old = rivals(free, 'old', candidates.lookalikeOfOld);
  const revised = rivals(free, 'new', candidates.lookalikeOfNew);
  for (const pair of free) {
    const rival = Math.max(old(pair), revised(pair));
    if (pair.alike >= least && pair.alike >= rival + margin) {
      match(matching, [pair.old], [pair.new]);
    }
  }
}

/** For a pair: how alike its block on this side is to the best of its other candidates. */
function rivals(pairs: Candidate[], side: 'old' | 'new', lookalike: Float64Array) {
  const best = new Map<number, Candidate>();
  const second = new Map<number, number>();
  for (const pair of pairs) {
    const leader = best.get(pair[side]);
    if (!leader || pair.alike > leader.alike) {
      if (leader) second.set(pair[side], leader.alike);
      best.set(pair[side], pair);
    } else if (pair.alike > (second.get(pair[side]) ?? 0)) second.set(pair[side], pair.alike);
  }
  return (pair: Candidate): number => {
    const leader = best.get(pair[side])!;
    const other = leader === pair ? (second.get(pair[side]) ?? 0) : leader.alike;
    return Math.max(other, lookalike[pair[side]]!);
  };
}
