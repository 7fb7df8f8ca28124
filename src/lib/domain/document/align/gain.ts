/**
 * What it is worth to read blocks of both sides as the same, in pieces of words: what they have in
 * common beyond what unrelated blocks of these texts have.
 */
import { TIES, tieBreak } from './chain.ts';
import { keepsItsOwn } from './clear.ts';
import type { GramComparer } from './gram-comparer.ts';
import type { Work } from './matching.ts';
import { rareInCommon } from './rare-words.ts';
import { joined } from './vocabulary.ts';

/** Two texts, and how alike their blocks are in pieces of words. */
export interface Weighing extends Work {
  readonly grams: GramComparer;
}

/** Tuned on the first texts of tests/bench/alignment-lengths.ts and measured on its others. */
const limits = {
  /** Blocks less alike than this do not belong together, whatever the noise. */
  alike: 0.15,
  /** Blocks as alike as this may belong together, whatever the noise. */
  plain: 0.5,
  /** The likeness in whole words below which that in pieces of words counts as chance. */
  words: 0.06,
  /** The likeness in whole words below which a rare word, too, must be in common. */
  leftover: 0.15,
  /** How many times the noise a pair must be alike in a gap of one pair, */
  noise: 1.25,
  /** and how many times more for every doubling of the pairs: chance has more to choose from. */
  noiseByDoubling: 0.13,
  /** The share of a block's likeness to matched blocks that it must exceed. */
  lookalike: 0.6,
  /** The share of a part of a split or a merger that must be in the whole and in no other part. */
  cover: 0.4,
  /** How alike two parts of one side are that cannot both be parts, unless both have such a share. */
  twins: 0.3,
  /** The share of a further part that must be left in the whole for it to be tried. */
  room: 0.25
};

/** Returns how many times the noise a pair must be alike in a gap of so many pairs. */
export function oddsOf(pairs: number): number {
  return limits.noise + limits.noiseByDoubling * Math.log2(pairs);
}

/** Returns whether two blocks, alone or with a neighbour, could have a gain at all. */
export function mayBeOne(grams: GramComparer, from: number, to: number): boolean {
  const least = limits.alike / 2;
  return mostAlike(grams, [from], [to]) >= least && grams.alike([from], [to]) >= least;
}

/** Returns how alike blocks of these lengths can be at most: if all of the shorter is in common. */
function mostAlike(grams: GramComparer, from: number[], to: number[]): number {
  const [one, other] = [grams.weightOf('from', from), grams.weightOf('to', to)];
  return (2 * Math.min(one, other)) / (one + other || 1);
}

/** Returns whether `next` could be a further part of the pair's block on the other side. */
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

/**
 * Returns what reading the blocks as the same is worth, as a chain's weight: what they have in
 * common beyond chance and the noise of these texts. 0 if they should not be read so.
 */
export function gainOf(work: Weighing, from: number[], to: number[], odds: number): number {
  const { grams } = work;
  if (mostAlike(grams, from, to) < limits.alike) return 0;
  const alike = grams.alike(from, to);
  if (alike <= limits.alike) return 0;
  const lookalike = limits.lookalike * lookalikeOf(work, from, to);
  const isOwn = from.length + to.length === 2 && keepsItsOwn(work, from[0]!, to[0]!);
  const leastAnyway = Math.max(limits.alike, isOwn ? 0 : lookalike);
  if (alike <= leastAnyway) return 0;
  if (alike < limits.plain && !hasOwnWords(work, from, to)) return 0;
  const noise = alike < limits.plain ? Math.min(limits.plain, odds * grams.noise(from, to)) : 0;
  const least = Math.max(leastAnyway, noise);
  if (alike <= least) return 0;
  if (!from.every((part) => belongs(work, 'from', part, from, to, odds))) return 0;
  if (!to.every((part) => belongs(work, 'to', part, to, from, odds))) return 0;
  const gain = (alike - least) * (grams.weightOf('from', from) + grams.weightOf('to', to));
  const [one, other] = [work.vocabulary.from[from[0]!]!, work.vocabulary.to[to[0]!]!];
  return Math.round(gain) * TIES + tieBreak(one, other, from[0]! + to[0]!) + 1;
}

/** Returns how alike any of the blocks is to a block that is matched already. */
function lookalikeOf({ candidates }: Work, from: number[], to: number[]): number {
  let most = 0;
  for (const at of from) most = Math.max(most, candidates.lookalikeOfFrom[at]?.alike ?? 0);
  for (const at of to) most = Math.max(most, candidates.lookalikeOfTo[at]?.alike ?? 0);
  return most;
}

/** Returns whether the blocks share more words than those that any two texts share. */
function hasOwnWords({ vocabulary, comparer }: Weighing, from: number[], to: number[]): boolean {
  const one = joined(from.map((at) => vocabulary.from[at]!));
  const other = joined(to.map((at) => vocabulary.to[at]!));
  const alike = comparer.alike(one, other);
  if (alike >= limits.leftover) return true;
  return (
    alike >= limits.words && rareInCommon(one, other, vocabulary) >= from.length + to.length - 1
  );
}

/**
 * Returns whether a part has a share of its own in the whole, or a rare word and more likeness than
 * noise. Of two parts that are like each other only one became the whole.
 */
function belongs(
  { grams, vocabulary, comparer }: Weighing,
  side: 'from' | 'to',
  part: number,
  parts: number[],
  whole: number[],
  odds: number
): boolean {
  if (parts.length === 1) return true;
  const turned = <Result>(measure: (from: number[], to: number[]) => Result, some: number[]) =>
    side === 'from' ? measure(some, whole) : measure(whole, some);
  const weight = grams.weightOf(side, [part]);
  if (weight === 0) return false;
  const others = parts.filter((it) => it !== part);
  const cover = (turned(grams.common, parts) - turned(grams.common, others)) / weight;
  if (cover >= limits.cover) return true;
  const [one, ...rest] = [part, ...others].map((at) => vocabulary[side][at]!);
  if (rest.some((other) => comparer.alike(one!, other) >= limits.twins)) return false;
  const other = vocabulary[side === 'from' ? 'to' : 'from'][whole[0]!]!;
  if (rareInCommon(one!, other, vocabulary) === 0) return false;
  return turned(grams.alike, [part]) > odds * turned(grams.noise, [part]);
}
