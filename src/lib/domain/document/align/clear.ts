/**
 * Step 4: matches candidates that are alike beyond doubt, wherever they are. If two could be meant,
 * none is matched: the comments on a deleted paragraph must not be carried to a lookalike.
 */
import type { Candidate, Lookalike } from './candidates.ts';
import { isKept, isTold, LEAST_TOLD } from './contrast.ts';
import { match, type Work } from './matching.ts';

/** When two blocks are the same beyond doubt. */
export interface Clear {
  /** How alike they must be. */
  readonly least: number;
  /** How much more alike they must be than either is to any other block, */
  readonly margin: number;
}

/** unless they are as alike as this and the words tell them apart from the others, */
const LEAST_TO_TELL = 0.65;
/** so many times more for them than against. */
const TIMES = 3;

/**
 * Matches candidates that are alike enough and far more so than any rival, or that the words tell
 * apart from their rivals. If there are two such candidates for a block, it has none.
 */
export function matchClear(work: Work, clear: Clear): void {
  const { matching, candidates } = work;
  const free = candidates.pairs.filter(
    ({ from, to }) => !matching.ofFrom[from] && !matching.ofTo[to]
  );
  const byFrom = Map.groupBy(free, (pair) => pair.from);
  const byTo = Map.groupBy(free, (pair) => pair.to);
  const isClear = (pair: Candidate): boolean =>
    pair.alike >= clear.least &&
    byFrom.get(pair.from)!.every((rival) => beats(work, pair, rival, clear)) &&
    byTo.get(pair.to)!.every((rival) => beats(work, pair, rival, clear)) &&
    isNoLookalike(work, pair, clear);
  for (const pair of free.filter(isClear)) match(matching, [pair.from], [pair.to]);
}

/** Returns whether a pair is clearly more than another one of the same block. */
function beats(
  { vocabulary, contrast }: Work,
  pair: Candidate,
  rival: Candidate,
  { margin }: Clear
): boolean {
  if (pair === rival || pair.alike >= rival.alike + margin) return true;
  if (pair.alike < LEAST_TO_TELL || pair.alike < rival.alike) return false;
  const [one, other] = [vocabulary.from[pair.from]!, vocabulary.to[pair.to]!];
  const told =
    pair.from === rival.from
      ? contrast(one, other, vocabulary.to[rival.to]!)
      : contrast(other, one, vocabulary.from[rival.from]!);
  return isTold(told, TIMES);
}

/** Returns whether a pair is more than the likeness of both to blocks that are matched already. */
function isNoLookalike(work: Work, pair: Candidate, { margin }: Clear): boolean {
  const { lookalikeOfFrom, lookalikeOfTo } = work.candidates;
  const isNear = (it: Lookalike | undefined) => it !== undefined && pair.alike < it.alike + margin;
  if (!isNear(lookalikeOfFrom[pair.from]) && !isNear(lookalikeOfTo[pair.to])) return true;
  return pair.alike >= LEAST_TO_TELL && keepsItsOwn(work, pair.from, pair.to);
}

/**
 * Returns whether two blocks have in common what makes them others than the matched blocks that they
 * are like: some of it on both sides, and most of it on one.
 */
export function keepsItsOwn(
  { vocabulary, contrast, candidates }: Work,
  from: number,
  to: number
): boolean {
  const [one, other] = [vocabulary.from[from]!, vocabulary.to[to]!];
  const [ofFrom, ofTo] = [candidates.lookalikeOfFrom[from], candidates.lookalikeOfTo[to]];
  const told = [
    ...(ofFrom ? [contrast(one, other, vocabulary.to[ofFrom.place]!)] : []),
    ...(ofTo ? [contrast(other, one, vocabulary.from[ofTo.place]!)] : [])
  ];
  return told.some(isKept) && told.every(({ more }) => more >= LEAST_TOLD);
}
