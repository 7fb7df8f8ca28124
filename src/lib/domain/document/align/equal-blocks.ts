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
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export function matchEqual({ matching, vocabulary }: Start, keys: Keys): void {
  const unique: Pair[] = [];
  for (const [from, to] of inStep(matching, keys, (onFrom, onTo) => onFrom === 1 && onTo === 1)) {
    if (pair(matching, from, to)) unique.push([from, to]);
  }
  const stayed = heaviestChain(unique.map(([from, to]) => pairLink(vocabulary, from, to)));
  const anchors = stayed.map((it): Pair => [it.fromStart, it.toStart]);
  const ends: Pair[] = [
    [-1, -1],
    [keys.from.length, keys.to.length]
  ];
  for (const pairs of [anchors, unique, ends]) follow(matching, keys, pairs);
}

/** Of what is left, what is equally often on both sides, in order. */
export function matchRest(matching: Matching, keys: Keys): void {
  for (const [from, to] of inStep(matching, keys, (onFrom, onTo) => onFrom === onTo)) {
    pair(matching, from, to);
  }
}

/** Whether each text has the same blocks as the other, in whatever order. */
export function isPermutation({ from, to }: Keys): boolean {
  return from.length === to.length && String(from.toSorted()) === String(to.toSorted());
}

type Pair = readonly [old: number, new: number];

/** What is left of each key that stands so often, the first with the first, and so on. */
function* inStep(
  { ofFrom, ofTo }: Matching,
  keys: Keys,
  isAsked: (onFrom: number, onTo: number) => boolean
): Iterable<Pair> {
  const size = Math.max(highest(keys.from), highest(keys.to)) + 1;
  const from = standing(keys.from, ofFrom, size);
  const to = standing(keys.to, ofTo, size);
  for (let key = 0; key < size; key++) {
    if (!isAsked(from.times[key]!, to.times[key]!)) continue;
    let at = from.first[key]!;
    let other = to.first[key]!;
    for (; at >= 0; at = from.next[at]!, other = to.next[other]!) yield [at, other];
  }
}

function highest(keys: Int32Array): number {
  return keys.reduce((most, key) => Math.max(most, key), -1);
}

/** By key how often it is left and where first; by place the next with the same key, or -1. */
function standing(keys: Int32Array, taken: Matching['ofFrom'], size: number) {
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

function pair(matching: Matching, from: number, to: number): boolean {
  if (!matching.mayMatch(from, to)) return false;
  match(matching, [from], [to]);
  return true;
}

/**
 * From the pairs onwards, then backwards, as long as the neighbours are equal and free. All of
 * them first in one direction, so that it does not matter which pair comes first.
 */
function follow(matching: Matching, keys: Keys, pairs: readonly Pair[]): void {
  for (const step of [1, -1]) {
    for (const [from, to] of pairs) {
      let away = step;
      while (isFreePair(matching, keys, from + away, to + away)) {
        match(matching, [from + away], [to + away]);
        away += step;
      }
    }
  }
}

function isFreePair(matching: Matching, keys: Keys, from: number, to: number): boolean {
  const key = keys.from[from];
  if (key === undefined || key < 0 || key !== keys.to[to]) return false;
  return !matching.ofFrom[from] && !matching.ofTo[to] && matching.mayMatch(from, to);
}
