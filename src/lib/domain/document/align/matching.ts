/**
 * What is matched while an alignment is made. Step 1: it begins with a person's corrections, which
 * no later step changes.
 */
import type { Block } from '../block.ts';
import type { Candidates } from './candidates.ts';
import type { Contraster } from './contrast.ts';
import type { Corrections, Together } from './row.ts';
import type { Comparer } from './similarity.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Blocks of the one text and blocks of the other that belong together, by their places. At least
 * one side has one block only. One side is empty if a person has said that the block was inserted
 * or deleted.
 */
export interface Match {
  readonly from: number[];
  readonly to: number[];
  /** Whether a person has said so: no block is added to it. */
  readonly fixed: boolean;
}

/** The matches found so far, and what may be matched at all. Every step adds to it. */
export interface Matching {
  /** By place in the text compared from. */
  readonly ofFrom: (Match | undefined)[];
  /** By place in the text compared to. */
  readonly ofTo: (Match | undefined)[];
  /** Returns whether a person has not said that these two blocks are different. */
  readonly mayMatch: (from: number, to: number) => boolean;
}

/** Two texts that are being aligned: their words, and what is matched so far. */
export interface Start {
  readonly vocabulary: Vocabulary;
  readonly matching: Matching;
}

/** The same, with measures of how alike blocks are, and how they differ. */
export interface Comparing extends Start {
  readonly comparer: Comparer;
  readonly contrast: Contraster;
}

/** The same, with the blocks themselves and the pairs that could belong together. */
export interface Work extends Comparing {
  readonly from: readonly Block[];
  readonly to: readonly Block[];
  readonly candidates: Candidates;
}

/** Adds to `matching` that the blocks at `from` became those at `to`. */
export function match(
  matching: Matching,
  from: readonly number[],
  to: readonly number[],
  fixed = false
): void {
  const made: Match = { from: [...from], to: [...to], fixed };
  for (const place of from) matching.ofFrom[place] = made;
  for (const place of to) matching.ofTo[place] = made;
}

/** Returns whether a person has said of any pair of these blocks that they are different. */
export function isForbidden(
  { mayMatch }: Matching,
  from: readonly number[],
  to: readonly number[]
): boolean {
  return from.some((one) => to.some((other) => !mayMatch(one, other)));
}

/** Returns the places of a side that have no match. */
export function unmatched(side: readonly (Match | undefined)[]): number[] {
  const places: number[] = [];
  for (let at = 0; at < side.length; at++) if (!side[at]) places.push(at);
  return places;
}

/** Returns the matches that have blocks on both sides, in the order of their first `from`. */
export function allMatches({ ofFrom }: Matching): Match[] {
  const found: Match[] = [];
  ofFrom.forEach((it, at) => {
    if (it && it.from[0] === at && it.to.length > 0) found.push(it);
  });
  return found;
}

/** Returns the matched places of a side, between -1 and its length, which bound the text. */
export function matchedPlaces(side: readonly (Match | undefined)[]): number[] {
  const places = [-1];
  side.forEach((it, at) => {
    if (it && it.from.length > 0 && it.to.length > 0) places.push(at);
  });
  return [...places, side.length];
}

/** Corrections that contradict each other or do not fit the texts. */
export class CorrectionRefused extends Error {
  override readonly name = 'CorrectionRefused';
}

/**
 * Returns the matching of two texts of `fromCount` and `toCount` blocks that has the corrections in
 * it and nothing else. Throws CorrectionRefused if they contradict each other or the texts.
 */
export function correctedMatching(
  fromCount: number,
  toCount: number,
  { together = [], apart = [] }: Corrections
): Matching {
  const parted = new Set(apart.map((pair) => pair.from * toCount + pair.to));
  const matching: Matching = {
    ofFrom: new Array(fromCount).fill(undefined),
    ofTo: new Array(toCount).fill(undefined),
    mayMatch: parted.size === 0 ? () => true : (from, to) => !parted.has(from * toCount + to)
  };
  for (const pair of apart) refuseOutside(matching, [pair.from], [pair.to]);
  for (const group of together) {
    refuseImpossible(matching, group);
    match(matching, group.from.toSorted(ascending), group.to.toSorted(ascending), true);
  }
  return matching;
}

function refuseImpossible(matching: Matching, { from, to }: Together): void {
  refuseOutside(matching, from, to);
  if (from.length + to.length === 0) throw new CorrectionRefused('a row without blocks');
  if (from.length > 1 && to.length > 1)
    throw new CorrectionRefused(
      'several blocks cannot have become several: say which became which'
    );
  if (from.some((at) => matching.ofFrom[at]) || to.some((at) => matching.ofTo[at]))
    throw new CorrectionRefused('a block cannot stand in two rows');
  if (from.some((one) => to.some((other) => !matching.mayMatch(one, other))))
    throw new CorrectionRefused('two blocks cannot be together and apart');
}

function refuseOutside({ ofFrom, ofTo }: Matching, from: readonly number[], to: readonly number[]) {
  const isOutside = (side: readonly unknown[]) => (at: number) =>
    !Number.isInteger(at) || at < 0 || at >= side.length;
  if (from.some(isOutside(ofFrom)) || to.some(isOutside(ofTo)))
    throw new CorrectionRefused('a place outside the text');
}

function ascending(one: number, other: number): number {
  return one - other;
}
