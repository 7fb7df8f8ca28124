import { match, type Matching } from './matching.ts';
import type { Corrections, Together } from './row.ts';

/** Corrections that contradict each other or do not fit the texts. */
export class CorrectionRefused extends Error {
  override readonly name = 'CorrectionRefused';
}

/** A matching of texts of so many blocks that knows what a person has said, and nothing else. */
export function correctedMatching(
  fromCount: number,
  toCount: number,
  { together = [], apart = [] }: Corrections
): Matching {
  const kept = new Set(apart.map((pair) => pair.from * toCount + pair.to));
  const matching: Matching = {
    ofFrom: new Array(fromCount).fill(undefined),
    ofTo: new Array(toCount).fill(undefined),
    mayMatch: kept.size === 0 ? () => true : (from, to) => !kept.has(from * toCount + to)
  };
  for (const pair of apart) refuseOutside(matching, [pair.from], [pair.to]);
  for (const said of together) {
    refuseImpossible(matching, said);
    match(matching, said.from.toSorted(ascending), said.to.toSorted(ascending), true);
  }
  return matching;
}

function refuseImpossible(matching: Matching, { from, to }: Together): void {
  refuseOutside(matching, from, to);
  if (from.length + to.length === 0) throw new CorrectionRefused('a row without blocks');
  if (from.length > 1 && to.length > 1)
    throw new CorrectionRefused(
      'several blocks cannot have become several: say which became which'
    );
  if (from.some((at) => matching.ofFrom[at]) || to.some((at) => matching.ofTo[at]))
    throw new CorrectionRefused('a block cannot stand in two rows');
  if (from.some((one) => to.some((other) => !matching.mayMatch(one, other))))
    throw new CorrectionRefused('two blocks cannot be together and apart');
}

function refuseOutside({ ofFrom, ofTo }: Matching, from: readonly number[], to: readonly number[]) {
  const isOutside = (side: readonly unknown[]) => (at: number) =>
    !Number.isInteger(at) || at < 0 || at >= side.length;
  if (from.some(isOutside(ofFrom)) || to.some(isOutside(ofTo)))
    throw new CorrectionRefused('a place outside the text');
}

function ascending(one: number, other: number): number {
  return one - other;
}
