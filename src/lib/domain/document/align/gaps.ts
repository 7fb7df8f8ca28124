/** What is left between the matches: the gaps that several steps look into. */
import type { Block } from '../block.ts';
import { stayedInOrder } from './chain.ts';
import { matchedPlaces, type Match, type Start, type Work } from './matching.ts';

/** Unmatched places between the same two matches on both sides, ascending. */
export interface Gap {
  readonly from: number[];
  readonly to: number[];
}

/** Yields the gaps between matches that follow one another on both sides, moved or not. */
export function* localGaps({ matching: { ofFrom, ofTo } }: Pick<Start, 'matching'>): Iterable<Gap> {
  const from = matchedPlaces(ofFrom);
  const to = matchedPlaces(ofTo);
  const nextTo = new Map(to.map((place, at) => [place, to[at + 1]!]));
  const partnersOf = (place: number): readonly number[] =>
    place < 0 ? [-1] : (ofFrom[place]?.to ?? [ofTo.length]);
  for (let at = 0; at + 1 < from.length; at++) {
    const [start, end] = [from[at]!, from[at + 1]!];
    if (end - start === 1) continue;
    for (const toStart of partnersOf(start)) {
      const toEnd = nextTo.get(toStart)!;
      if (toEnd - toStart <= 1 || !partnersOf(end).includes(toEnd)) continue;
      yield { from: between(ofFrom, start, end), to: between(ofTo, toStart, toEnd) };
    }
  }
}

/** Yields the gaps between the matches that stayed, whatever moved into or out of them. */
export function* wideGaps(start: Start): Iterable<Gap> {
  const { ofFrom, ofTo } = start.matching;
  let [from, to] = [-1, -1];
  const end = { fromStart: ofFrom.length, toStart: ofTo.length };
  for (const { fromStart, toStart } of [...stayedInOrder(start), end]) {
    yield { from: between(ofFrom, from, fromStart), to: between(ofTo, to, toStart) };
    [from, to] = [fromStart, toStart];
  }
}

/** Returns the unmatched places after `start` and before `end`. */
function between(side: readonly (Match | undefined)[], start: number, end: number): number[] {
  const places: number[] = [];
  for (let at = start + 1; at < end; at++) if (!side[at]) places.push(at);
  return places;
}

/** Returns the gap without remarks in parentheses, which have no partner unless both sides have one. */
export function withoutRemarks(work: Work, gap: Gap): Gap {
  const from = gap.from.filter((at) => !isRemark(work.from[at]!));
  const to = gap.to.filter((at) => !isRemark(work.to[at]!));
  const onBoth = from.length < gap.from.length && to.length < gap.to.length;
  return onBoth ? gap : { from, to };
}

function isRemark({ text }: Block): boolean {
  return text.startsWith('(') && text.endsWith(')');
}
