/**
 * Step 3: matches what was edited, split or merged in its place, found by its neighbours and not by
 * a search: blocks in a gap between two matches, and parts of a match beside it.
 */
import { localGaps } from './gaps.ts';
import { isForbidden, match, type Comparing, type Match } from './matching.ts';
import { joined, type Worded } from './vocabulary.ts';

/** Half of the words: enough between the same two neighbours. */
const LEAST_ALIKE = 0.5;
/** The share of each part of a split or a merger that must be words of the whole. */
const LEAST_OF_PART = 0.6;
/** The share that must be words of the whole which no other part has: two twins are no halves of one. */
const LEAST_OF_ITS_OWN = 0.4;
/** One block and up to three parts of it, on both sides together. */
const MOST_BLOCKS = 4;

/**
 * Matches the blocks of a gap that were edited, split or merged in their place: one block against
 * one, or against up to three, half of whose words it shares. Most changes are of this kind.
 */
export function matchGapsInPlace(start: Comparing): void {
  for (const { from, to } of localGaps(start)) {
    if (Math.min(from.length, to.length) !== 1) continue;
    if (from.length + to.length > MOST_BLOCKS) continue;
    if (isForbidden(start.matching, from, to) || !isInPlace(start, from, to)) continue;
    match(start.matching, from, to);
  }
}

/** Returns whether the blocks share enough words, and each part of several enough of its own. */
function isInPlace({ vocabulary, comparer }: Comparing, from: number[], to: number[]): boolean {
  const left = from.map((at) => vocabulary.from[at]!);
  const right = to.map((at) => vocabulary.to[at]!);
  const [one, other] = [joined(left), joined(right)];
  const isOne = left.length + right.length === 2;
  if (isOne && isContained(one, other, comparer)) return true;
  if (comparer.alike(one, other) < LEAST_ALIKE) return false;
  const [parts, whole] = left.length > 1 ? [left, other] : [right, one];
  if (parts.length === 1) return true;
  const all = comparer.common(joined(parts), whole);
  return parts.every((part, place) => {
    const others = joined(parts.toSpliced(place, 1));
    return (
      part.weight > 0 &&
      comparer.common(part, whole) >= LEAST_OF_PART * part.weight &&
      all - comparer.common(others, whole) >= LEAST_OF_ITS_OWN * part.weight
    );
  });
}

/** The share of the shorter of two blocks that must be words of the longer one, which grew from it. */
const LEAST_CONTAINED = 0.75;

function isContained(one: Worded, other: Worded, comparer: Comparing['comparer']): boolean {
  const shorter = Math.min(one.weight, other.weight);
  return shorter > 0 && comparer.common(one, other) >= LEAST_CONTAINED * shorter;
}

/** The share of a part that must be words of its neighbour which no other part has, */
const LEAST_COVERED = 0.4;
/** and the share if another block is between them. */
const LEAST_COVERED_AFAR = 0.75;

/** An unmatched block that could be a part of a match near it. */
interface Part {
  readonly side: 'from' | 'to';
  readonly place: number;
  readonly match: Match;
  readonly cover: number;
}

/**
 * Adds unmatched blocks to matches near them that they are a part of: the second half of a split
 * block, or a block that was merged into its neighbour. Repeats as long as one is added, for the
 * matches that had a part to choose from.
 */
export function addParts(work: Comparing): void {
  let asked: ReadonlySet<Match> | undefined;
  for (let isAdding = true; isAdding;) {
    const parts = findParts(work, asked);
    isAdding = bestOfEach(parts).filter((part) => add(work, part)).length > 0;
    asked = new Set(parts.map((part) => part.match));
  }
}

/**
 * Returns the best part of each match, the best of all first. A match has none if its best parts on
 * both sides are equally good.
 */
function bestOfEach(parts: Part[]): Part[] {
  const byMatch = new Map<Match, Part>();
  const tied = new Set<Match>();
  for (const part of parts.sort((a, b) => b.cover - a.cover || a.place - b.place)) {
    const known = byMatch.get(part.match);
    if (!known) byMatch.set(part.match, part);
    else if (known.cover === part.cover && known.side !== part.side) tied.add(part.match);
  }
  return [...byMatch.values()].filter((part) => !tied.has(part.match));
}

/** Adds the part to its match and returns whether it was still unmatched. */
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
      if (firstAway(matches, place, match) !== away) continue;
      const cover = coverOf(work, side, place, match);
      const least = Math.abs(away) === 1 ? LEAST_COVERED : LEAST_COVERED_AFAR;
      if (cover >= least) found.push({ side, place, match, cover });
    }
  }
  return found;
}

/** Distances of the matches to look at, in the order in which they are. */
const NEIGHBOURS = [1, 2, 3, -1, -2, -3];

/** Returns the first distance at which a match is. */
function firstAway(matches: Matches, place: number, match: Match): number | undefined {
  return NEIGHBOURS.find((away) => matches[place + away] === match);
}

type Matches = readonly (Match | undefined)[];

/** Returns whether a match is of one block with the same words on both sides. */
function isWhole({ vocabulary }: Comparing, { from, to }: Match): boolean {
  if (from.length > 1 || to.length > 1) return false;
  return vocabulary.from[from[0]!]!.hash === vocabulary.to[to[0]!]!.hash;
}

/**
 * Returns the share of the block at `place` that is words of the other side of the match `beside`
 * which its blocks on this side have not.
 */
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

/** Returns how many of the ascending places are before `place`. */
function rankAmong(ascending: readonly number[], place: number): number {
  return ascending.findLastIndex((it) => it < place) + 1;
}
