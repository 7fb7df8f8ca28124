/**
 * What is left between two matches is read as one text that became of the other, in order. The
 * best reading is the heaviest chain of pairs, of one block cut in two and of two joined (after
 * Gale and Church 1993); a pair counts for what it has in common beyond the noise of these texts.
 */
import type { Block } from '../block.ts';
import { heaviestChain, type ChainLink } from './chain.ts';
import { localGaps, wideGaps, type Gap } from './gaps.ts';
import { gramComparer, type GramComparer } from './gram-comparer.ts';
import { isForbidden, match, unmatched } from './matching.ts';
import { TIES, tieBreak } from './pair-link.ts';
import { joined } from './similarity.ts';
import type { Work } from './work.ts';

/** Tuned on texts of our own: tests/bench/alignment-quality.ts says how well. */
export const limits = {
  /** Less alike than this nothing is, whatever the noise. */
  alike: 0.15,
  /** And as alike as this something is, whatever the noise. */
  plain: 0.5,
  /** Whole words in common, below which pieces of words are taken for chance. */
  words: 0.06,
  /** So many times the noise in a gap of one pair. */
  noise: 1.25,
  /** More for every doubling of the pairs: chance has more to choose from. */
  noiseByDoubling: 0.13,
  /** The share of its likeness to blocks that are another's which a block must surpass. */
  lookalike: 0.6,
  /** Of a part of a split or a merger so much must be words that no other part has taken, */
  cover: 0.4,
  /** so many times the noise, */
  coverNoise: 1.5,
  /** unless it is nearly all of it. */
  plainCover: 0.75
};

/** In a gap of more pairs only those in step and those with rare words in common are looked at, */
const MOST_PAIRS = 2500;
/** (or of more than this, where thousands of blocks are left: a second is all they get) */
const MOST_PAIRS_OF_MANY = 100;
const MANY_BLOCKS = 4000;
/** and with a likeness in words of at least this. */
const LEAST_IN_WORDS = 0.15;

interface Reader extends Work {
  readonly grams: GramComparer;
  readonly mostPairs: number;
}

export function matchGaps(work: Work): void {
  const { ofOld, ofNew } = work.matching;
  const [oldLeft, newLeft] = [unmatched(ofOld).length, unmatched(ofNew).length];
  if (oldLeft === 0 || newLeft === 0) return;
  const mostPairs = oldLeft + newLeft > MANY_BLOCKS ? MOST_PAIRS_OF_MANY : MOST_PAIRS;
  const reader = { ...work, mostPairs, grams: gramComparer(work.old, work.new, work.matching) };
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
  const odds = limits.noise + limits.noiseByDoubling * Math.log2(gap.old.length * gap.new.length);
  const read = (old: readonly [number, number], revised: readonly [number, number]): boolean => {
    const left = gap.old.slice(old[0], old[1] + 1);
    const right = gap.new.slice(revised[0], revised[1] + 1);
    if (isForbidden(work.matching, left, right)) return false;
    const isPair = left.length + right.length === 2;
    const least = isPair ? limits.alike / 2 : limits.alike;
    if (mostAlike(work.grams, left, right) < least) return false;
    const alike = work.grams.alike(left, right);
    const isChance =
      alike < limits.alike ||
      (alike < limits.plain && wordsAlike(work, left, right) < limits.words);
    const weight = isChance ? 0 : gainOf(work, left, right, alike, odds);
    const [oldStart, oldEnd] = old;
    const [newStart, newEnd] = revised;
    const blocks = [left, right] as const;
    if (weight > 0) found.push({ oldStart, oldEnd, newStart, newEnd, weight, blocks });
    return alike >= limits.alike / 2;
  };
  for (const [old, revised] of pairsIn(work, gap)) {
    if (!read([old, old], [revised, revised])) continue;
    if (old + 1 < gap.old.length) read([old, old + 1], [revised, revised]);
    if (revised + 1 < gap.new.length) read([old, old], [revised, revised + 1]);
  }
  return found;
}

/** As alike as two texts can be that are so long: all of the shorter. */
function mostAlike(grams: GramComparer, old: number[], revised: number[]): number {
  const [one, other] = [grams.weightOf('old', old), grams.weightOf('new', revised)];
  return (2 * Math.min(one, other)) / (one + other || 1);
}

function wordsAlike({ vocabulary, comparer }: Reader, old: number[], revised: number[]): number {
  return comparer.alike(
    joined(old.map((at) => vocabulary.old[at]!)),
    joined(revised.map((at) => vocabulary.new[at]!))
  );
}

/** By rank in the gap. */
function* pairsIn({ candidates, mostPairs }: Reader, gap: Gap): Iterable<[number, number]> {
  if (gap.old.length * gap.new.length <= mostPairs) {
    for (const old of gap.old.keys()) for (const revised of gap.new.keys()) yield [old, revised];
    return;
  }
  if (gap.old.length === gap.new.length) for (const at of gap.old.keys()) yield [at, at];
  const rankOld = new Map(gap.old.map((place, rank) => [place, rank]));
  const rankNew = new Map(gap.new.map((place, rank) => [place, rank]));
  for (const pair of candidates.pairs) {
    if (pair.alike < LEAST_IN_WORDS) continue;
    const [old, revised] = [rankOld.get(pair.old), rankNew.get(pair.new)];
    if (old === undefined || revised === undefined) continue;
    if (old !== revised || gap.old.length !== gap.new.length) yield [old, revised];
  }
}

/** What the reading is worth; 0 where the words do not bear it. */
function gainOf(
  work: Reader,
  old: number[],
  revised: number[],
  alike: number,
  odds: number
): number {
  const { grams, candidates, vocabulary } = work;
  const lookalike = Math.max(
    ...old.map((at) => candidates.lookalikeOfOld[at]!),
    ...revised.map((at) => candidates.lookalikeOfNew[at]!)
  );
  const leastAnyway = Math.max(limits.alike, limits.lookalike * lookalike);
  if (alike <= leastAnyway) return 0;
  const noise = alike < limits.plain ? Math.min(limits.plain, odds * grams.noise(old, revised)) : 0;
  const least = Math.max(leastAnyway, noise);
  if (alike <= least) return 0;
  if (old.length > 1 && !old.every((part) => bears(grams, 'old', part, old, revised, odds)))
    return 0;
  if (revised.length > 1 && !revised.every((part) => bears(grams, 'new', part, revised, old, odds)))
    return 0;
  const gain = (alike - least) * (grams.weightOf('old', old) + grams.weightOf('new', revised));
  const [one, other] = [vocabulary.old[old[0]!]!, vocabulary.new[revised[0]!]!];
  return Math.round(gain) * TIES + tieBreak(one, other, old[0]! + revised[0]!) + 1;
}

/** Whether this part has its own share in the whole, or is by itself alike beyond noise. */
function bears(
  grams: GramComparer,
  side: 'old' | 'new',
  part: number,
  parts: number[],
  whole: number[],
  odds: number
): boolean {
  const turned = <Result>(measure: (old: number[], revised: number[]) => Result, some: number[]) =>
    side === 'old' ? measure(some, whole) : measure(whole, some);
  const weight = grams.weightOf(side, [part]);
  if (weight === 0) return false;
  const others = parts.filter((it) => it !== part);
  const cover = (turned(grams.common, parts) - turned(grams.common, others)) / weight;
  if (cover >= limits.plainCover) return true;
  const noise = turned(grams.noise, [part]);
  if (cover >= limits.cover && cover >= limits.coverNoise * noise) return true;
  return turned(grams.alike, [part]) > odds * noise;
}
