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
export function mayBeOne(grams: GramComparer, from: number, to: number): boolean {
  const least = limits.alike / 2;
  return mostAlike(grams, [from], [to]) >= least && grams.alike([from], [to]) >= least;
}

/** As alike as two texts can be that are so long: all of the shorter. */
function mostAlike(grams: GramComparer, from: number[], to: number[]): number {
  const [one, other] = [grams.weightOf('from', from), grams.weightOf('to', to)];
  return (2 * Math.min(one, other)) / (one + other || 1);
}

/** Whether there is a next block, and enough in the other side's that the pair has not taken. */
export function mayBeJoined(
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

/** Beyond chance and noise, as a chain's weight; 0 where the words do not bear it. */
export function gainOf(work: Reader, from: number[], to: number[], odds: number): number {
  const { grams } = work;
  if (mostAlike(grams, from, to) < limits.alike) return 0;
  const alike = grams.alike(from, to);
  const leastAnyway = Math.max(limits.alike, limits.lookalike * lookalikeOf(work, from, to));
  if (alike <= leastAnyway) return 0;
  if (alike < limits.plain && wordsAlike(work, from, to) < limits.words) return 0;
  const noise = alike < limits.plain ? Math.min(limits.plain, odds * grams.noise(from, to)) : 0;
  const least = Math.max(leastAnyway, noise);
  if (alike <= least) return 0;
  if (from.length > 1 && !from.every((part) => bears(grams, 'from', part, from, to, odds)))
    return 0;
  if (to.length > 1 && !to.every((part) => bears(grams, 'to', part, to, from, odds))) return 0;
  const gain = (alike - least) * (grams.weightOf('from', from) + grams.weightOf('to', to));
  const [one, other] = [work.vocabulary.from[from[0]!]!, work.vocabulary.to[to[0]!]!];
  return Math.round(gain) * TIES + tieBreak(one, other, from[0]! + to[0]!) + 1;
}

/** How alike any of them is to a block that is already another's. */
function lookalikeOf({ candidates }: Work, from: number[], to: number[]): number {
  let most = 0;
  for (const at of from) most = Math.max(most, candidates.lookalikeOfFrom[at]!);
  for (const at of to) most = Math.max(most, candidates.lookalikeOfTo[at]!);
  return most;
}

function wordsAlike({ vocabulary, comparer }: Reader, from: number[], to: number[]): number {
  return comparer.alike(
    joined(from.map((at) => vocabulary.from[at]!)),
    joined(to.map((at) => vocabulary.to[at]!))
  );
}

/** Whether this part has its own share in the whole, or is by itself alike beyond noise. */
function bears(
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
