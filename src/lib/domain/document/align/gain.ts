/** What it is worth to read old blocks as having become new ones. */
import type { GramComparer } from './gram-comparer.ts';
import { TIES, tieBreak } from './pair-link.ts';
import { joined } from './worded.ts';
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
  /** Of a part of a split or a merger so much must be words that no other part has taken. */
  cover: 0.4,
  /** Of what might be a further part, so much must be left in the whole for it to be tried. */
  room: 0.25
};

interface Reader extends Work {
  readonly grams: GramComparer;
}

/** Whether two blocks, alone or with what stands beside, could be worth something at all. */
export function mayBeOne(grams: GramComparer, old: number, revised: number): boolean {
  const least = limits.alike / 2;
  return mostAlike(grams, [old], [revised]) >= least && grams.alike([old], [revised]) >= least;
}

/** As alike as two texts can be that are so long: all of the shorter. */
function mostAlike(grams: GramComparer, old: number[], revised: number[]): number {
  const [one, other] = [grams.weightOf('old', old), grams.weightOf('new', revised)];
  return (2 * Math.min(one, other)) / (one + other || 1);
}

/** Whether there is a next block, and enough in the other side's that the pair has not taken. */
export function mayBeJoined(
  grams: GramComparer,
  old: number,
  revised: number,
  side: 'old' | 'new',
  next: number | undefined
): boolean {
  if (next === undefined) return false;
  const whole = side === 'old' ? grams.weightOf('new', [revised]) : grams.weightOf('old', [old]);
  const left = whole - grams.common([old], [revised]);
  return left >= limits.room * grams.weightOf(side, [next]);
}

/** Beyond chance and noise, as a chain's weight; 0 where the words do not bear it. */
export function gainOf(work: Reader, old: number[], revised: number[], odds: number): number {
  const { grams } = work;
  if (mostAlike(grams, old, revised) < limits.alike) return 0;
  const alike = grams.alike(old, revised);
  const leastAnyway = Math.max(limits.alike, limits.lookalike * lookalikeOf(work, old, revised));
  if (alike <= leastAnyway) return 0;
  if (alike < limits.plain && wordsAlike(work, old, revised) < limits.words) return 0;
  const noise = alike < limits.plain ? Math.min(limits.plain, odds * grams.noise(old, revised)) : 0;
  const least = Math.max(leastAnyway, noise);
  if (alike <= least) return 0;
  if (old.length > 1 && !old.every((part) => bears(grams, 'old', part, old, revised, odds)))
    return 0;
  if (revised.length > 1 && !revised.every((part) => bears(grams, 'new', part, revised, old, odds)))
    return 0;
  const gain = (alike - least) * (grams.weightOf('old', old) + grams.weightOf('new', revised));
  const [one, other] = [work.vocabulary.old[old[0]!]!, work.vocabulary.new[revised[0]!]!];
  return Math.round(gain) * TIES + tieBreak(one, other, old[0]! + revised[0]!) + 1;
}

/** How alike any of them is to a block that is already another's. */
function lookalikeOf({ candidates }: Work, old: number[], revised: number[]): number {
  let most = 0;
  for (const at of old) most = Math.max(most, candidates.lookalikeOfOld[at]!);
  for (const at of revised) most = Math.max(most, candidates.lookalikeOfNew[at]!);
  return most;
}

function wordsAlike({ vocabulary, comparer }: Reader, old: number[], revised: number[]): number {
  return comparer.alike(
    joined(old.map((at) => vocabulary.old[at]!)),
    joined(revised.map((at) => vocabulary.new[at]!))
  );
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
  return cover >= limits.cover || turned(grams.alike, [part]) > odds * turned(grams.noise, [part]);
}
