import type { ChainLink } from './chain.ts';
import type { Match } from './matching.ts';
import type { Vocabulary, Worded } from './vocabulary.ts';

/** A pair as a link for the heaviest chain: heavier the longer, so that the fewest words move. */
export function pairLink(vocabulary: Vocabulary, old: number, revised: number): ChainLink {
  const [one, other] = [vocabulary.old[old]!, vocabulary.new[revised]!];
  const weight = (one.weight + other.weight + 1) * TIES + tieBreak(one, other, old + revised);
  return { old: [old, old], new: [revised, revised], weight };
}

/** A match as a link between its largest blocks. */
export function matchLink(
  { vocabulary }: { readonly vocabulary: Vocabulary },
  match: Match
): ChainLink & { readonly match: Match } {
  const old = largest(match.old, vocabulary.old);
  const revised = largest(match.new, vocabulary.new);
  return { ...pairLink(vocabulary, old, revised), match };
}

/** The first of those with most words. */
export function largest(places: readonly number[], side: readonly Worded[]): number {
  return places.reduce((most, it) => (side[it]!.weight > side[most]!.weight ? it : most));
}

/** Weights are multiplied by it to make room for breaking ties. */
export const TIES = 1024;

/** Below TIES; the same whichever side comes first, so that turning the texts turns the rows. */
export function tieBreak(one: Worded, other: Worded, places: number): number {
  return (one.hash + other.hash + places * 0x9e3779b1) % 1021;
}
