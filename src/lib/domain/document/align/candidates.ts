/**
 * Which blocks could have become of which: found by their rare words through an inverted index,
 * so that two long texts are never compared block by block.
 */
import { unmatched, type Match } from './matching.ts';
import { lengthOf } from './similarity.ts';
import type { Vocabulary, Worded } from './vocabulary.ts';
import type { Comparing } from './work.ts';

export interface Candidate {
  readonly old: number;
  readonly new: number;
  /** 0 to 1. */
  readonly alike: number;
}

export interface Candidates {
  readonly pairs: Candidate[];
  /** By place: how alike it is to blocks that are already another's. High for boilerplate. */
  readonly lookalikeOfOld: Float64Array;
  readonly lookalikeOfNew: Float64Array;
}

interface Effort {
  /** A word in more blocks than this is no help in finding one; it still counts in comparing. */
  readonly blocksAWord: number;
  /** Of each block the rarest so many words are looked up: those of a sentence. */
  readonly wordsAsked: number;
  /** And the best so many hits compared: its own, a few parts of it, a few lookalikes. */
  readonly compared: number;
}

const usual: Effort = { blocksAWord: 32, wordsAsked: 12, compared: 6 };
/** Where so much is left, a text was replaced as a whole: a second is all it gets. */
const thrifty: Effort = { blocksAWord: 8, wordsAsked: 5, compared: 2 };
const MANY_BLOCKS = 4000;
const MANY_WORDS = 150_000;

export function findCandidates({ vocabulary, matching, comparer }: Comparing): Candidates {
  const [oldLeft, newLeft] = [unmatched(matching.ofOld), unmatched(matching.ofNew)];
  if (oldLeft.length === 0 || newLeft.length === 0) return none(vocabulary);
  const effort = isMuch(oldLeft, vocabulary.old, newLeft, vocabulary.new) ? thrifty : usual;
  const found = new Map<number, Candidate>();
  const width = vocabulary.new.length;
  const forth = searcher(
    vocabulary.new,
    oldLeft.map((at) => vocabulary.old[at]!),
    vocabulary.weights,
    effort
  );
  const back = searcher(
    vocabulary.old,
    newLeft.map((at) => vocabulary.new[at]!),
    vocabulary.weights,
    effort
  );
  const lookalikeOfOld = new Float64Array(vocabulary.old.length);
  const lookalikeOfNew = new Float64Array(width);

  const add = (old: number, revised: number): void => {
    const key = old * width + revised;
    if (found.has(key) || !matching.mayMatch(old, revised)) return;
    const alike = comparer.alike(vocabulary.old[old]!, vocabulary.new[revised]!);
    found.set(key, { old, new: revised, alike });
  };
  const lookalike = (
    of: Worded,
    hits: number[],
    side: readonly Worded[],
    taken: (Match | undefined)[]
  ) => {
    const other = hits.find((hit) => taken[hit]);
    return other === undefined ? 0 : comparer.alike(of, side[other]!);
  };

  for (const old of oldLeft) {
    const hits = forth(vocabulary.old[old]!);
    lookalikeOfOld[old] = lookalike(vocabulary.old[old]!, hits, vocabulary.new, matching.ofNew);
    for (const hit of hits) if (!matching.ofNew[hit]) add(old, hit);
  }
  for (const revised of newLeft) {
    const hits = back(vocabulary.new[revised]!);
    lookalikeOfNew[revised] = lookalike(
      vocabulary.new[revised]!,
      hits,
      vocabulary.old,
      matching.ofOld
    );
    for (const hit of hits) if (!matching.ofOld[hit]) add(hit, revised);
  }
  return { pairs: [...found.values()], lookalikeOfOld, lookalikeOfNew };
}

function isMuch(
  old: number[],
  oldSide: readonly Worded[],
  revised: number[],
  newSide: readonly Worded[]
): boolean {
  if (old.length + revised.length > MANY_BLOCKS) return true;
  const wordsOf = (places: number[], side: readonly Worded[]) =>
    places.reduce((all, at) => all + lengthOf(side[at]!), 0);
  return wordsOf(old, oldSide) + wordsOf(revised, newSide) > MANY_WORDS;
}

function none(vocabulary: Vocabulary): Candidates {
  return {
    pairs: [],
    lookalikeOfOld: new Float64Array(vocabulary.old.length),
    lookalikeOfNew: new Float64Array(vocabulary.new.length)
  };
}

/** The blocks with the most rare words in common with the asked one, best first. */
function searcher(
  blocks: readonly Worded[],
  asked: readonly Worded[],
  weights: Int32Array,
  effort: Effort
) {
  const words = new Map(asked.map((it) => [it, rarest(it, weights, effort)]));
  const { starts, places } = postings(blocks, words.values(), weights.length);
  const sums = new Int32Array(blocks.length);
  return (one: Worded): number[] => {
    const touched: number[] = [];
    for (const stem of words.get(one)!) {
      const end = starts[stem + 1]!;
      if (end - starts[stem]! > effort.blocksAWord) continue;
      for (let at = starts[stem]!; at < end; at++) {
        const place = places[at]!;
        if (sums[place] === 0) touched.push(place);
        sums[place]! += weights[stem]!;
      }
    }
    const best = highest(touched, sums, effort.compared);
    for (const place of touched) sums[place] = 0;
    return best;
  };
}

/** The places with the highest sums, highest first, of equal ones the first. */
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

/** Equally rare ones all or none, so that nothing hangs on the order of numbers. */
function rarest(worded: Worded, weights: Int32Array, { wordsAsked }: Effort): number[] {
  const { stems, start, end } = worded;
  const least = leastOfHeaviest(worded, weights, wordsAsked);
  const found = new Set<number>();
  for (let at = start; at < end; at++) {
    if (weights[stems[at]!]! >= least) found.add(stems[at]!);
  }
  return [...found];
}

/** What the lightest of so many heaviest weighs; 0 where there are not so many. */
function leastOfHeaviest({ stems, start, end }: Worded, weights: Int32Array, many: number): number {
  const ascending = new Int32Array(many);
  for (let at = start; at < end; at++) {
    const weight = weights[stems[at]!]!;
    let place = 0;
    for (; place < many && weight > ascending[place]!; place++) {
      if (place > 0) ascending[place - 1] = ascending[place]!;
    }
    if (place > 0) ascending[place - 1] = weight;
  }
  return ascending[0]!;
}

/** By stem the places it stands in, each once: `places` from `starts[stem]` to `starts[stem + 1]`. */
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
