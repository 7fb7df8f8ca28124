/** Step 4 of finding a quote: collects the places that it may have become, and scores them. */
import {
  carriedRange,
  carriedShare,
  quotedKeys,
  similarityAfter,
  similarityAround,
  similarityBefore,
  type Evidence
} from './evidence.ts';
import {
  bestSimilarity,
  findExact,
  isTooLong,
  search,
  type Hit,
  type TokenRange
} from './search.ts';
import { weightOf } from '../diff/side.ts';

export interface Candidate extends Hit {
  /** How likely it is the quote, 0 to 1. */
  readonly score: number;
  /** How much of the quote's context is around it, 0 to 1. */
  readonly around: number;
}

/** With less of the quote's words than this it is another passage. */
const LEAST_SIMILARITY = 0.35;

/** Returns the places that the quote may have become, the highest score first. */
export function candidatesFor(evidence: Evidence): Candidate[] {
  return hitsFor(evidence)
    .filter((hit) => hit.similarity >= LEAST_SIMILARITY && !belongsToAnother(evidence, hit))
    .map((hit) => ({
      ...hit,
      score: scoreOf(evidence, hit),
      around: similarityAround(evidence, hit)
    }))
    .sort((a, b) => b.score - a.score || a.start - b.start);
}

/** Returns the hits of the whole text, and before them the one that the word diff leads to. */
function hitsFor(evidence: Evidence): Hit[] {
  const { from, quote, to, vocabulary } = evidence;
  const quoted = quotedKeys(evidence);
  if (quoted.length === 0 || to.length === 0) return [];
  if (isTooLong(quoted, to)) return findExact(from, quote, to);
  const hits = search(quoted, to, { start: 0, end: to.length }, vocabulary);
  const range = carriedRange(evidence);
  const carried = range && search(quoted, to, range, vocabulary)[0];
  if (!carried) return hits;
  const others = hits.filter(
    (hit) => !overlaps(hit, carried) || hit.similarity > carried.similarity
  );
  return others.some((hit) => overlaps(hit, carried)) ? others : [carried, ...others];
}

function overlaps(a: TokenRange, b: TokenRange): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The weight of two long words: a quote of so much and its context say equally much. */
const WEIGHT_OF_CONTEXT = 16;

/**
 * Returns how likely a hit is the quote, 0 to 1: by its words (the more the quote has, the more they
 * count), by the context around it, and by what the word diff carries there, if it carries anything.
 */
export function scoreOf(evidence: Evidence, hit: Hit): number {
  const weight = weightOf(quotedKeys(evidence), evidence.vocabulary);
  const trust = weight / (weight + WEIGHT_OF_CONTEXT);
  const around = similarityAround(evidence, hit);
  const likely = trust * hit.similarity + (1 - trust) * around;
  const isCarried = carriedShare(evidence, { start: 0, end: evidence.to.length }) > 0;
  return isCarried ? (likely + carriedShare(evidence, hit)) / 2 : likely;
}

/** A second place with this much of the quote may be what became of it, and the best one a twin. */
const TWIN_SIMILARITY = 0.45;

/** With this much of its context around it as before, the place itself has stayed. */
const STAYED_AROUND = 0.75;

/** Whether the best place may be a twin of the quote, and the second one the quote itself. */
export function isTwin(best: Candidate, second: Candidate | undefined): boolean {
  return (
    second !== undefined && second.similarity >= TWIN_SIMILARITY && best.around < STAYED_AROUND
  );
}

/** Above this share of its weight the word diff says plainly that the quote became the passage. */
const CARRIED_SHARE = 0.6;

/**
 * Whether a hit is better explained by another passage that was beside the quote: a sibling that
 * stayed when the quote was removed, or a twin.
 */
function belongsToAnother(evidence: Evidence, hit: Hit): boolean {
  const { from, quote, to, vocabulary, partners } = evidence;
  if (carriedShare(evidence, hit) >= CARRIED_SHARE) return false;
  const before = { start: 0, end: quote.start };
  const after = { start: quote.end, end: from.length };
  if (!partners && hit.similarity < 1) {
    if (isInside(evidence, before, hit, similarityBefore(evidence, hit))) return true;
    if (isInside(evidence, after, hit, similarityAfter(evidence, hit))) return true;
  }
  const found = to.keys.subarray(hit.start, hit.end);
  const similarityTo = (range: TokenRange) => bestSimilarity(found, from, range, vocabulary);
  const other = Math.max(similarityTo(before), similarityTo(after));
  const own = similarityTo(quote);
  return other > own || (other === own && partners !== undefined);
}

/** Context that weighs less than a long word and a short one is in many passages by chance. */
const TELLING_WEIGHT = 13;

/** With this much of the context inside a hit it is no chance. */
const INSIDE_SIMILARITY = 0.5;

/** Whether the quote's context is now in the hit, and more so than beside it. */
function isInside(evidence: Evidence, context: TokenRange, hit: Hit, beside: number): boolean {
  const { from, to, vocabulary } = evidence;
  const known = from.keys.subarray(context.start, context.end);
  if (known.length < 2 || weightOf(known, vocabulary) < TELLING_WEIGHT) return false;
  const inside = bestSimilarity(known, to, hit, vocabulary);
  return inside >= INSIDE_SIMILARITY && inside > beside;
}
