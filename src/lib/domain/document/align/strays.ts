/**
 * Short blocks (`Example`, `3 Tokens`) whose equal stands far away, and no neighbour came with
 * them: rather another block with the same words. They are let go, so that what stands at their
 * place is tried first.
 */
import { allMatches, type Match } from './matching.ts';
import { stayedInOrder } from './pair-link.ts';
import { lengthOf } from './worded.ts';
import type { Start } from './work.ts';

/** A heading's or a list item's length; five words in the same order are seldom chance. */
const MOST_WORDS = 4;

export function letStraysGo(work: Start): void {
  const { ofFrom, ofTo } = work.matching;
  const alone = allMatches(work.matching).filter(
    (it) => isShort(work, it) && !hasCompany(work, it)
  );
  if (alone.length === 0) return;
  const anchors = new Set(stayedInOrder(work).map((it) => it.match));
  const strays = alone.filter((it) => !anchors.has(it));
  const gapOfFrom = gapNumbers(ofFrom, anchors);
  const gapOfTo = gapNumbers(ofTo, anchors);
  for (const { from, to } of strays) {
    if (gapOfFrom[from[0]!] === gapOfTo[to[0]!]) continue;
    ofFrom[from[0]!] = undefined;
    ofTo[to[0]!] = undefined;
  }
}

function isShort({ vocabulary }: Start, it: Match): boolean {
  return !it.fixed && lengthOf(vocabulary.from[it.from[0]!]!) <= MOST_WORDS;
}

function hasCompany({ matching }: Start, { from, to }: Match): boolean {
  return [-1, 1].some((step) => {
    const beside = matching.ofFrom[from[0]! + step];
    return beside !== undefined && beside === matching.ofTo[to[0]! + step];
  });
}

/** Of each place, how many blocks that stayed stand before it. */
function gapNumbers(side: readonly (Match | undefined)[], anchors: ReadonlySet<Match>): number[] {
  let passed = 0;
  return side.map((it) => (it && anchors.has(it) ? ++passed : passed));
}
