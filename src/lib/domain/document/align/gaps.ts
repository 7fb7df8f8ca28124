/** Stretches between matches, where what is left on both sides most likely belongs together. */
import { stops, type Match } from './matching.ts';
import { stayedInOrder } from './pair-link.ts';
import type { Start } from './work.ts';

/** Places not matched yet, ascending. */
export interface Gap {
  readonly from: number[];
  readonly to: number[];
}

/** Between matches that are neighbours on both sides, wherever these stand. */
export function* localGaps({ matching: { ofFrom, ofTo } }: Pick<Start, 'matching'>): Iterable<Gap> {
  const from = stops(ofFrom);
  const to = stops(ofTo);
  const nextTo = new Map(to.map((place, at) => [place, to[at + 1]]));
  const partnerOf = (place: number): number =>
    place < 0 ? -1 : (ofFrom[place]?.to[0] ?? ofTo.length);
  for (let at = 0; at + 1 < from.length; at++) {
    const [start, end] = [from[at]!, from[at + 1]!];
    if (end - start === 1) continue;
    const [toStart, toEnd] = [partnerOf(start), partnerOf(end)];
    if (toEnd - toStart <= 1 || nextTo.get(toStart) !== toEnd) continue;
    yield { from: between(ofFrom, start, end), to: between(ofTo, toStart, toEnd) };
  }
}

/** Between the matches that stayed, past those that moved. */
export function* wideGaps(start: Start): Iterable<Gap> {
  const { ofFrom, ofTo } = start.matching;
  let [from, to] = [-1, -1];
  const end = { fromStart: ofFrom.length, toStart: ofTo.length };
  for (const { fromStart, toStart } of [...stayedInOrder(start), end]) {
    yield { from: between(ofFrom, from, fromStart), to: between(ofTo, to, toStart) };
    [from, to] = [fromStart, toStart];
  }
}

function between(side: readonly (Match | undefined)[], start: number, end: number): number[] {
  const places: number[] = [];
  for (let at = start + 1; at < end; at++) if (!side[at]) places.push(at);
  return places;
}
