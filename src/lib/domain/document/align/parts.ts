/**
 * Blocks left over that are a part of what stands beside them: the old block's second half, cut
 * off into a paragraph of its own, or a paragraph taken up into its neighbour.
 */
import type { Match } from './matching.ts';
import { joined, type Worded } from './worded.ts';
import type { Comparing } from './work.ts';

/** So much of a part must be words of its neighbour that nothing else has taken, */
const LEAST_COVERED = 0.4;
/** and so much where something else stands between. */
const LEAST_COVERED_AFAR = 0.75;

interface Part {
  readonly side: 'from' | 'to';
  readonly place: number;
  readonly match: Match;
  readonly cover: number;
}

/** Again as long as any is added, for those matches only that had a part to choose. */
export function addParts(work: Comparing): void {
  let asked: ReadonlySet<Match> | undefined;
  for (let isAdding = true; isAdding;) {
    const parts = findParts(work, asked);
    isAdding = best(parts).filter((part) => add(work, part)).length > 0;
    asked = new Set(parts.map((part) => part.match));
  }
}

/** Of each match its best part, the best matches first; none where both sides claim it equally. */
function best(parts: Part[]): Part[] {
  const byMatch = new Map<Match, Part>();
  const tied = new Set<Match>();
  for (const part of parts.sort((a, b) => b.cover - a.cover || a.place - b.place)) {
    const known = byMatch.get(part.match);
    if (!known) byMatch.set(part.match, part);
    else if (known.cover === part.cover && known.side !== part.side) tied.add(part.match);
  }
  return [...byMatch.values()].filter((part) => !tied.has(part.match));
}

function add({ matching }: Comparing, { side, place, match }: Part): boolean {
  const taken = side === 'from' ? matching.ofFrom : matching.ofTo;
  if (taken[place]) return false;
  taken[place] = match;
  match[side].splice(rankAmong(match[side], place), 0, place);
  return true;
}

function findParts(work: Comparing, asked: ReadonlySet<Match> | undefined): Part[] {
  const { ofFrom, ofTo } = work.matching;
  return [...partsOf(work, 'from', ofFrom, asked), ...partsOf(work, 'to', ofTo, asked)];
}

function partsOf(
  work: Comparing,
  side: 'from' | 'to',
  matches: Matches,
  asked: ReadonlySet<Match> | undefined
): Part[] {
  const found: Part[] = [];
  for (let place = 0; place < matches.length; place++) {
    if (matches[place]) continue;
    for (const away of NEIGHBOURS) {
      const match = matches[place + away];
      if (!match || asked?.has(match) === false || match.fixed || isWhole(work, match)) continue;
      if (NEIGHBOURS.find((it) => matches[place + it] === match) !== away) continue;
      const cover = coverOf(work, side, place, match);
      const least = Math.abs(away) === 1 ? LEAST_COVERED : LEAST_COVERED_AFAR;
      if (cover >= least) found.push({ side, place, match, cover });
    }
  }
  return found;
}

/** In the order in which they are asked. */
const NEIGHBOURS = [1, 2, 3, -1, -2, -3];

type Matches = readonly (Match | undefined)[];

/** Whether it is one block with the same words on both sides: nothing in it is left to cover. */
function isWhole({ vocabulary }: Comparing, { from, to }: Match): boolean {
  if (from.length > 1 || to.length > 1) return false;
  return vocabulary.from[from[0]!]!.hash === vocabulary.to[to[0]!]!.hash;
}

/** How much of the block is words of the other side that nothing else there has taken. */
function coverOf(work: Comparing, side: 'from' | 'to', place: number, beside: Match): number {
  const other = side === 'from' ? 'to' : 'from';
  if (beside[other].length > 1) return 0;
  const [one] = beside[other] as [number];
  const isAllowed =
    side === 'from' ? work.matching.mayMatch(place, one) : work.matching.mayMatch(one, place);
  if (!isAllowed) return 0;
  const whole = work.vocabulary[other][one]!;
  const part = work.vocabulary[side][place]!;
  if (work.comparer.common(part, whole) < LEAST_COVERED * part.weight) return 0;
  const read = (places: number[]): Worded => joined(places.map((at) => work.vocabulary[side][at]!));
  const now = work.comparer.common(read(beside[side]), whole);
  if (whole.weight - now < LEAST_COVERED * part.weight) return 0;
  const withIt = read(beside[side].toSpliced(rankAmong(beside[side], place), 0, place));
  return part.weight === 0 ? 0 : (work.comparer.common(withIt, whole) - now) / part.weight;
}

function rankAmong(ascending: readonly number[], place: number): number {
  return ascending.findLastIndex((it) => it < place) + 1;
}
