import { search, type Hit, type Passage } from './anchor-search.ts';
import type { QuoteSelector } from './anchor-select.ts';
import type { Texts } from '../diff/diff.ts';
import { findRuns, newBudget } from '../diff/runs.ts';
import { BOUNDARY, newVocabulary, readSide, type Side, type Vocabulary } from '../diff/side.ts';
import { slideChanges } from '../diff/simplify.ts';

/** What is known of a quote's place, then and now. */
export interface Evidence {
  /** The text that the quote stood in, all of it or what the selector remembers. */
  readonly then: Side;
  readonly quote: Passage;
  readonly now: Side;
  readonly words: Vocabulary;
  /** For each token of then its token of now, or -1. None where the whole text is not known. */
  readonly partners: Int32Array | undefined;
}

export function gather(
  selector: QuoteSelector,
  later: Texts,
  earlier: string | undefined
): Evidence {
  const words = newVocabulary();
  const start = earlier === undefined ? -1 : placeIn(earlier, selector);
  const isWhole = earlier !== undefined && start >= 0;
  const text = isWhole ? earlier : selector.prefix + selector.exact + selector.suffix;
  const then = readSide([text], words, false);
  const now = readSide(typeof later === 'string' ? [later] : later, words, false);
  const from = isWhole ? start : selector.prefix.length;
  const quote = passageOf(then, from, from + selector.exact.length);
  return { then, quote, now, words, partners: isWhole ? partnersOf(then, now, words) : undefined };
}

/** Where the quote stands in its own text: at its position, else with its context, else nearest. */
function placeIn(text: string, { exact, prefix, suffix, start }: QuoteSelector): number {
  if (text.startsWith(exact, start)) return start;
  const inContext = text.indexOf(prefix + exact + suffix);
  if (inContext >= 0) return inContext + prefix.length;
  const before = text.lastIndexOf(exact, start);
  const after = text.indexOf(exact, start);
  if (before < 0 || after < 0) return Math.max(before, after);
  return start - before <= after - start ? before : after;
}

function passageOf({ starts, ends, length }: Side, start: number, end: number): Passage {
  let from = 0;
  while (from < length && ends[from]! <= start) from++;
  let to = from;
  while (to < length && starts[to]! < end) to++;
  return { from, to };
}

function partnersOf(then: Side, now: Side, words: Vocabulary): Int32Array {
  const runs = findRuns(then, now, words, newBudget());
  slideChanges(runs, then, now, words);
  const partners = new Int32Array(then.length).fill(-1);
  for (const run of runs) {
    for (let step = 0; step < run.length; step++) partners[run.from + step] = run.to + step;
  }
  return partners;
}

export function wordsOf(evidence: Evidence): Int32Array {
  return evidence.then.keys.subarray(evidence.quote.from, evidence.quote.to);
}

/** The passage from the first to the last token that the word changes carry the quote to. */
export function carriedTo({ partners, quote }: Evidence): Passage | undefined {
  const kept = partners?.subarray(quote.from, quote.to).filter((partner) => partner >= 0);
  if (!kept || kept.length === 0) return undefined;
  return { from: kept[0]!, to: kept[kept.length - 1]! + 1 };
}

/** How much of the quote's weight the word changes carry into a passage, 0 to 1. */
export function carriedInto({ partners, quote, then, words }: Evidence, passage: Passage): number {
  if (!partners) return 0;
  let carried = 0;
  let total = 0;
  for (let token = quote.from; token < quote.to; token++) {
    const weight = words.weights[then.keys[token]!]!;
    total += weight;
    const partner = partners[token]!;
    if (partner >= passage.from && partner < passage.to) carried += weight;
  }
  return carried / total;
}

/** A quote of two long words and its surroundings say equally much of where it stands. */
const TWO_WORDS = 16;

/** How sure it is that a hit is the quote: its words, the longer the better, and what is around it. */
export function score(evidence: Evidence, hit: Hit): number {
  const weight = wordsOf(evidence).reduce((sum, key) => sum + evidence.words.weights[key]!, 0);
  const reach = weight / (weight + TWO_WORDS);
  const around = likenessAround(evidence, hit);
  const likely = reach * hit.likeness + (1 - reach) * around;
  const isCarried = carriedInto(evidence, { from: 0, to: evidence.now.length }) > 0;
  return isCarried ? (likely + carriedInto(evidence, hit)) / 2 : likely;
}

/** How much of what stood around the quote stands around a hit, 0 to 1. */
export function likenessAround(evidence: Evidence, hit: Hit): number {
  return (likenessBefore(evidence, hit) + likenessAfter(evidence, hit)) / 2;
}

/** About the 32 characters of a selector's context, and room for some words put in. */
const CONTEXT = 6;
const ROOM = 3;

/** How much of what stood before the quote stands before a hit. */
export function likenessBefore({ then, quote, now, words }: Evidence, { from }: Hit): number {
  const known = then.keys.subarray(Math.max(0, quote.from - CONTEXT), quote.from);
  if (known.length === 0) return edge(now, from);
  const there = { from: Math.max(0, from - known.length - ROOM), to: from };
  return search(known, now, there, words)[0]?.likeness ?? 0;
}

/** How much of what stood after the quote stands after a hit. */
export function likenessAfter({ then, quote, now, words }: Evidence, { to }: Hit): number {
  const known = then.keys.subarray(quote.to, Math.min(then.length, quote.to + CONTEXT));
  if (known.length === 0) return edge(now, to);
  const there = { from: to, to: Math.min(now.length, to + known.length + ROOM) };
  return search(known, now, there, words)[0]?.likeness ?? 0;
}

/** What stood at the edge of a text is a little likelier at an edge. */
function edge({ gaps }: Side, token: number): number {
  return gaps[token] === BOUNDARY ? 1 : 0.5;
}
