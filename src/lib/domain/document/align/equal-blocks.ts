/**
 * Pairs blocks that are the same on both sides. What stands once in each text pairs at once
 * (Heckel 1978; Cohen's patience diff). What is repeated follows its neighbours: first those that
 * stayed, then those that moved. What is left as often on one side as on the other can be paired in
 * order: at once where a text only changed the places of its blocks, else when nothing better was
 * found.
 */
import { heaviestChain } from './chain.ts';
import { pairLink } from './pair-link.ts';
import type { Start } from './work.ts';
import { match, type Matching } from './matching.ts';

/** Keys by place: equal keys, equal blocks; -1 for a block that takes no part. */
export interface Keys {
  readonly old: Int32Array;
  readonly new: Int32Array;
}

export function matchEqual({ matching, vocabulary }: Start, keys: Keys): void {
  const unique: Pair[] = [];
  for (const places of placesByKey(matching, keys)) {
    if (places.old.length > 1 || places.new.length > 1) continue;
    if (pair(matching, places.old[0], places.new[0])) unique.push([places.old[0]!, places.new[0]!]);
  }
  const stayed = heaviestChain(unique.map(([old, revised]) => pairLink(vocabulary, old, revised)));
  const anchors = stayed.map((it): Pair => [it.old[0], it.new[0]]);
  const ends: Pair[] = [
    [-1, -1],
    [keys.old.length, keys.new.length]
  ];
  for (const pairs of [anchors, unique, ends]) follow(matching, keys, pairs);
}

/** Of what is left, what is equally often on both sides, in order. */
export function matchRest(matching: Matching, keys: Keys): void {
  for (const places of placesByKey(matching, keys)) {
    if (places.old.length !== places.new.length) continue;
    places.old.forEach((old, at) => pair(matching, old, places.new[at]!));
  }
}

/** Whether each text has the same blocks as the other, in whatever order. */
export function isPermutation({ old, new: revised }: Keys): boolean {
  return old.length === revised.length && String(old.toSorted()) === String(revised.toSorted());
}

type Pair = readonly [old: number, new: number];

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

function pair(matching: Matching, old?: number, revised?: number): boolean {
  if (old === undefined || revised === undefined || !matching.mayMatch(old, revised)) return false;
  match(matching, [old], [revised]);
  return true;
}

/**
 * From the pairs onwards, then backwards, as long as the neighbours are equal and free. All of
 * them first in one direction, so that it does not matter which pair comes first.
 */
function follow(matching: Matching, keys: Keys, pairs: readonly Pair[]): void {
  for (const step of [1, -1]) {
    for (const [old, revised] of pairs) {
      let away = step;
      while (isFreePair(matching, keys, old + away, revised + away)) {
        match(matching, [old + away], [revised + away]);
        away += step;
      }
    }
  }
}

function isFreePair(matching: Matching, keys: Keys, old: number, revised: number): boolean {
  const key = keys.old[old];
  if (key === undefined || key < 0 || key !== keys.new[revised]) return false;
  return !matching.ofOld[old] && !matching.ofNew[revised] && matching.mayMatch(old, revised);
}
