import { heaviestChain, type ChainLink } from './chain.ts';
import { allMatches, type Match } from './matching.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Worded } from './worded.ts';
import type { Start } from './work.ts';

/** A pair as a link for the heaviest chain: heavier the longer, so that the fewest words move. */
export function pairLink(vocabulary: Vocabulary, from: number, to: number): ChainLink {
  const [one, other] = [vocabulary.from[from]!, vocabulary.to[to]!];
  const weight = (one.weight + other.weight + 1) * TIES + tieBreak(one, other, from + to);
  return { fromStart: from, fromEnd: from, toStart: to, toEnd: to, weight };
}

interface MatchLink extends ChainLink {
  readonly match: Match;
}

/** Of all matches the heaviest chain that stayed in order, each as a link of its largest blocks. */
export function stayedInOrder({ vocabulary, matching }: Start): MatchLink[] {
  const links = allMatches(matching).map((it): MatchLink => {
    const from = largest(it.from, vocabulary.from);
    const to = largest(it.to, vocabulary.to);
    return { ...pairLink(vocabulary, from, to), match: it };
  });
  return heaviestChain(links);
}

/** The first of those with most words. */
function largest(places: readonly number[], side: readonly Worded[]): number {
  if (places.length === 1) return places[0]!;
  return places.reduce((most, it) => (side[it]!.weight > side[most]!.weight ? it : most));
}

/**
 * Weights are multiplied by it to make room for breaking ties: so many that two of the same size
 * hardly ever tie again, and few enough that the weight of a megabyte of words is still exact.
 */
export const TIES = 2 ** 20;

/** Below TIES; the same whichever side comes first, so that turning the texts turns the rows. */
export function tieBreak(one: Worded, other: Worded, places: number): number {
  return ((one.hash | 0) + (other.hash | 0) + Math.imul(places, 0x9e3779b1)) >>> 12;
}
