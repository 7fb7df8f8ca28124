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

/** For a pair: how alike its block on this side is to the best of its other candidates. */
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
