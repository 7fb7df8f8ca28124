/**
 * Finds a quoted passage of a block again in the text that the block became. `from` is the text
 * that the passage was selected in, `to` the text or texts that came of it.
 *
 * 1. `passages.ts` selects a passage: its words, some context and its place, as the W3C's
 *    TextQuoteSelector and TextPositionSelector. It also finds typed words and marks passages in HTML.
 * 2. `evidence.ts` reads both texts with the word diff (`../diff/diff.ts`) and tells how much speaks
 *    for a place: the words that the diff carries there, and the context around it.
 * 3. `search.ts` searches for words approximately (Sellers' algorithm, by weight).
 * 4. `candidates.ts` collects the places that may be the quote, without those that are better
 *    explained as another passage, and gives each a score.
 * 5. `locateQuote` decides: found, ambiguous or lost; `suggestPlaces` offers places to a person.
 *
 * The scores are sums of guesses that fit Danish policy texts; `tests/bench/quote-quality.ts` counts
 * how often they find a sentence where it went and, which matters more, never where it did not.
 */
import { candidatesFor, isTwin, scoreOf } from './candidates.ts';
import { gatherEvidence, quotedKeys, type Evidence } from './evidence.ts';
import { isTooLong, search, type Hit, type TokenRange } from './search.ts';
import type { QuoteSelector } from './passages.ts';
import type { Texts } from '../diff/diff.ts';
import type { Side } from '../diff/side.ts';

/** A place in one of several texts. */
export interface QuotePlace {
  /** The index of the text. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** How likely it is the quote, 0 to 1. */
  readonly score: number;
}

export interface FoundQuote extends QuotePlace {
  /** If ambiguous, the place is the likeliest one and a person must confirm it. */
  readonly status: 'found' | 'ambiguous';
  /** By how much its score exceeds that of the second best place. */
  readonly margin: number;
}

export interface LostQuote {
  readonly status: 'lost';
  /** The score of the best place, which was too low. */
  readonly score: number;
  readonly margin: number;
  /** A place in the texts `elsewhere`, for a person to judge. */
  readonly suggestion?: QuotePlace;
}

export interface QuoteSources {
  /** The whole text that the quote was selected in: with it, the word diff leads the way. */
  readonly from?: string;
  /** Texts that did not come of the quote's block; a place in them is only ever a suggestion. */
  readonly elsewhere?: Texts;
}

/** A place is found if its score is at least this: most of its words, or of its context, are there. */
const FOUND_SCORE = 0.6;

/** The second best place must have a score that is lower by at least this, or it is ambiguous. */
const FOUND_MARGIN = 0.15;

/** With a lower score than this a place is not worth showing to anybody. */
const AMBIGUOUS_SCORE = 0.35;

/**
 * Finds a quote in `to`, the text or texts that its block became, by whole words; what a reader
 * cannot see makes no difference. In doubt it says so: a lookalike, a sibling of a removed sentence
 * or a twin is ambiguous or lost, never found.
 */
export function locateQuote(
  selector: QuoteSelector,
  to: Texts,
  { from, elsewhere }: QuoteSources = {}
): FoundQuote | LostQuote {
  const evidence = gatherEvidence(selector, to, from);
  const [best, second] = candidatesFor(evidence);
  const score = best?.score ?? 0;
  const margin = score - (second?.score ?? 0);
  if (best && score >= AMBIGUOUS_SCORE) {
    const isFound = score >= FOUND_SCORE && margin >= FOUND_MARGIN && !isTwin(best, second);
    const status = isFound ? 'found' : 'ambiguous';
    return { status, ...placeOf(evidence, best), score, margin };
  }
  const suggestion = elsewhere === undefined ? undefined : suggestElsewhere(selector, elsewhere);
  return { status: 'lost', score, margin, ...(suggestion && { suggestion }) };
}

function suggestElsewhere(selector: QuoteSelector, elsewhere: Texts): QuotePlace | undefined {
  const evidence = gatherEvidence(selector, elsewhere);
  const best = candidatesFor(evidence)[0];
  if (!best || best.score < FOUND_SCORE) return undefined;
  return { ...placeOf(evidence, best), score: best.score };
}

/** As many choices as a person reads before they would rather type the words. */
const MOST_PLACES = 4;

/**
 * Returns the places in `to` that a quote may have become, likeliest first, for a person to choose
 * from: also those that `locateQuote` passes over in doubt. `least` is the lowest score of a place.
 * Returns nothing if the quote and the texts are too long to search.
 */
export function suggestPlaces(
  selector: QuoteSelector,
  to: Texts,
  { from, least }: { from?: string; least: number }
): QuotePlace[] {
  const evidence = gatherEvidence(selector, to, from);
  const quoted = quotedKeys(evidence);
  if (quoted.length === 0 || isTooLong(quoted, evidence.to)) return [];
  return search(quoted, evidence.to, { start: 0, end: evidence.to.length }, evidence.vocabulary)
    .map((hit) => ({ ...placeOf(evidence, hit), score: scoreOf(evidence, hit) }))
    .filter((place) => place.score >= least)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_PLACES);
}

/** Returns a hit as characters of a text; of a hit in two texts, the longer part. */
function placeOf(evidence: Evidence, hit: Hit): { block: number; start: number; end: number } {
  const { to } = evidence;
  const parts = splitByBlock(to, withReplacedEdges(evidence, hit));
  const longest = parts.reduce((best, part) =>
    lengthOf(to, part) > lengthOf(to, best) ? part : best
  );
  const block = to.blocks[longest.start]!;
  const base = to.blockStarts[block]!;
  return {
    block,
    start: to.starts[longest.start]! - base,
    end: to.ends[longest.end - 1]! - base
  };
}

/**
 * This many words that replaced the first or last ones of a quote are counted to it: a copy-edit of
 * its edge seldom needs more.
 */
const MOST_REPLACED = 3;

/** Widens a hit whose first or last words are new to what was beside the quote and still is. */
function withReplacedEdges({ from, quote, to, partners }: Evidence, hit: Hit): TokenRange {
  const { start, end } = hit;
  if (!partners) return { start, end };
  const before = quote.start === 0 ? -1 : partners[quote.start - 1]!;
  const after = quote.end === from.length ? to.length : partners[quote.end]!;
  const isFirstNew = from.keys[quote.start] !== to.keys[start];
  const isLastNew = from.keys[quote.end - 1] !== to.keys[end - 1];
  const isBeforeKnown = before >= 0 || quote.start === 0;
  const isNearBefore = before < start && start - before - 1 <= MOST_REPLACED;
  const isNearAfter = after >= end && after - end <= MOST_REPLACED;
  return {
    start: isFirstNew && isBeforeKnown && isNearBefore ? before + 1 : start,
    end: isLastNew && isNearAfter ? after : end
  };
}

function splitByBlock({ blocks }: Side, { start, end }: TokenRange): TokenRange[] {
  const parts: TokenRange[] = [];
  for (let at = start; at < end;) {
    let partEnd = at;
    while (partEnd < end && blocks[partEnd] === blocks[at]) partEnd++;
    parts.push({ start: at, end: partEnd });
    at = partEnd;
  }
  return parts;
}

function lengthOf({ starts, ends }: Side, { start, end }: TokenRange): number {
  return ends[end - 1]! - starts[start]!;
}
