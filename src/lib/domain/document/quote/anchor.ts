import { belongsToAnother } from './anchor-belonging.ts';
import {
  carriedTo,
  gather,
  likenessAround,
  score,
  wordsOf,
  type Evidence
} from './anchor-evidence.ts';
import { placeOf } from './anchor-place.ts';
import { search, type Hit, type Passage } from './anchor-search.ts';
import type { QuoteSelector } from './anchor-select.ts';
import type { Texts } from '../diff/diff.ts';

export { QuoteRefused, selectQuote, type QuoteSelector } from './anchor-select.ts';

/** A place in one of several texts. */
export interface QuotePlace {
  /** Which of the texts, from 0. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** How sure it is, 0 to 1. */
  readonly score: number;
}

export interface FoundQuote extends QuotePlace {
  /** When ambiguous the place is the likeliest, for a person to confirm. */
  readonly status: 'found' | 'ambiguous';
  /** How much surer it is than the second best place. */
  readonly margin: number;
}

export interface LostQuote {
  readonly status: 'lost';
  readonly score: number;
  readonly margin: number;
  /** A place outside of the block's descendants, for a person to judge. */
  readonly suggestion?: QuotePlace;
}

export interface QuoteSources {
  /** The whole text that the quote was chosen in: with it the word changes lead the way. */
  readonly earlier?: string;
  /** Texts that did not come of the quote's block; a hit in them is only ever a suggestion. */
  readonly elsewhere?: Texts;
}

/** Surer than this, and so much surer than the second best, a place needs no person. */
const SURE = 0.6;
const CLEAR = 0.15;

/** Less sure than this a place is not worth showing. */
const WORTH_SHOWING = 0.35;

/** Less of the quote's words than this is another passage. */
const ENOUGH_WORDS = 0.35;

/** A longer search, a quote of 4,000 words in a text of 5,000, looks for the very letters only. */
const MOST_CELLS = 20_000_000;

/**
 * Finds a quote in the text or texts that its block became. Whole words only; what a reader cannot
 * see is no difference. Doubt is said: a lookalike, a sibling of a removed sentence and a twin
 * are ambiguous or lost, never found.
 */
export function locateQuote(
  selector: QuoteSelector,
  later: Texts,
  { earlier, elsewhere }: QuoteSources = {}
): FoundQuote | LostQuote {
  const evidence = gather(selector, later, earlier);
  const [best, second] = candidates(evidence);
  const sureness = best?.score ?? 0;
  const margin = sureness - (second?.score ?? 0);
  if (best && sureness >= WORTH_SHOWING) {
    const isSure = sureness >= SURE && margin >= CLEAR && !isRivalled(best, second);
    const status = isSure ? 'found' : 'ambiguous';
    return { status, ...placeOf(evidence, best), score: sureness, margin };
  }
  const suggestion = elsewhere === undefined ? undefined : suggest(selector, elsewhere);
  return { status: 'lost', score: sureness, margin, ...(suggestion && { suggestion }) };
}

interface Candidate extends Hit {
  readonly score: number;
  /** How much of what stood around the quote stands around it. */
  readonly around: number;
}

/** A second place with so much of the quote may be what became of it, and the best one a twin. */
const RIVAL = 0.45;

/** Where so much stands around it as before, the place itself has stayed. */
const IN_PLACE = 0.75;

function isRivalled(best: Candidate, second: Candidate | undefined): boolean {
  return second !== undefined && second.likeness >= RIVAL && best.around < IN_PLACE;
}

/** The places that the quote may have become, the surest first. */
function candidates(evidence: Evidence): Candidate[] {
  return hits(evidence)
    .filter((hit) => hit.likeness >= ENOUGH_WORDS && !belongsToAnother(evidence, hit))
    .map((hit) => ({ ...hit, score: score(evidence, hit), around: likenessAround(evidence, hit) }))
    .sort((a, b) => b.score - a.score || a.from - b.from);
}

function hits(evidence: Evidence): Hit[] {
  const { now, words } = evidence;
  const quote = wordsOf(evidence);
  if (quote.length === 0 || now.length === 0) return [];
  if (quote.length * now.length > MOST_CELLS) return hitsToTheLetter(evidence);
  const found = search(quote, now, { from: 0, to: now.length }, words);
  const passage = carriedTo(evidence);
  const carried = passage && search(quote, now, passage, words)[0];
  if (!carried) return found;
  const rivals = found.filter((hit) => !overlaps(hit, carried) || hit.likeness > carried.likeness);
  return rivals.some((hit) => overlaps(hit, carried)) ? rivals : [carried, ...rivals];
}

function overlaps(a: Passage, b: Passage): boolean {
  return a.from < b.to && b.from < a.to;
}

function hitsToTheLetter({ then, quote, now }: Evidence): Hit[] {
  const exact = then.text.slice(then.starts[quote.from], then.ends[quote.to - 1]);
  const found: Hit[] = [];
  for (let at = now.text.indexOf(exact); at >= 0 && found.length < 2;) {
    const from = now.starts.indexOf(at);
    if (from >= 0) found.push({ from, to: from + quote.to - quote.from, likeness: 1 });
    at = now.text.indexOf(exact, at + exact.length);
  }
  return found;
}

function suggest(selector: QuoteSelector, elsewhere: Texts): QuotePlace | undefined {
  const evidence = gather(selector, elsewhere, undefined);
  const best = candidates(evidence)[0];
  if (!best || best.score < SURE) return undefined;
  return { ...placeOf(evidence, best), score: best.score };
}
