/**
 * Step 5: what is left between two matches is read as one text that became the other, in order. The
 * best reading is the heaviest chain of pairs, splits in two and mergers of two (after Gale and
 * Church 1993, "A program for aligning sentences in bilingual corpora").
 */
import type { Block } from '../block.ts';
import { heaviestChain, TIES, tieBreak, type ChainLink } from './chain.ts';
import { gramComparer, type GramComparer } from './gram-comparer.ts';
import { isForbidden, match, type Work } from './matching.ts';
import { localGaps, wideGaps, type Gap } from './neighbours.ts';
import { effortFor, isNone, type Effort } from './rare-words.ts';
import { joined } from './vocabulary.ts';

/** In a gap with too many pairs only candidates at least so alike are compared. */
const LEAST_IN_WORDS = 0.15;

/** What reading a gap needs. */
interface Reader extends Work {
  readonly grams: GramComparer;
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

/** Returns the gap without remarks in parentheses, which have no partner unless both sides have one. */
function withoutRemarks(work: Reader, gap: Gap): Gap {
  const from = gap.from.filter((at) => !isRemark(work.from[at]!));
  const to = gap.to.filter((at) => !isRemark(work.to[at]!));
  const onBoth = from.length < gap.from.length && to.length < gap.to.length;
  return onBoth ? gap : { from, to };
}

function isRemark({ text }: Block): boolean {
  return text.startsWith('(') && text.endsWith(')');
}

/** Blocks of both sides that could belong together; the link is by their ranks in the gap. */
interface Reading extends ChainLink {
  readonly blocks: readonly [number[], number[]];
}

/** Returns the pairs, splits in two and mergers of two in a gap that have a gain. */
function readings(work: Reader, gap: Gap): Reading[] {
  const found: Reading[] = [];
  const { grams } = work;
  const odds = limits.noise + limits.noiseByDoubling * Math.log2(gap.from.length * gap.to.length);
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

/** Tuned on the first texts of tests/bench/alignment-lengths.ts and measured on its others. */
const limits = {
  /** Blocks less alike than this do not belong together, whatever the noise. */
  alike: 0.15,
  /** Blocks as alike as this may belong together, whatever the noise. */
  plain: 0.5,
  /** The likeness in whole words below which that in pieces of words counts as chance. */
  words: 0.06,
  /** How many times the noise a pair must be alike in a gap of one pair, */
  noise: 1.25,
  /** and how many times more for every doubling of the pairs: chance has more to choose from. */
  noiseByDoubling: 0.13,
  /** The share of a block's likeness to matched blocks that it must exceed. */
  lookalike: 0.6,
  /** The share of a part of a split or a merger that must be in the whole and in no other part. */
  cover: 0.4,
  /** The share of a further part that must be left in the whole for it to be tried. */
  room: 0.25
};

/** Returns whether two blocks, alone or with a neighbour, could have a gain at all. */
function mayBeOne(grams: GramComparer, from: number, to: number): boolean {
  const least = limits.alike / 2;
  return mostAlike(grams, [from], [to]) >= least && grams.alike([from], [to]) >= least;
}

/** Returns how alike blocks of these lengths can be at most: if all of the shorter is in common. */
function mostAlike(grams: GramComparer, from: number[], to: number[]): number {
  const [one, other] = [grams.weightOf('from', from), grams.weightOf('to', to)];
  return (2 * Math.min(one, other)) / (one + other || 1);
}

/** Returns whether `next` could be a further part of the pair's block on the other side. */
function mayBeJoined(
  grams: GramComparer,
  from: number,
  to: number,
  side: 'from' | 'to',
  next: number | undefined
): boolean {
  if (next === undefined) return false;
  const whole = side === 'from' ? grams.weightOf('to', [to]) : grams.weightOf('from', [from]);
  const left = whole - grams.common([from], [to]);
  return left >= limits.room * grams.weightOf(side, [next]);
}

/**
 * Returns what reading the blocks as the same is worth, as a chain's weight: what they have in
 * common beyond chance and the noise of these texts. 0 if they should not be read so.
 */
function gainOf(work: Reader, from: number[], to: number[], odds: number): number {
  const { grams } = work;
  if (mostAlike(grams, from, to) < limits.alike) return 0;
  const alike = grams.alike(from, to);
  const leastAnyway = Math.max(limits.alike, limits.lookalike * lookalikeOf(work, from, to));
  if (alike <= leastAnyway) return 0;
  if (alike < limits.plain && wordsAlike(work, from, to) < limits.words) return 0;
  const noise = alike < limits.plain ? Math.min(limits.plain, odds * grams.noise(from, to)) : 0;
  const least = Math.max(leastAnyway, noise);
  if (alike <= least) return 0;
  if (from.length > 1 && !from.every((part) => belongs(grams, 'from', part, from, to, odds)))
    return 0;
  if (to.length > 1 && !to.every((part) => belongs(grams, 'to', part, to, from, odds))) return 0;
  const gain = (alike - least) * (grams.weightOf('from', from) + grams.weightOf('to', to));
  const [one, other] = [work.vocabulary.from[from[0]!]!, work.vocabulary.to[to[0]!]!];
  return Math.round(gain) * TIES + tieBreak(one, other, from[0]! + to[0]!) + 1;
}

/** Returns how alike any of the blocks is to a block that is matched already. */
function lookalikeOf({ candidates }: Work, from: number[], to: number[]): number {
  let most = 0;
  for (const at of from) most = Math.max(most, candidates.lookalikeOfFrom[at]!);
  for (const at of to) most = Math.max(most, candidates.lookalikeOfTo[at]!);
  return most;
}

/** Returns how alike the blocks are in whole words. */
function wordsAlike({ vocabulary, comparer }: Reader, from: number[], to: number[]): number {
  return comparer.alike(
    joined(from.map((at) => vocabulary.from[at]!)),
    joined(to.map((at) => vocabulary.to[at]!))
  );
}

/** Returns whether a part has a share of its own in the whole, or is alike to it beyond noise. */
function belongs(
  grams: GramComparer,
  side: 'from' | 'to',
  part: number,
  parts: number[],
  whole: number[],
  odds: number
): boolean {
  const turned = <Result>(measure: (from: number[], to: number[]) => Result, some: number[]) =>
    side === 'from' ? measure(some, whole) : measure(whole, some);
  const weight = grams.weightOf(side, [part]);
  if (weight === 0) return false;
  const others = parts.filter((it) => it !== part);
  const cover = (turned(grams.common, parts) - turned(grams.common, others)) / weight;
  return cover >= limits.cover || turned(grams.alike, [part]) > odds * turned(grams.noise, [part]);
}
