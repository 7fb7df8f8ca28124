/**
 * Pairs blocks that are the same on both sides. What stands once in each text pairs at once
 * (Heckel 1978; Cohen's patience diff). What is repeated follows its neighbours: first those that
 * stayed, then those that moved. What is left as often on one side as on the other can be paired in
 * order: at once where a text only changed the places of its blocks, else when nothing better was
 * found.
 */
import { heaviestChain } from './chain.ts';
import { match, type Matching } from './matching.ts';

/** Keys by place: equal keys, equal blocks; -1 for a block that takes no part. */
export interface Keys {
  readonly old: Int32Array;
  readonly new: Int32Array;
}

export function matchEqual(matching: Matching, keys: Keys): void {
  const unique: Pair[] = [];
  for (const places of placesByKey(matching, keys)) {
    if (places.old.length === 1 && places.new.length === 1) {
      pair(matching, unique, places.old[0]!, places.new[0]!);
    }
  }
  const moved = new Set(unique);
  for (const stayed of heaviestChain(unique.map(chainLink))) {
    follow(matching, keys, stayed.pair);
    moved.delete(stayed.pair);
  }
  follow(matching, keys, [-1, -1]);
  follow(matching, keys, [keys.old.length, keys.new.length]);
  for (const it of moved) follow(matching, keys, it);
}

/** Of what is left, what is equally often on both sides, in order. */
export function matchRest(matching: Matching, keys: Keys, isWanted: (old: number) => boolean): void {
  for (const places of placesByKey(matching, keys)) {
    if (places.old.length !== places.new.length || !isWanted(places.old[0]!)) continue;
    places.old.forEach((old, at) => pair(matching, [], old, places.new[at]!));
  }
}

/** Whether each text has the same blocks as the other, in whatever order. */
export function isPermutation({ old, new: revised }: Keys): boolean {
  return old.length === revised.length && String(old.toSorted()) === String(revised.toSorted());
}

type Pair = readonly [old: number, new: number];

function chainLink(pair: Pair) {
  const [old, revised] = pair;
  return { old: [old, old], new: [revised, revised], weight: 1, pair } as const;
}

interface Places {
  readonly old: number[];
  readonly new: number[];
}

function placesByKey({ ofOld, ofNew }: Matching, keys: Keys): Iterable<Places> {
  const byKey = new Map<number, Places>();
  collect(byKey, 'old', keys.old, ofOld);
  collect(byKey, 'new', keys.new, ofNew);
  return byKey.values();
}

function collect(
  byKey: Map<number, Places>,
  side: 'old' | 'new',
  keys: Int32Array,
  taken: Matching['ofOld']
): void {
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at]!;
    if (key < 0 || taken[at]) continue;
    const places = byKey.get(key);
    if (places) places[side].push(at);
    else byKey.set(key, { old: [], new: [], [side]: [at] });
  }
}

function pair(matching: Matching, pairs: Pair[], old: number, revised: number): void {
  if (!matching.mayMatch(old, revised)) return;
  match(matching, [old], [revised]);
  pairs.push([old, revised]);
}

/** From a pair onwards and backwards, as long as the neighbours are equal and free. */
function follow(matching: Matching, keys: Keys, [old, revised]: Pair): void {
  for (const step of [1, -1]) {
    let [left, right] = [old + step, revised + step];
    while (isFreePair(matching, keys, left, right)) {
      match(matching, [left], [right]);
      left += step;
      right += step;
    }
  }
}

function isFreePair(matching: Matching, keys: Keys, old: number, revised: number): boolean {
  const key = keys.old[old];
  if (key === undefined || key < 0 || key !== keys.new[revised]) return false;
  return !matching.ofOld[old] && !matching.ofNew[revised] && matching.mayMatch(old, revised);
}
