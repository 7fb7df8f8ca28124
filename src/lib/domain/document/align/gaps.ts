/** Stretches between matches, where what is left on both sides most likely belongs together. */
import { stops, type Match } from './matching.ts';
import { stayedInOrder } from './pair-link.ts';
import type { Start } from './work.ts';

/** Places not matched yet, ascending. */
export interface Gap {
  readonly old: number[];
  readonly new: number[];
}

/** Between matches that are neighbours on both sides, wherever these stand. */
export function* localGaps({ matching: { ofOld, ofNew } }: Pick<Start, 'matching'>): Iterable<Gap> {
  const old = stops(ofOld);
  const revised = stops(ofNew);
  const nextNew = new Map(revised.map((place, at) => [place, revised[at + 1]]));
  const toNew = (place: number): number =>
    place < 0 ? -1 : (ofOld[place]?.new[0] ?? ofNew.length);
  for (let at = 0; at + 1 < old.length; at++) {
    if (old[at + 1]! - old[at]! === 1) continue;
    const [from, to] = [toNew(old[at]!), toNew(old[at + 1]!)];
    if (to - from <= 1 || nextNew.get(from) !== to) continue;
    yield { old: between(ofOld, old[at]!, old[at + 1]!), new: between(ofNew, from, to) };
  }
}

/** Between the matches that stayed, past those that moved. */
export function* wideGaps(start: Start): Iterable<Gap> {
  const { ofOld, ofNew } = start.matching;
  let [old, revised] = [-1, -1];
  const end = { oldStart: ofOld.length, newStart: ofNew.length };
  for (const { oldStart, newStart } of [...stayedInOrder(start), end]) {
    yield { old: between(ofOld, old, oldStart), new: between(ofNew, revised, newStart) };
    [old, revised] = [oldStart, newStart];
  }
}

function between(side: readonly (Match | undefined)[], from: number, to: number): number[] {
  const places: number[] = [];
  for (let at = from + 1; at < to; at++) if (!side[at]) places.push(at);
  return places;
}
