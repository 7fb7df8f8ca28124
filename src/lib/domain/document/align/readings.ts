/**
 * What is left between two matches is read as one text that became of the other, in order. The
 * best reading is the heaviest chain of pairs, of one block cut in two and of two joined (after
 * Gale and Church 1993); a pair counts for what it has in common beyond the noise of these texts.
 */
import type { Block } from '../block.ts';
import { heaviestChain, type ChainLink } from './chain.ts';
import { effortFor, isNone, type Effort } from './effort.ts';
import { gainOf, limits, mayBeJoined, mayBeOne } from './gain.ts';
import { localGaps, wideGaps, type Gap } from './gaps.ts';
import { gramComparer, type GramComparer } from './gram-comparer.ts';
import { isForbidden, match } from './matching.ts';
import type { Work } from './work.ts';

/** Of a gap with too many pairs those with a likeness in words of at least this are looked at. */
const LEAST_IN_WORDS = 0.15;

interface Reader extends Work {
  readonly grams: GramComparer;
  readonly effort: Effort;
  readonly likely: ReadonlyMap<number, readonly number[]>;
}

export function matchGaps(work: Work): void {
  const effort = effortFor(work);
  if (isNone(effort)) return;
  const grams = gramComparer(work.old, work.new, work.matching);
  const reader = { ...work, effort, grams, likely: likelyPairs(work) };
  for (const gap of localGaps(work)) matchGap(reader, gap);
  for (const gap of wideGaps(work)) matchGap(reader, gap);
}

function matchGap(work: Reader, whole: Gap): void {
  const gap = withoutRemarks(work, whole);
  if (gap.old.length === 0 || gap.new.length === 0) return;
  for (const { blocks } of heaviestChain(readings(work, gap))) match(work.matching, ...blocks);
}

/** A remark in parentheses speaks of the text; unless both sides have one it became of nothing. */
function withoutRemarks(work: Reader, gap: Gap): Gap {
  const old = gap.old.filter((at) => !isRemark(work.old[at]!));
  const revised = gap.new.filter((at) => !isRemark(work.new[at]!));
  const onBoth = old.length < gap.old.length && revised.length < gap.new.length;
  return onBoth ? gap : { old, new: revised };
}

function isRemark({ text }: Block): boolean {
  return text.startsWith('(') && text.endsWith(')');
}

interface Reading extends ChainLink {
  readonly blocks: readonly [number[], number[]];
}

function readings(work: Reader, gap: Gap): Reading[] {
  const found: Reading[] = [];
  const { grams } = work;
  const odds = limits.noise + limits.noiseByDoubling * Math.log2(gap.old.length * gap.new.length);
  const read = (oldStart: number, oldEnd: number, newStart: number, newEnd: number): void => {
    const blocks = [
      gap.old.slice(oldStart, oldEnd + 1),
      gap.new.slice(newStart, newEnd + 1)
    ] as const;
    if (isForbidden(work.matching, ...blocks)) return;
    const weight = gainOf(work, ...blocks, odds);
    if (weight > 0) found.push({ oldStart, oldEnd, newStart, newEnd, weight, blocks });
  };
  for (const [old, revised] of pairsIn(work, gap)) {
    const [one, other] = [gap.old[old]!, gap.new[revised]!];
    if (!work.matching.mayMatch(one, other) || !mayBeOne(grams, one, other)) continue;
    read(old, old, revised, revised);
    if (mayBeJoined(grams, one, other, 'old', gap.old[old + 1]))
      read(old, old + 1, revised, revised);
    if (mayBeJoined(grams, one, other, 'new', gap.new[revised + 1]))
      read(old, old, revised, revised + 1);
  }
  return found;
}

/** By rank in the gap. */
function pairsIn({ likely, effort }: Reader, gap: Gap): [number, number][] {
  const ranks = [...gap.old.keys()];
  if (gap.old.length * gap.new.length <= effort.pairsAGap) {
    return ranks.flatMap((old) => gap.new.map((_, revised): [number, number] => [old, revised]));
  }
  const isInStep = gap.old.length === gap.new.length;
  const rankNew = new Map(gap.new.map((place, rank) => [place, rank]));
  return ranks.flatMap((old) => {
    const hits = likely.get(gap.old[old]!) ?? [];
    const found = hits.map((place) => rankNew.get(place)).filter((rank) => rank !== undefined);
    const all = isInStep ? new Set([old, ...found]) : found;
    return [...all].map((revised): [number, number] => [old, revised]);
  });
}

/** By old block the new ones that have enough words in common to be looked at. */
function likelyPairs({ candidates }: Work): Map<number, number[]> {
  const likely = new Map<number, number[]>();
  for (const { old, new: revised, alike } of candidates.pairs) {
    if (alike < LEAST_IN_WORDS) continue;
    const known = likely.get(old);
    if (known) known.push(revised);
    else likely.set(old, [revised]);
  }
  return likely;
}
