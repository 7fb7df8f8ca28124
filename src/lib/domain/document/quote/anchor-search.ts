import type { Side, Vocabulary } from '../diff/side.ts';

/** A passage of a side, by token: from the first to after the last. */
export interface Passage {
  readonly from: number;
  readonly to: number;
}

/** A passage that a pattern was found in. */
export interface Hit extends Passage {
  /** How much of the pattern stands there, 0 to 1; 1 when all of it does and nothing else. */
  readonly likeness: number;
}

/** A word left out or put in costs a quarter of what one that stays is worth. */
const CHANGED = 0.25;

/**
 * Where in a passage a pattern stands, word by word and approximately: the best hit first, none
 * overlapping another, the earlier of two equal ones first. Time grows with pattern times passage.
 * After P. Sellers, "The theory and computation of evolutionary distances" (1980), by weight.
 */
export function search(
  pattern: Int32Array,
  { keys }: Side,
  within: Passage,
  { weights }: Vocabulary
): Hit[] {
  const width = within.to - within.from + 1;
  const scores = new Float64Array(width);
  const begins = Int32Array.from({ length: width }, (_, column) => within.from + column);
  let total = 0;
  for (const key of pattern) {
    const weight = weights[key]!;
    total += weight;
    let cornerScore = scores[0]!;
    let cornerBegin = begins[0]!;
    scores[0]! -= weight * CHANGED;
    for (let column = 1; column < width; column++) {
      const token = keys[within.from + column - 1]!;
      const aboveScore = scores[column]!;
      const aboveBegin = begins[column]!;
      let score = aboveScore - weight * CHANGED;
      let begin = aboveBegin;
      const left = scores[column - 1]! - weights[token]! * CHANGED;
      if (left > score) {
        score = left;
        begin = begins[column - 1]!;
      }
      if (token === key && cornerScore + weight >= score) {
        score = cornerScore + weight;
        begin = cornerBegin;
      }
      scores[column] = score;
      begins[column] = begin;
      cornerScore = aboveScore;
      cornerBegin = aboveBegin;
    }
  }
  return apart(hits(scores, begins, within.from, total));
}

/** Below this a passage shares little more with a pattern than what any two sentences share. */
const LEAST_LIKENESS = 0.3;

function hits(scores: Float64Array, begins: Int32Array, from: number, total: number): Hit[] {
  const found: Hit[] = [];
  scores.forEach((score, column) => {
    const hit = { from: begins[column]!, to: from + column, likeness: score / total };
    if (hit.likeness >= LEAST_LIKENESS && hit.to > hit.from) found.push(hit);
  });
  return found.sort((a, b) => b.likeness - a.likeness || a.from - b.from);
}

/** More than so many places only say that there are many. */
const MOST_HITS = 8;

function apart(hits: readonly Hit[]): Hit[] {
  const chosen: Hit[] = [];
  for (const hit of hits) {
    if (chosen.length === MOST_HITS) break;
    if (chosen.every((other) => hit.to <= other.from || hit.from >= other.to)) chosen.push(hit);
  }
  return chosen;
}
