/** Step 9: what is in doubt: where another block could have been meant, so that a person is asked. */
import { isTold } from './contrast.ts';
import type { LonePair } from './lone-pairs.ts';
import type { Work } from './matching.ts';
import type { Row } from './row.ts';
import type { Twins } from './twins.ts';

/** Blocks left over that are as alike as this may belong together. */
const LEFT_OVER = 0.3;

/** Returns the places of blocks that could belong to another changed block, if they have no match. */
export function doubtfulPlaces(
  { candidates, matching }: Work,
  twins: readonly Twins[],
  lone: readonly LonePair[]
) {
  const left = candidates.pairs.filter(
    ({ from, to, alike }) => alike >= LEFT_OVER && !matching.ofFrom[from] && !matching.ofTo[to]
  );
  const pairs = [...left, ...twins, ...lone];
  return { from: new Set(pairs.map(({ from }) => from)), to: new Set(pairs.map(({ to }) => to)) };
}

/** A rival that is nearly as alike makes a match doubtful, */
const NEARLY = 0.2;
/** unless the words in which it differs are so many times more against it than for it. */
const TIMES = 10;

/**
 * Returns the rows of one block and one that another block could be in as well. `byFrom` and `byTo`
 * have the row of each place that is matched.
 */
export function rivalled(
  work: Work,
  twins: readonly Twins[],
  byFrom: readonly (Row | undefined)[],
  byTo: readonly (Row | undefined)[]
): Set<Row> {
  const { vocabulary, matching, contrast } = work;
  const found = new Set<Row>();
  for (const { from, to, alike } of twins) {
    const [left, right] = [byFrom[from], byTo[to]];
    if (left && left === right) continue;
    const [one, other] = [vocabulary.from[from]!, vocabulary.to[to]!];
    if (left && !matching.ofFrom[from]!.fixed && isNear(left, right, alike)) {
      const itsTo = vocabulary.to[left.to[0]!]!;
      if (!isTold(contrast(one, itsTo, other), TIMES)) found.add(left);
    }
    if (right && !matching.ofTo[to]!.fixed && isNear(right, left, alike)) {
      const itsFrom = vocabulary.from[right.from[0]!]!;
      if (!isTold(contrast(other, itsFrom, one), TIMES)) found.add(right);
    }
  }
  return found;
}

/** Returns whether a block of an edited pair is nearly as alike to a block that no row has better. */
function isNear(row: Row, rival: Row | undefined, alike: number): boolean {
  if (row.relation === 'unchanged' || row.score === 1) return false;
  if (row.from.length + row.to.length > 2) return false;
  return alike >= row.score - NEARLY && (rival === undefined || alike >= rival.score);
}
