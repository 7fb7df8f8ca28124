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
  const { ofOld, ofNew } = work.matching;
  const alone = allMatches(work.matching).filter(
    (it) => isShort(work, it) && !hasCompany(work, it)
  );
  if (alone.length === 0) return;
  const anchors = new Set(stayedInOrder(work).map((it) => it.match));
  const strays = alone.filter((it) => !anchors.has(it));
  const gapOfOld = gapNumbers(ofOld, anchors);
  const gapOfNew = gapNumbers(ofNew, anchors);
  for (const { old, new: revised } of strays) {
    if (gapOfOld[old[0]!] === gapOfNew[revised[0]!]) continue;
    ofOld[old[0]!] = undefined;
    ofNew[revised[0]!] = undefined;
  }
}

function isShort({ vocabulary }: Start, it: Match): boolean {
  return !it.fixed && lengthOf(vocabulary.old[it.old[0]!]!) <= MOST_WORDS;
}

function hasCompany({ matching }: Start, { old, new: revised }: Match): boolean {
  return [-1, 1].some((step) => {
    const beside = matching.ofOld[old[0]! + step];
    return beside !== undefined && beside === matching.ofNew[revised[0]! + step];
  });
}

/** Of each place, how many blocks that stayed stand before it. */
function gapNumbers(side: readonly (Match | undefined)[], anchors: ReadonlySet<Match>): number[] {
  let passed = 0;
  return side.map((it) => (it && anchors.has(it) ? ++passed : passed));
}
