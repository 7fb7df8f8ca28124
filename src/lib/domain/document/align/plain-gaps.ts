/** Matches what plainly was edited, cut or joined in its place: most changes, without a search. */
import { localGaps } from './gaps.ts';
import { isForbidden, match } from './matching.ts';
import { joined } from './worded.ts';
import type { Comparing } from './work.ts';

/** Half of the words: in the same place between the same neighbours there is no doubt then. */
const LEAST_ALIKE = 0.5;
/** Of each part of a split or a merger so much must be words of the whole. */
const LEAST_COVERED = 0.6;
/** One block and up to three parts of it. */
const MOST_BLOCKS = 4;

export function matchPlainGaps(start: Comparing): void {
  for (const { from, to } of localGaps(start)) {
    if (Math.min(from.length, to.length) !== 1) continue;
    if (from.length + to.length > MOST_BLOCKS) continue;
    if (isForbidden(start.matching, from, to) || !isPlain(start, from, to)) continue;
    match(start.matching, from, to);
  }
}

function isPlain({ vocabulary, comparer }: Comparing, from: number[], to: number[]): boolean {
  const left = from.map((at) => vocabulary.from[at]!);
  const right = to.map((at) => vocabulary.to[at]!);
  const [one, other] = [joined(left), joined(right)];
  if (comparer.alike(one, other) < LEAST_ALIKE) return false;
  const [parts, whole] = left.length > 1 ? [left, other] : [right, one];
  if (parts.length === 1) return true;
  return parts.every(
    (part) => part.weight > 0 && comparer.common(part, whole) >= LEAST_COVERED * part.weight
  );
}
