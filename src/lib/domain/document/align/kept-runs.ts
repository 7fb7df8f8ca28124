/**
 * Step 6: sentences that were kept word for word tie two blocks even where all else is new, as in a
 * rewrite: runs of words that stand once in what is left of each text (shingles, Broder 1997).
 */
import { localGaps } from './gaps.ts';
import { isForbidden, match, unmatched, type Comparing, type Match } from './matching.ts';
import { joined, lengthOf, type Worded } from './vocabulary.ts';

/** Words of a run: shorter ones are turns of phrase, which two paragraphs share by chance. */
export const RUN_LENGTH = 7;

/**
 * Runs of a sentence that other blocks have, too: fewer are a phrase of their form. They tie only
 * what stands in one gap.
 */
const LEAST_REPEATED = 4;

/** The factor of the rolling hash (Karp and Rabin 1987), and its power by which a word leaves it. */
const FACTOR = 0x01000193;
const LEAVING = Array.from({ length: RUN_LENGTH }).reduce<number>(
  (power) => Math.imul(power, FACTOR),
  1
);

/** Two blocks that share runs which no other blocks explain. */
export interface Tie {
  readonly from: number;
  readonly to: number;
  readonly runs: number;
  /** Whether one of the runs stands nowhere else, matched or not. */
  readonly isOwn: boolean;
}

/**
 * Matches unmatched blocks by the runs that they share, those with most runs first. A block whose
 * partner has a match already is added to it if it stands beside it: it was merged, or cut off.
 * Returns the ties, those with most runs first.
 */
export function matchKeptRuns(work: Comparing): Tie[] {
  const { matching } = work;
  const isInPlace = inPlace(work);
  const found = ties(work).sort(byRuns);
  for (const { from, to, runs, isOwn } of found) {
    const [left, right] = [matching.ofFrom[from], matching.ofTo[to]];
    if (!matching.mayMatch(from, to) || (left && right)) continue;
    if (!isOwn && (runs < LEAST_REPEATED || !isInPlace(from, to))) continue;
    if (!left && !right) match(matching, [from], [to]);
    else if (right) addBeside(work, right, 'from', from);
    else addBeside(work, left!, 'to', to);
  }
  return found;
}

/** Returns a function that says whether two places are in one gap between matches. */
function inPlace(work: Comparing): (from: number, to: number) => boolean {
  let gapOf: Map<number, ReadonlySet<number>> | undefined;
  return (from, to) => {
    gapOf ??= gapsByFrom(work);
    return gapOf.get(from)?.has(to) ?? false;
  };
}

/** Returns by place of one side the places of the other that are in the same gap. */
function gapsByFrom(work: Comparing): Map<number, ReadonlySet<number>> {
  const gaps = new Map<number, ReadonlySet<number>>();
  for (const gap of localGaps(work)) {
    const places = new Set(gap.to);
    for (const from of gap.from) gaps.set(from, places);
  }
  return gaps;
}

function byRuns(one: Tie, other: Tie): number {
  return other.runs - one.runs || one.to - other.to || one.from - other.from;
}

/** A longer block is a text of its own: it is not read again for each of its parts. */
const MOST_WORDS = 20_000;

/** Adds the block at `place` to a match of its neighbour, if it is not a person's or many to one. */
function addBeside(work: Comparing, made: Match, side: 'from' | 'to', place: number): void {
  const other = side === 'from' ? 'to' : 'from';
  const isBeside = made[side].some((at) => Math.abs(at - place) === 1);
  if (made.fixed || made[other].length > 1 || !isBeside) return;
  const places = [...made[side], place].sort((a, b) => a - b);
  const whole = work.vocabulary[other][made[other][0]!]!;
  if (lengthOf(whole) > MOST_WORDS) return;
  const read = (some: number[]): Worded => joined(some.map((at) => work.vocabulary[side][at]!));
  const gain =
    work.comparer.common(read(places), whole) - work.comparer.common(read(made[side]), whole);
  if (gain < weightOfRun(work.vocabulary[side][place]!)) return;
  const sides = { ...{ from: made.from, to: made.to }, [side]: places };
  if (!isForbidden(work.matching, sides.from, sides.to)) match(work.matching, sides.from, sides.to);
}

/** Returns what a run of the block's words weighs on average. */
function weightOfRun(block: Worded): number {
  return (block.weight * RUN_LENGTH) / lengthOf(block);
}

/** A run of words, by the place of its block and of its first word among all words. */
interface Standing {
  readonly place: number;
  readonly start: number;
}

/** Returns the pairs of blocks, at least one of them unmatched, that share a run. */
function ties({ vocabulary, matching }: Comparing): Tie[] {
  const found = new Map<number, Tie>();
  const asked = new Set<number>();
  for (const at of unmatched(matching.ofFrom)) eachRun(vocabulary.from[at]!, (it) => asked.add(it));
  for (const at of unmatched(matching.ofTo)) eachRun(vocabulary.to[at]!, (it) => asked.add(it));
  if (asked.size === 0) return [];
  const [inFrom, inTo] = [standings(vocabulary.from, asked), standings(vocabulary.to, asked)];
  for (const [run, left] of inFrom) {
    const right = inTo.get(run);
    const pair = right && unexplained(matching, left, right);
    if (!pair || !isSameRun(vocabulary, ...pair)) continue;
    const [{ place: from }, { place: to }] = pair;
    const key = from * vocabulary.to.length + to;
    const known = found.get(key);
    const isOwn = left.length + right.length === 2 || (known?.isOwn ?? false);
    found.set(key, { from, to, runs: (known?.runs ?? 0) + 1, isOwn });
  }
  return [...found.values()];
}

/** A run in more blocks than this is a phrase of the texts. */
const MOST_BLOCKS = 6;

/**
 * Returns the one block of either side that has the run and no partner which has it, if there is one
 * on both sides: a sentence that template paragraphs share is explained where these are matched.
 */
function unexplained(
  { ofFrom, ofTo }: Comparing['matching'],
  left: readonly Standing[],
  right: readonly Standing[]
): [Standing, Standing] | undefined {
  if (left.length > MOST_BLOCKS || right.length > MOST_BLOCKS) return;
  const one = left.filter(({ place }) => !right.some((it) => ofFrom[place]?.to.includes(it.place)));
  const other = right.filter(
    ({ place }) => !left.some((it) => ofTo[place]?.from.includes(it.place))
  );
  if (one.length === 1 && other.length === 1) return [one[0]!, other[0]!];
}

/** Returns in which blocks each of the asked runs stands, MOST_BLOCKS and one more at most. */
function standings(blocks: readonly Worded[], asked: ReadonlySet<number>): Map<number, Standing[]> {
  const places = new Map<number, Standing[]>();
  blocks.forEach((block, place) =>
    eachRun(block, (run, start) => {
      if (!asked.has(run)) return;
      const known = places.get(run);
      if (!known) places.set(run, [{ place, start }]);
      else if (known.length <= MOST_BLOCKS && known.at(-1)!.place !== place)
        known.push({ place, start });
    })
  );
  return places;
}

/** Returns whether the words are the same, and not only their hash. */
function isSameRun({ from, to }: Comparing['vocabulary'], one: Standing, other: Standing): boolean {
  const [left, right] = [from[one.place]!.words, to[other.place]!.words];
  for (let at = 0; at < RUN_LENGTH; at++) {
    if (left[one.start + at] !== right[other.start + at]) return false;
  }
  return true;
}

/** Calls `visit` with the hash of each run of a block and the place of its first word. */
function eachRun(block: Worded, visit: (run: number, start: number) => void): void {
  const { words, start, end } = block;
  if (lengthOf(block) < RUN_LENGTH) return;
  let hash = 0;
  for (let at = start; at < end; at++) {
    hash = (Math.imul(hash, FACTOR) + words[at]! + 1) | 0;
    if (at >= start + RUN_LENGTH)
      hash = (hash - Math.imul(words[at - RUN_LENGTH]! + 1, LEAVING)) | 0;
    if (at >= start + RUN_LENGTH - 1) visit(hash, at - RUN_LENGTH + 1);
  }
}
