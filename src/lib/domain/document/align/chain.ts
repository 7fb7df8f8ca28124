/**
 * Which of many links between two texts stayed in order: the heaviest chain in which no two cross.
 * A weighted longest increasing subsequence (Fredman 1975) over a Fenwick tree (1994), O(n log n).
 */
import { allMatches, type Match, type Start } from './matching.ts';
import type { Vocabulary, Worded } from './vocabulary.ts';

/** A link between stretches of both sides. */
export interface ChainLink {
  /** The first and the last place that it takes on either side. */
  readonly fromStart: number;
  readonly fromEnd: number;
  readonly toStart: number;
  readonly toEnd: number;
  /** Above 0. Callers make ties improbable (see tieBreak): which of equal chains wins is open. */
  readonly weight: number;
}

/** Returns the links of the heaviest chain in which no two cross, in order. */
export function heaviestChain<Link extends ChainLink>(links: readonly Link[]): Link[] {
  const size = links.reduce((most, link) => Math.max(most, link.toEnd + 2), 1);
  const tree = new Int32Array(size + 1).fill(-1);
  const total = new Float64Array(links.length);
  const before = new Int32Array(links.length).fill(-1);
  const starting = sortedBy(links, (link) => link.fromStart);
  const ending = sortedBy(links, (link) => link.fromEnd);
  let ended = 0;
  for (const at of starting) {
    const link = links[at]!;
    for (; links[ending[ended]!]!.fromEnd < link.fromStart; ended++) {
      raise(tree, total, links[ending[ended]!]!.toEnd + 1, ending[ended]!);
    }
    before[at] = heaviestUpTo(tree, total, link.toStart);
    total[at] = link.weight + (before[at]! < 0 ? 0 : total[before[at]!]!);
  }
  let last = -1;
  for (const at of starting) if (last < 0 || total[at]! > total[last]!) last = at;
  const chain: Link[] = [];
  for (; last >= 0; last = before[last]!) chain.push(links[last]!);
  return chain.reverse();
}

/**
 * Returns the numbers of the links by their places. Place and number are sorted as one float, which
 * is ten times as fast as a comparison function.
 */
function sortedBy<Link>(links: readonly Link[], place: (link: Link) => number): Int32Array {
  const keys = new Float64Array(links.length);
  let isInOrder = true;
  for (let at = 0; at < keys.length; at++) {
    keys[at] = place(links[at]!) * keys.length + at;
    isInOrder &&= at === 0 || keys[at - 1]! < keys[at]!;
  }
  if (!isInOrder) keys.sort();
  const order = new Int32Array(keys.length);
  for (let at = 0; at < order.length; at++) order[at] = isInOrder ? at : keys[at]! % order.length;
  return order;
}

/** Enters a link that ends at `place`: the tree keeps the heaviest chain of each stretch. */
function raise(tree: Int32Array, total: Float64Array, place: number, link: number): void {
  for (let at = place; at < tree.length; at += at & -at) {
    const known = tree[at]!;
    if (known < 0 || total[link]! > total[known]!) tree[at] = link;
  }
}

/** Returns the link that ends the heaviest chain before `place`, or -1. */
function heaviestUpTo(tree: Int32Array, total: Float64Array, place: number): number {
  let best = -1;
  for (let at = place; at > 0; at -= at & -at) {
    const known = tree[at]!;
    if (known >= 0 && (best < 0 || total[known]! > total[best]!)) best = known;
  }
  return best;
}

/** Returns a pair of blocks as a link that weighs what they weigh, so that the fewest words move. */
export function pairLink(vocabulary: Vocabulary, from: number, to: number): ChainLink {
  const [one, other] = [vocabulary.from[from]!, vocabulary.to[to]!];
  const weight = (one.weight + other.weight + 1) * TIES + tieBreak(one, other, from + to);
  return { fromStart: from, fromEnd: from, toStart: to, toEnd: to, weight };
}

/** A match as a link. */
interface MatchLink extends ChainLink {
  readonly match: Match;
}

/**
 * Returns the matches that stayed in order: the heaviest chain of all matches, each as a link of
 * its heaviest blocks. The other matches moved.
 */
export function stayedInOrder({ vocabulary, matching }: Start): MatchLink[] {
  const links = allMatches(matching).map((it): MatchLink => {
    const from = largest(it.from, vocabulary.from);
    const to = largest(it.to, vocabulary.to);
    return { ...pairLink(vocabulary, from, to), match: it };
  });
  return heaviestChain(links);
}

/** Returns the heaviest of the places, the first of equal ones. */
function largest(places: readonly number[], side: readonly Worded[]): number {
  if (places.length === 1) return places[0]!;
  return places.reduce((most, it) => (side[it]!.weight > side[most]!.weight ? it : most));
}

/**
 * Weights are multiplied by this to make room for a tie break below it: 2²⁰ values, so that two
 * hardly ever tie, and 33 bits left for the weight, so that a megabyte of words is still exact.
 */
export const TIES = 2 ** 20;

/** Returns a hash below TIES that is the same whichever block comes first. */
export function tieBreak(one: Worded, other: Worded, places: number): number {
  return ((one.hash | 0) + (other.hash | 0) + Math.imul(places, 0x9e3779b1)) >>> 12;
}
