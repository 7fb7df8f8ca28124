/**
 * Step 2: matches blocks that are equal. What occurs once in each text is matched at once (Heckel
 * 1978, "A technique for isolating differences between files"; Cohen's patience diff). What is
 * repeated follows its neighbours, so that it keeps its place among them.
 */
import type { Block, BlockKind } from '../block.ts';
import { heaviestChain, pairLink, stayedInOrder } from './chain.ts';
import { allMatches, match, type Match, type Matching, type Start } from './matching.ts';
import { lengthOf, type Texts, type Vocabulary, type Worded } from './vocabulary.ts';
import { HashNumbers } from './word-reader.ts';

/** A key for each place: blocks with equal keys are equal; -1 for a block that takes no part. */
export interface Keys {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Which blocks of `from` are headings, if the keys tell kinds apart. */
  readonly headings?: ReadonlySet<number>;
}

/**
 * Matches blocks with equal keys: those whose key occurs once on each side, then their neighbours as
 * long as these are equal too. Around what stayed in order first, then around what moved, then from
 * the beginning and the end of the texts.
 */
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
  for (const pairs of [anchors, unique, ends]) {
    followToHeadings(matching, keys, pairs);
    follow(matching, keys, pairs);
  }
}

/** Matches the blocks left over whose key is left equally often on both sides, in order. */
export function matchRest(matching: Matching, keys: Keys): void {
  for (const [from, to] of inStep(matching, keys, (onFrom, onTo) => onFrom === onTo)) {
    pair(matching, from, to);
  }
}

/** Returns whether both sides have the same keys, in whatever order. */
export function isPermutation({ from, to }: Keys): boolean {
  return from.length === to.length && String(from.toSorted()) === String(to.toSorted());
}

type Pair = readonly [old: number, new: number];

/**
 * Yields the unmatched places of each key that `isAsked` accepts by how often it is left: the first
 * of the one side with the first of the other, and so on.
 */
function* inStep(
  { ofFrom, ofTo }: Matching,
  keys: Keys,
  isAsked: (onFrom: number, onTo: number) => boolean
): Iterable<Pair> {
  const size = Math.max(highest(keys.from), highest(keys.to)) + 1;
  const from = unmatchedByKey(keys.from, ofFrom, size);
  const to = unmatchedByKey(keys.to, ofTo, size);
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

/**
 * Returns by key how many unmatched places have it and which is the first, and by place the next one
 * with the same key, or -1.
 */
function unmatchedByKey(keys: Int32Array, taken: Matching['ofFrom'], size: number) {
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

/** Matches two places unless a person has said that they are different. */
function pair(matching: Matching, from: number, to: number): boolean {
  if (!matching.mayMatch(from, to)) return false;
  match(matching, [from], [to]);
  return true;
}

/**
 * Matches the neighbours of the pairs as long as they are equal and unmatched: after all pairs
 * first, then before them, so that the order of the pairs does not matter.
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

/** Matches the equal headings right above the pairs: a heading belongs to what follows it. */
function followToHeadings(matching: Matching, keys: Keys, pairs: readonly Pair[]): void {
  for (const [from, to] of pairs) {
    for (let away = 1; keys.headings?.has(from - away); away++) {
      if (!isFreePair(matching, keys, from - away, to - away)) break;
      match(matching, [from - away], [to - away]);
    }
  }
}

function isFreePair(matching: Matching, keys: Keys, from: number, to: number): boolean {
  const key = keys.from[from];
  if (key === undefined || key < 0 || key !== keys.to[to]) return false;
  return !matching.ofFrom[from] && !matching.ofTo[to] && matching.mayMatch(from, to);
}

/** Returns keys that are equal for blocks of one kind with the same text. */
export function blockKeys(from: readonly Block[], to: readonly Block[], texts: Texts): Keys {
  const numbers = new HashNumbers();
  const kinds = new Map<BlockKind, number>();
  const keysOf = (blocks: readonly Block[], numberOfText: Int32Array): Int32Array =>
    numberOfText.map((text, at) => {
      const { kind } = blocks[at]!;
      if (!kinds.has(kind)) kinds.set(kind, kinds.size);
      return numbers.of(text * MOST_KINDS + kinds.get(kind)!);
    });
  const headings = new Set<number>();
  from.forEach(({ kind }, at) => kind === 'heading' && headings.add(at));
  return { from: keysOf(from, texts.from), to: keysOf(to, texts.to), headings };
}

/** As many as there are kinds of block. */
const MOST_KINDS = 8;

/** Returns keys that are equal for blocks with the same words, whatever kind and punctuation. */
export function wordKeys(vocabulary: Vocabulary): Keys {
  const known = new Map<number, number>();
  const keyOf = ({ start, end, hash }: Worded): number => {
    if (start === end) return -1;
    const key = known.get(hash);
    if (key === undefined) known.set(hash, known.size);
    return key ?? known.size - 1;
  };
  const keysOf = (side: readonly Worded[]) => new Int32Array(side.map(keyOf));
  return { from: keysOf(vocabulary.from), to: keysOf(vocabulary.to) };
}

/** Words of a heading or a list item. Five equal words in a row are seldom chance. */
const MOST_WORDS = 4;

/**
 * Takes back matches of short blocks (`Example`, `3 Tokens`) that moved alone, without a neighbour:
 * most of them are two blocks with the same words, and what is at their place is to be tried first.
 */
export function unmatchStrays(work: Start): void {
  const { ofFrom, ofTo } = work.matching;
  const alone = allMatches(work.matching).filter(
    (it) => isShort(work, it) && !hasCompany(work, it)
  );
  if (alone.length === 0) return;
  const anchors = new Set(stayedInOrder(work).map((it) => it.match));
  const strays = alone.filter((it) => !anchors.has(it));
  const gapOfFrom = gapNumbers(ofFrom, anchors);
  const gapOfTo = gapNumbers(ofTo, anchors);
  for (const { from, to } of strays) {
    if (gapOfFrom[from[0]!] === gapOfTo[to[0]!]) continue;
    ofFrom[from[0]!] = undefined;
    ofTo[to[0]!] = undefined;
  }
}

function isShort({ vocabulary }: Start, it: Match): boolean {
  return !it.fixed && lengthOf(vocabulary.from[it.from[0]!]!) <= MOST_WORDS;
}

function hasCompany({ matching }: Start, { from, to }: Match): boolean {
  return [-1, 1].some((step) => {
    const beside = matching.ofFrom[from[0]! + step];
    return beside !== undefined && beside === matching.ofTo[to[0]! + step];
  });
}

/** Returns for each place how many blocks that stayed are before it. */
function gapNumbers(side: readonly (Match | undefined)[], anchors: ReadonlySet<Match>): number[] {
  let passed = 0;
  return side.map((it) => (it && anchors.has(it) ? ++passed : passed));
}
