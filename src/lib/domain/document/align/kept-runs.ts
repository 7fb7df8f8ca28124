/**
 * Step 6: sentences that were kept word for word tie two blocks even where all else is new, as in a
 * rewrite: runs of words that stand once in each text (shingles, Broder 1997).
 */
import { isForbidden, match, unmatched, type Comparing, type Match } from './matching.ts';
import { lengthOf, type Worded } from './vocabulary.ts';

/** Words of a run: shorter ones are turns of phrase, which two paragraphs share by chance. */
const LENGTH = 7;

/** The factor of the rolling hash (Karp and Rabin 1987), and its power by which a word leaves it. */
const FACTOR = 0x01000193;
const LEAVING = Array.from({ length: LENGTH }).reduce<number>(
  (power) => Math.imul(power, FACTOR),
  1
);

/** Two blocks that share runs which stand once in each text. */
interface Tie {
  readonly from: number;
  readonly to: number;
  readonly runs: number;
}

/**
 * Matches unmatched blocks by the runs that they share, those with most runs first. A block whose
 * partner has a match already is added to it if it stands beside it: it was merged, or cut off.
 */
export function matchKeptRuns(work: Comparing): void {
  const { matching } = work;
  for (const { from, to } of ties(work).sort(byRuns)) {
    const [left, right] = [matching.ofFrom[from], matching.ofTo[to]];
    if (!matching.mayMatch(from, to) || (left && right)) continue;
    if (!left && !right) match(matching, [from], [to]);
    else if (right) addBeside(work, right, 'from', from);
    else addBeside(work, left!, 'to', to);
  }
}

function byRuns(one: Tie, other: Tie): number {
  return other.runs - one.runs || one.to - other.to || one.from - other.from;
}

/** Adds the block at `place` to a match of its neighbour, if it is not a person's or many to one. */
function addBeside({ matching }: Comparing, made: Match, side: 'from' | 'to', place: number): void {
  const other = side === 'from' ? 'to' : 'from';
  const isBeside = made[side].some((at) => Math.abs(at - place) === 1);
  if (made.fixed || made[other].length > 1 || !isBeside) return;
  const places = [...made[side], place].sort((a, b) => a - b);
  const sides = { ...{ from: made.from, to: made.to }, [side]: places };
  if (!isForbidden(matching, sides.from, sides.to)) match(matching, sides.from, sides.to);
}

/** Returns the pairs of blocks, at least one of them unmatched, that share a run. */
function ties({ vocabulary, matching }: Comparing): Tie[] {
  const found = new Map<number, Tie>();
  const size = vocabulary.to.length;
  const asked = runsOf(vocabulary.from, unmatched(matching.ofFrom));
  addRuns(asked, vocabulary.to, unmatched(matching.ofTo));
  if (asked.size === 0) return [];
  const inFrom = placesOf(vocabulary.from, asked);
  const inTo = placesOf(vocabulary.to, asked);
  for (const run of asked) {
    const [from, to] = [inFrom.get(run) ?? SEVERAL, inTo.get(run) ?? SEVERAL];
    if (from === SEVERAL || to === SEVERAL) continue;
    const key = from * size + to;
    found.set(key, { from, to, runs: (found.get(key)?.runs ?? 0) + 1 });
  }
  return [...found.values()];
}

function runsOf(blocks: readonly Worded[], places: readonly number[]): Set<number> {
  const runs = new Set<number>();
  addRuns(runs, blocks, places);
  return runs;
}

function addRuns(runs: Set<number>, blocks: readonly Worded[], places: readonly number[]): void {
  for (const place of places) eachRun(blocks[place]!, (run) => runs.add(run));
}

/** The place of a run that stands in several places. */
const SEVERAL = -1;

/** Returns in which block each of the asked runs stands, SEVERAL for one that stands more than once. */
function placesOf(blocks: readonly Worded[], asked: ReadonlySet<number>): Map<number, number> {
  const places = new Map<number, number>();
  blocks.forEach((block, place) =>
    eachRun(block, (run) => {
      if (asked.has(run)) places.set(run, places.has(run) ? SEVERAL : place);
    })
  );
  return places;
}

/** Calls `visit` with the hash of each run of a block. */
function eachRun(block: Worded, visit: (run: number) => void): void {
  const { words, start, end } = block;
  if (lengthOf(block) < LENGTH) return;
  let hash = 0;
  for (let at = start; at < end; at++) {
    hash = (Math.imul(hash, FACTOR) + words[at]! + 1) | 0;
    if (at >= start + LENGTH) hash = (hash - Math.imul(words[at - LENGTH]! + 1, LEAVING)) | 0;
    if (at >= start + LENGTH - 1) visit(hash);
  }
}
