/**
 * Step 8: paragraphs of one form that changed places are matched in place by the steps before, since
 * they are alike. Here they are given back to each other, if the words in which they differ say so.
 */
import { isTold, LEAST_TOLD } from './contrast.ts';
import { match, type Comparing, type Match } from './matching.ts';
import { blocksLike, effortAmong, isNone } from './rare-words.ts';
import type { Worded } from './vocabulary.ts';

/** Two blocks that are alike but are not matched to each other. */
export interface Twins {
  readonly from: number;
  readonly to: number;
  readonly alike: number;
}

/** Blocks that are less alike than this are not called twins. */
const LEAST_ALIKE = 0.4;

/** The share of the rare words of a block that its twin has. */
const SHARE = 0.4;

/** Returns the pairs of changed or unmatched blocks that are alike, and not matched to each other. */
export function findTwins(work: Comparing): Twins[] {
  const { vocabulary, matching, comparer } = work;
  const places = { from: changedPlaces(work, 'from'), to: changedPlaces(work, 'to') };
  const found = new Map<number, Twins>();
  const add = (from: number, to: number): void => {
    const key = from * vocabulary.to.length + to;
    const [left, right] = [matching.ofFrom[from], matching.ofTo[to]];
    if (found.has(key) || !matching.mayMatch(from, to) || (left && left === right)) return;
    const alike = comparer.alikeFrom(LEAST_ALIKE, vocabulary.from[from]!, vocabulary.to[to]!);
    if (alike > 0) found.set(key, { from, to, alike });
  };
  const from = places.from.map((at) => vocabulary.from[at]!);
  const to = places.to.map((at) => vocabulary.to[at]!);
  const effort = effortAmong(from, to);
  if (isNone(effort)) return [];
  blocksLike(from, to, vocabulary.weights, effort, SHARE).forEach((hits, at) => {
    for (const hit of hits) add(places.from[at]!, places.to[hit]!);
  });
  blocksLike(to, from, vocabulary.weights, effort, SHARE).forEach((hits, at) => {
    for (const hit of hits) add(places.from[hit]!, places.to[at]!);
  });
  return [...found.values()];
}

/** Returns the places of a side whose block has no match, or is not the same in its match. */
function changedPlaces({ vocabulary, matching }: Comparing, side: 'from' | 'to'): number[] {
  const matches = side === 'from' ? matching.ofFrom : matching.ofTo;
  return [...matches.keys()].filter((at) => {
    const it = matches[at];
    if (!it) return true;
    if (it.fixed) return false;
    if (it.from.length + it.to.length > 2) return true;
    return vocabulary.from[it.from[0]!]!.hash !== vocabulary.to[it.to[0]!]!.hash;
  });
}

/**
 * Gives twins back to each other where the words in which they differ say so of both, and those that
 * lost their partners by it to each other. A block of which two pairs say so keeps its partner.
 */
export function exchangeTwins(work: Comparing, twins: readonly Twins[]): void {
  const { matching } = work;
  const told = twins.filter((pair) => belongTogether(work, pair));
  const [byFrom, byTo] = [Map.groupBy(told, (it) => it.from), Map.groupBy(told, (it) => it.to)];
  const only = told.filter(({ from, to }) => byFrom.get(from)!.length + byTo.get(to)!.length === 2);
  const parted = only.map(({ from, to }) => [matching.ofFrom[from], matching.ofTo[to]] as const);
  for (const it of parted.flat()) {
    if (!it) continue;
    matching.ofFrom[it.from[0]!] = undefined;
    matching.ofTo[it.to[0]!] = undefined;
  }
  for (const { from, to } of only) match(matching, [from], [to]);
  for (const [left, right] of parted) {
    if (left && right) matchIfFree(work, right.from[0]!, left.to[0]!);
  }
}

function matchIfFree({ matching }: Comparing, from: number, to: number): void {
  if (matching.ofFrom[from] || matching.ofTo[to] || !matching.mayMatch(from, to)) return;
  match(matching, [from], [to]);
}

/** How many times clearer it must be that twins belong together, */
const TIMES = 3;
/** and how much more alike they must be than the pair that is parted, if only one has a partner. */
const MORE_ALIKE = 0.05;

/** Returns whether both blocks would rather have each other than the partners that they have. */
function belongTogether(work: Comparing, { from, to, alike }: Twins): boolean {
  const { vocabulary, matching, contrast, comparer } = work;
  const [left, right] = [matching.ofFrom[from], matching.ofTo[to]];
  if (!isPairOrNone(left) || !isPairOrNone(right)) return false;
  const [one, other] = [vocabulary.from[from]!, vocabulary.to[to]!];
  const itsTo = left && vocabulary.to[left.to[0]!]!;
  const itsFrom = right && vocabulary.from[right.from[0]!]!;
  const isToldOf = (block: Worded, it: Worded, rival: Worded | undefined): boolean =>
    rival === undefined || isTold(contrast(block, it, rival), TIMES);
  const isToldOfBoth = isToldOf(one, other, itsTo) && isToldOf(other, one, itsFrom);
  if (itsTo && itsFrom) {
    return isToldOfBoth || isToldOfAll(work, [one, itsFrom], [itsTo, other]);
  }
  if (!isToldOfBoth || (!itsTo && !itsFrom)) return false;
  const was = itsTo ? comparer.alike(one, itsTo) : comparer.alike(itsFrom!, other);
  return alike >= was + MORE_ALIKE;
}

type Two = readonly [Worded, Worded];

/**
 * Returns whether two blocks and their partners are more alike crosswise, by what tells both. What
 * was changed in one of them is a loss to both ways, and so says nothing.
 */
function isToldOfAll({ contrast }: Comparing, [one, two]: Two, [itsOne, itsTwo]: Two): boolean {
  const [ofOne, ofTwo] = [contrast(one, itsTwo, itsOne), contrast(two, itsOne, itsTwo)];
  return ofOne.more - ofOne.less + ofTwo.more - ofTwo.less >= 2 * LEAST_TOLD;
}

function isPairOrNone(it: Match | undefined): boolean {
  return !it || (!it.fixed && it.from.length === 1 && it.to.length === 1);
}
