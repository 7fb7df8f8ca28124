/** Finds blocks by their rare words through an inverted index. */
import type { Effort } from './effort.ts';
import type { Worded } from './worded.ts';

/** For each of the asked ones: the blocks with the most rare words in common, best first. */
export function blocksLike(
  asked: readonly Worded[],
  blocks: readonly Worded[],
  weights: Int32Array,
  effort: Effort
): number[][] {
  const words = asked.map((it) => rarest(it, weights, effort));
  const { starts, places } = postings(blocks, words, weights.length);
  const sums = new Int32Array(blocks.length);
  return words.map((stems) => {
    const touched: number[] = [];
    for (const stem of stems) {
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
  });
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
