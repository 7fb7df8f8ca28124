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
  for (const [old, revised] of inStep(
    matching,
    keys,
    (onOld, onNew) => onOld === 1 && onNew === 1
  )) {
    if (pair(matching, old, revised)) unique.push([old, revised]);
  }
  const stayed = heaviestChain(unique.map(([old, revised]) => pairLink(vocabulary, old, revised)));
  const anchors = stayed.map((it): Pair => [it.oldStart, it.newStart]);
  const ends: Pair[] = [
    [-1, -1],
    [keys.old.length, keys.new.length]
  ];
  for (const pairs of [anchors, unique, ends]) follow(matching, keys, pairs);
}

/** Of what is left, what is equally often on both sides, in order. */
export function matchRest(matching: Matching, keys: Keys): void {
  for (const [old, revised] of inStep(matching, keys, (onOld, onNew) => onOld === onNew)) {
    pair(matching, old, revised);
  }
}

/** Whether each text has the same blocks as the other, in whatever order. */
export function isPermutation({ old, new: revised }: Keys): boolean {
  return old.length === revised.length && String(old.toSorted()) === String(revised.toSorted());
}

type Pair = readonly [old: number, new: number];

/** What is left of each key that stands so often, the first with the first, and so on. */
function* inStep(
  { ofOld, ofNew }: Matching,
  keys: Keys,
  isAsked: (onOld: number, onNew: number) => boolean
): Iterable<Pair> {
  const size = Math.max(highest(keys.old), highest(keys.new)) + 1;
  const old = standing(keys.old, ofOld, size);
  const revised = standing(keys.new, ofNew, size);
  for (let key = 0; key < size; key++) {
    if (!isAsked(old.times[key]!, revised.times[key]!)) continue;
    let at = old.first[key]!;
    let other = revised.first[key]!;
    for (; at >= 0; at = old.next[at]!, other = revised.next[other]!) yield [at, other];
  }
}

function highest(keys: Int32Array): number {
  return keys.reduce((most, key) => Math.max(most, key), -1);
}

/** By key how often it is left and where first; by place the next with the same key, or -1. */
function standing(keys: Int32Array, taken: Matching['ofOld'], size: number) {
  const times = new Int32Array(size);
  const first = new Int32Array(size).fill(-1);
  const next = new Int32Array(keys.length).fill(-1);
  for (let at = keys.length - 1; at >= 0; at--) {
    const key = keys[at]!;
    if (key < 0 || taken[at]) continue;
    next[at] = first[key]!;
    first[key] = at;
    times[key]!++;
  }
  return { times, first, next };
}

function pair(matching: Matching, old: number, revised: number): boolean {
  if (!matching.mayMatch(old, revised)) return false;
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
