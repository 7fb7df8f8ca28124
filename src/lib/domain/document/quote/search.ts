/** Step 3 of finding a quote: searches for words in a text, approximately or to the letter. */
import type { Side, Vocabulary } from '../diff/side.ts';

/** Tokens of a side: the first one, and the one after the last. */
export interface TokenRange {
  readonly start: number;
  readonly end: number;
}

/** A range that a pattern was found in. */
export interface Hit extends TokenRange {
  /** How much of the pattern is in it, 0 to 1; 1 if it is the pattern and nothing else. */
  readonly similarity: number;
}

/** A word of the pattern that is missing, or one added to it, costs this share of its weight. */
const COST_OF_CHANGE = 0.25;

/**
 * Searches `side` within a range for the keys `pattern`, word by word and approximately. Returns the
 * best hit first (of equal ones the earlier), none overlapping another. Takes one step for each pair
 * of a pattern's word and a word within. After P. Sellers, "The theory and computation of
 * evolutionary distances: pattern recognition" (1980), with weights in place of edits.
 */
export function search(
  pattern: Int32Array,
  { keys }: Side,
  within: TokenRange,
  { weights }: Vocabulary
): Hit[] {
  const width = within.end - within.start + 1;
  const scores = new Float64Array(width);
  const starts = Int32Array.from({ length: width }, (_, column) => within.start + column);
  let total = 0;
  for (const key of pattern) {
    const weight = weights[key]!;
    total += weight;
    let cornerScore = scores[0]!;
    let cornerStart = starts[0]!;
    scores[0]! -= weight * COST_OF_CHANGE;
    for (let column = 1; column < width; column++) {
      const token = keys[within.start + column - 1]!;
      const aboveScore = scores[column]!;
      const aboveStart = starts[column]!;
      let score = aboveScore - weight * COST_OF_CHANGE;
      let start = aboveStart;
      const left = scores[column - 1]! - weights[token]! * COST_OF_CHANGE;
      if (left > score) {
        score = left;
        start = starts[column - 1]!;
      }
      if (token === key && cornerScore + weight >= score) {
        score = cornerScore + weight;
        start = cornerStart;
      }
      scores[column] = score;
      starts[column] = start;
      cornerScore = aboveScore;
      cornerStart = aboveStart;
    }
  }
  return withoutOverlaps(hitsOf(scores, starts, within.start, total));
}

/** With less of the pattern than this a range shares no more with it than any two sentences do. */
const LEAST_SIMILARITY = 0.3;

/** Returns a hit for each column, the token that it ends before, if it is similar enough. */
function hitsOf(scores: Float64Array, starts: Int32Array, first: number, total: number): Hit[] {
  const hits: Hit[] = [];
  scores.forEach((score, column) => {
    const hit = { start: starts[column]!, end: first + column, similarity: score / total };
    if (hit.similarity >= LEAST_SIMILARITY && hit.end > hit.start) hits.push(hit);
  });
  return hits.sort((a, b) => b.similarity - a.similarity || a.start - b.start);
}

/** More hits than this only say that there are many. */
const MOST_HITS = 8;

function withoutOverlaps(hits: readonly Hit[]): Hit[] {
  const chosen: Hit[] = [];
  for (const hit of hits) {
    if (chosen.length === MOST_HITS) break;
    if (chosen.every((other) => hit.end <= other.start || hit.start >= other.end)) chosen.push(hit);
  }
  return chosen;
}

/** Returns how similar the best hit of `pattern` within a range is, or 0 if there is none. */
export function bestSimilarity(
  pattern: Int32Array,
  side: Side,
  within: TokenRange,
  vocabulary: Vocabulary
): number {
  return search(pattern, side, within, vocabulary)[0]?.similarity ?? 0;
}

/** Steps of the longest search: a quote of 4,000 words in a text of 5,000. */
const MOST_STEPS = 20_000_000;

/** Whether it would take too long to search a whole side for `pattern`. */
export function isTooLong(pattern: Int32Array, side: Side): boolean {
  return pattern.length * side.length > MOST_STEPS;
}

/** Returns the first two places in `to` that have the very letters of a range of `from`. */
export function findExact(from: Side, { start, end }: TokenRange, to: Side): Hit[] {
  const letters = from.text.slice(from.starts[start], from.ends[end - 1]);
  const hits: Hit[] = [];
  for (let at = to.text.indexOf(letters); at >= 0 && hits.length < 2;) {
    const first = to.starts.indexOf(at);
    if (first >= 0) hits.push({ start: first, end: first + end - start, similarity: 1 });
    at = to.text.indexOf(letters, at + letters.length);
  }
  return hits;
}
