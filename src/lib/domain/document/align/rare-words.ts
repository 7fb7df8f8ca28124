/**
 * Finds blocks by their rare words through an inverted index, so that two long texts are never
 * compared block by block, and limits how much is searched.
 */
import { unmatched, type Start } from './matching.ts';
import { lengthOf, weightIn, type Vocabulary, type Worded } from './vocabulary.ts';

/**
 * Returns for each of `asked` the places of the `blocks` that share its rare words, best first; if a
 * `share` is given, only those that share so much of their weight.
 */
export function blocksLike(
  asked: readonly Worded[],
  blocks: readonly Worded[],
  weights: Int32Array,
  effort: Effort,
  share = 0
): number[][] {
  const words = asked.map((it) => rarest(it, weights, effort));
  const { starts, places } = postings(blocks, words, weights.length);
  const sums = new Int32Array(blocks.length);
  return words.map((stems) => {
    const touched: number[] = [];
    let all = 0;
    for (const stem of stems) {
      all += weights[stem]!;
      const end = starts[stem + 1]!;
      if (end - starts[stem]! > effort.blocksAWord) continue;
      for (let at = starts[stem]!; at < end; at++) {
        const place = places[at]!;
        if (sums[place] === 0) touched.push(place);
        sums[place]! += weights[stem]!;
      }
    }
    const enough = share === 0 ? touched : touched.filter((place) => sums[place]! >= share * all);
    const best = highest(enough, sums, effort.compared);
    for (const place of touched) sums[place] = 0;
    return best;
  });
}

/** Returns at most `most` places, those with the highest sums first; of equal ones the first. */
function highest(touched: readonly number[], sums: Int32Array, most: number): number[] {
  const best: number[] = [];
  for (const place of touched) {
    const sum = sums[place]!;
    let at = best.length;
    while (at > 0 && isBetter(sum, place, sums[best[at - 1]!]!, best[at - 1]!)) at--;
    if (at < most) best.splice(at, 0, place);
    if (best.length > most) best.pop();
  }
  return best;
}

function isBetter(sum: number, place: number, otherSum: number, other: number): boolean {
  return sum > otherSum || (sum === otherSum && place < other);
}

/** Returns the rarest stems of a block; of equally rare ones all, so that their order is no matter. */
function rarest(worded: Worded, weights: Int32Array, { wordsAsked }: Effort): number[] {
  const { stems, start, end } = worded;
  const least = largestWeight(worded, weights, wordsAsked);
  const found = new Set<number>();
  for (let at = start; at < end; at++) {
    if (weights[stems[at]!]! >= least) found.add(stems[at]!);
  }
  return [...found];
}

/** Returns the k-th largest weight of the stems, or 0 if there are fewer than k. */
function largestWeight({ stems, start, end }: Worded, weights: Int32Array, k: number): number {
  const ascending = new Int32Array(k);
  for (let at = start; at < end; at++) {
    const weight = weights[stems[at]!]!;
    let place = 0;
    for (; place < k && weight > ascending[place]!; place++) {
      if (place > 0) ascending[place - 1] = ascending[place]!;
    }
    if (place > 0) ascending[place - 1] = weight;
  }
  return ascending[0]!;
}

/**
 * Returns the inverted index of the asked stems: a stem is in the blocks whose places are in
 * `places` from `starts[stem]` to `starts[stem + 1]`.
 */
function postings(blocks: readonly Worded[], asked: Iterable<Iterable<number>>, size: number) {
  const isAsked = new Uint8Array(size);
  for (const stems of asked) for (const stem of stems) isAsked[stem] = 1;
  const starts = new Int32Array(size + 1);
  eachAsked(blocks, isAsked, (stem) => starts[stem + 1]!++);
  for (let stem = 0; stem < size; stem++) starts[stem + 1]! += starts[stem]!;
  const next = starts.slice();
  const places = new Int32Array(starts[size]!);
  eachAsked(blocks, isAsked, (stem, place) => (places[next[stem]!++] = place));
  return { starts, places };
}

/** Visits each asked stem of each block, once a block. */
function eachAsked(
  blocks: readonly Worded[],
  isAsked: Uint8Array,
  visit: (stem: number, place: number) => void
): void {
  const lastSeen = new Int32Array(isAsked.length).fill(-1);
  for (let place = 0; place < blocks.length; place++) {
    const { stems, start, end } = blocks[place]!;
    for (let at = start; at < end; at++) {
      const stem = stems[at]!;
      if (isAsked[stem] === 0 || lastSeen[stem] === place) continue;
      lastSeen[stem] = place;
      visit(stem, place);
    }
  }
}

/** How much work is spent on an unmatched block. */
export interface Effort {
  /** A word in more blocks than this is not looked up; it still counts in comparing. */
  readonly blocksAWord: number;
  /** How many of a block's words are looked up, the rarest: those of a sentence. */
  readonly wordsAsked: number;
  /** How many of the blocks found are compared: its own, some parts of it, some lookalikes. */
  readonly compared: number;
  /** In a gap of more pairs only those in step and the candidates are compared. */
  readonly pairsAGap: number;
}

const usual: Effort = { blocksAWord: 32, wordsAsked: 12, compared: 6, pairsAGap: 2500 };

/** For texts most of which was replaced: more than this is left, and it may take a second. */
const thrifty: Effort = { blocksAWord: 8, wordsAsked: 5, compared: 2, pairsAGap: 36 };
const MANY_BLOCKS = 4000;
const MANY_WORDS = 150_000;

/** For texts longer than a book, in which only equal blocks are matched. */
const none: Effort = { blocksAWord: 0, wordsAsked: 0, compared: 0, pairsAGap: 0 };
const TOO_MANY_BLOCKS = 24_000;

/** Returns the effort for what is unmatched; none if a side has nothing unmatched. */
export function effortFor({ matching, vocabulary }: Start): Effort {
  const from = unmatched(matching.ofFrom).map((at) => vocabulary.from[at]!);
  const to = unmatched(matching.ofTo).map((at) => vocabulary.to[at]!);
  return effortAmong(from, to);
}

/** Returns the effort for searching these blocks among each other; none if a side has no block. */
export function effortAmong(from: readonly Worded[], to: readonly Worded[]): Effort {
  const blocks = from.length + to.length;
  if (from.length === 0 || to.length === 0 || blocks > TOO_MANY_BLOCKS) return none;
  const words = [...from, ...to].reduce((all, it) => all + lengthOf(it), 0);
  return blocks > MANY_BLOCKS || words > MANY_WORDS ? thrifty : usual;
}

/** Returns whether nothing is to be searched. */
export function isNone({ compared }: Effort): boolean {
  return compared === 0;
}

/** Blocks that may have a stem which is called rare: the two that share it, and one more. */
const FEW_BLOCKS = 3;

/** Returns how many stems two blocks share that hardly any other block has, nor the language. */
export function rareInCommon(one: Worded, other: Worded, vocabulary: Vocabulary): number {
  const least = weightIn(FEW_BLOCKS, vocabulary.from.length + vocabulary.to.length);
  const rare = ({ stems, start, end }: Worded): Set<number> =>
    new Set(stems.subarray(start, end).filter((it) => vocabulary.weights[it]! >= least));
  return rare(one).intersection(rare(other)).size;
}
