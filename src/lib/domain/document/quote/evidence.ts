/** Step 2 of finding a quote: what the two texts tell of where it went. */
import type { QuoteSelector } from './passages.ts';
import { bestSimilarity, type TokenRange } from './search.ts';
import { listOf, type Texts } from '../diff/diff.ts';
import { findRuns, newBudget } from '../diff/runs.ts';
import {
  BOUNDARY,
  newVocabulary,
  readSide,
  weightOf,
  type Side,
  type Vocabulary
} from '../diff/side.ts';
import { slideChanges } from '../diff/simplify.ts';

export interface Evidence {
  /** The text that the quote was selected in: all of it, or what the selector remembers. */
  readonly from: Side;
  /** The quote's tokens in `from`. */
  readonly quote: TokenRange;
  /** The text or texts to find it in. */
  readonly to: Side;
  readonly vocabulary: Vocabulary;
  /** For each token of `from` its token in `to`, or -1. Undefined if all of `from` is not known. */
  readonly partners: Int32Array | undefined;
}

/**
 * Reads a quote's text and the texts `to` find it in. `from` is the whole text that it was selected
 * in; without it, or if the quote is not in it, the selector's own words and context stand for it.
 */
export function gatherEvidence(selector: QuoteSelector, to: Texts, from?: string): Evidence {
  const vocabulary = newVocabulary();
  const start = from === undefined ? -1 : placeIn(from, selector);
  const isWhole = from !== undefined && start >= 0;
  const text = isWhole ? from : selector.prefix + selector.exact + selector.suffix;
  const fromSide = readSide([text], vocabulary, false);
  const toSide = readSide(listOf(to), vocabulary, false);
  const quoteStart = isWhole ? start : selector.prefix.length;
  const quote = tokensWithin(fromSide, quoteStart, quoteStart + selector.exact.length);
  const partners = isWhole ? partnersOf(fromSide, toSide, vocabulary) : undefined;
  return { from: fromSide, quote, to: toSide, vocabulary, partners };
}

/** Returns where a quote is in its own text: at its position, else in its context, else nearest. */
function placeIn(text: string, { exact, prefix, suffix, start }: QuoteSelector): number {
  if (text.startsWith(exact, start)) return start;
  const inContext = text.indexOf(prefix + exact + suffix);
  if (inContext >= 0) return inContext + prefix.length;
  const before = text.lastIndexOf(exact, start);
  const after = text.indexOf(exact, start);
  if (before < 0 || after < 0) return Math.max(before, after);
  return start - before <= after - start ? before : after;
}

function tokensWithin({ starts, ends, length }: Side, start: number, end: number): TokenRange {
  let first = 0;
  while (first < length && ends[first]! <= start) first++;
  let last = first;
  while (last < length && starts[last]! < end) last++;
  return { start: first, end: last };
}

function partnersOf(from: Side, to: Side, vocabulary: Vocabulary): Int32Array {
  const runs = findRuns(from, to, vocabulary, newBudget());
  slideChanges(runs, from, to, vocabulary);
  const partners = new Int32Array(from.length).fill(-1);
  for (const run of runs) {
    for (let step = 0; step < run.length; step++) partners[run.from + step] = run.to + step;
  }
  return partners;
}

/** Returns the keys of the quote's tokens. */
export function quotedKeys({ from, quote }: Evidence): Int32Array {
  return from.keys.subarray(quote.start, quote.end);
}

/** Returns the range from the first to the last token of `to` that the diff pairs with the quote. */
export function carriedRange({ partners, quote }: Evidence): TokenRange | undefined {
  const kept = partners?.subarray(quote.start, quote.end).filter((partner) => partner >= 0);
  if (!kept || kept.length === 0) return undefined;
  return { start: kept[0]!, end: kept[kept.length - 1]! + 1 };
}

/** Returns the share of the quote's weight that the diff pairs with tokens of a range, 0 to 1. */
export function carriedShare(evidence: Evidence, range: TokenRange): number {
  const { partners, quote, vocabulary } = evidence;
  if (!partners) return 0;
  const quoted = quotedKeys(evidence);
  const carried = quoted.filter((_, at) => {
    const partner = partners[quote.start + at]!;
    return partner >= range.start && partner < range.end;
  });
  return weightOf(carried, vocabulary) / weightOf(quoted, vocabulary);
}

/** Returns how much of the quote's context is around a range, 0 to 1. */
export function similarityAround(evidence: Evidence, range: TokenRange): number {
  return (similarityBefore(evidence, range) + similarityAfter(evidence, range)) / 2;
}

/** Words and marks of context on each side: about the 32 characters that a selector remembers. */
const CONTEXT = 6;

/** The context is searched for in so many tokens more than it has, since words may be added to it. */
const ROOM = 3;

/** Returns how much of the context before the quote is before a range, 0 to 1. */
export function similarityBefore(evidence: Evidence, { start }: TokenRange): number {
  const { quote } = evidence;
  const context = { start: Math.max(0, quote.start - CONTEXT), end: quote.start };
  const reach = context.end - context.start + ROOM;
  return contextSimilarity(
    evidence,
    context,
    { start: Math.max(0, start - reach), end: start },
    start
  );
}

/** Returns how much of the context after the quote is after a range, 0 to 1. */
export function similarityAfter(evidence: Evidence, { end }: TokenRange): number {
  const { from, quote, to } = evidence;
  const context = { start: quote.end, end: Math.min(from.length, quote.end + CONTEXT) };
  const reach = context.end - context.start + ROOM;
  return contextSimilarity(
    evidence,
    context,
    { start: end, end: Math.min(to.length, end + reach) },
    end
  );
}

/** A quote at the edge of its text, without context, is likelier at an `edge` than amid a text. */
function contextSimilarity(
  { from, to, vocabulary }: Evidence,
  context: TokenRange,
  within: TokenRange,
  edge: number
): number {
  if (context.start === context.end) return to.gaps[edge] === BOUNDARY ? 1 : 0.5;
  const known = from.keys.subarray(context.start, context.end);
  return bestSimilarity(known, to, within, vocabulary);
}
