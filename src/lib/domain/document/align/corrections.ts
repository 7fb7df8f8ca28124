import { match, type Matching } from './matching.ts';
import type { Corrections, Together } from './row.ts';

/** Corrections that contradict each other or do not fit the texts. */
export class CorrectionRefused extends Error {
  override readonly name = 'CorrectionRefused';
}

/** A matching of texts of so many blocks that knows what a person has said, and nothing else. */
export function correctedMatching(
  oldCount: number,
  newCount: number,
  { together = [], apart = [] }: Corrections
): Matching {
  const kept = new Set(apart.map((pair) => pair.old * newCount + pair.new));
  const matching: Matching = {
    ofOld: new Array(oldCount).fill(undefined),
    ofNew: new Array(newCount).fill(undefined),
    mayMatch: kept.size === 0 ? () => true : (old, revised) => !kept.has(old * newCount + revised)
  };
  for (const pair of apart) refuseOutside(matching, [pair.old], [pair.new]);
  for (const said of together) {
    refuseImpossible(matching, said);
    match(matching, said.old.toSorted(ascending), said.new.toSorted(ascending), true);
  }
  return matching;
}

function refuseImpossible(matching: Matching, { old, new: revised }: Together): void {
  refuseOutside(matching, old, revised);
  if (old.length + revised.length === 0) throw new CorrectionRefused('a row without blocks');
  if (old.length > 1 && revised.length > 1)
    throw new CorrectionRefused(
      'several blocks cannot have become several: say which became which'
    );
  if (old.some((at) => matching.ofOld[at]) || revised.some((at) => matching.ofNew[at]))
    throw new CorrectionRefused('a block cannot stand in two rows');
  if (old.some((one) => revised.some((other) => !matching.mayMatch(one, other))))
    throw new CorrectionRefused('two blocks cannot be together and apart');
}

function refuseOutside(
  { ofOld, ofNew }: Matching,
  old: readonly number[],
  revised: readonly number[]
) {
  const isOutside = (side: readonly unknown[]) => (at: number) =>
    !Number.isInteger(at) || at < 0 || at >= side.length;
  if (old.some(isOutside(ofOld)) || revised.some(isOutside(ofNew)))
    throw new CorrectionRefused('a place outside the text');
}

function ascending(one: number, other: number): number {
  return one - other;
}
