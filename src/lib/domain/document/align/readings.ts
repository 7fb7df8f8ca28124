/**
 * Step 5: what is left between two matches is read as one text that became the other, in order. The
 * best reading is the heaviest chain of pairs, splits in two and mergers of two (after Gale and
 * Church 1993, "A program for aligning sentences in bilingual corpora").
 */
import { heaviestChain, type ChainLink } from './chain.ts';
import { gainOf, mayBeJoined, mayBeOne, oddsOf, type Weighing } from './gain.ts';
import { localGaps, wideGaps, withoutRemarks, type Gap } from './gaps.ts';
import { gramComparer } from './gram-comparer.ts';
import { isForbidden, match, type Work } from './matching.ts';
import { effortFor, isNone, type Effort } from './rare-words.ts';

/** In a gap with too many pairs only candidates at least so alike are compared. */
const LEAST_IN_WORDS = 0.15;

/** What reading a gap needs. */
interface Reader extends Weighing {
  readonly effort: Effort;
  readonly likely: ReadonlyMap<number, readonly number[]>;
}

/** Matches what is left in the gaps: those between neighbouring matches, then the wider ones. */
export function matchGaps(work: Work): void {
  const effort = effortFor(work);
  if (isNone(effort)) return;
  const grams = gramComparer(work.from, work.to, work.matching);
  const reader = { ...work, effort, grams, likely: likelyPairs(work) };
  for (const gap of localGaps(work)) matchGap(reader, gap);
  for (const gap of wideGaps(work)) matchGap(reader, gap);
}

/** Matches the blocks of the heaviest chain of readings of a gap. */
function matchGap(work: Reader, whole: Gap): void {
  const gap = withoutRemarks(work, whole);
  if (gap.from.length === 0 || gap.to.length === 0) return;
  for (const { blocks } of heaviestChain(readings(work, gap))) match(work.matching, ...blocks);
}

/** Blocks of both sides that could belong together; the link is by their ranks in the gap. */
interface Reading extends ChainLink {
  readonly blocks: readonly [number[], number[]];
}

/** Returns the pairs, splits in two and mergers of two in a gap that have a gain. */
function readings(work: Reader, gap: Gap): Reading[] {
  const found: Reading[] = [];
  const { grams } = work;
  const odds = oddsOf(gap.from.length * gap.to.length);
  const read = (fromStart: number, fromEnd: number, toStart: number, toEnd: number): void => {
    const blocks = [
      gap.from.slice(fromStart, fromEnd + 1),
      gap.to.slice(toStart, toEnd + 1)
    ] as const;
    if (isForbidden(work.matching, ...blocks)) return;
    const weight = gainOf(work, ...blocks, odds);
    if (weight > 0) found.push({ fromStart, fromEnd, toStart, toEnd, weight, blocks });
  };
  for (const [from, to] of pairsIn(work, gap)) {
    const [one, other] = [gap.from[from]!, gap.to[to]!];
    if (!work.matching.mayMatch(one, other) || !mayBeOne(grams, one, other)) continue;
    read(from, from, to, to);
    if (mayBeJoined(grams, one, other, 'from', gap.from[from + 1])) read(from, from + 1, to, to);
    if (mayBeJoined(grams, one, other, 'to', gap.to[to + 1])) read(from, from, to, to + 1);
  }
  return found;
}

/** Returns the pairs to compare, by their ranks in the gap. */
function pairsIn({ likely, effort }: Reader, gap: Gap): [number, number][] {
  const ranks = [...gap.from.keys()];
  if (gap.from.length * gap.to.length <= effort.pairsAGap) {
    return ranks.flatMap((from) => gap.to.map((_, to): [number, number] => [from, to]));
  }
  const isInStep = gap.from.length === gap.to.length;
  const rankTo = new Map(gap.to.map((place, rank) => [place, rank]));
  return ranks.flatMap((from) => {
    const hits = likely.get(gap.from[from]!) ?? [];
    const found = hits.map((place) => rankTo.get(place)).filter((rank) => rank !== undefined);
    const all = isInStep ? new Set([from, ...found]) : found;
    return [...all].map((to): [number, number] => [from, to]);
  });
}

/** Returns by place the candidates of the other side that are alike enough to be compared. */
function likelyPairs({ candidates }: Work): Map<number, number[]> {
  const likely = new Map<number, number[]>();
  for (const { from, to, alike } of candidates.pairs) {
    if (alike < LEAST_IN_WORDS) continue;
    const known = likely.get(from);
    if (known) known.push(to);
    else likely.set(from, [to]);
  }
  return likely;
}
