import type { QuotePlace, QuoteSelector } from './anchor.ts';
import { gather, score, wordsOf } from './anchor-evidence.ts';
import { placeOf } from './anchor-place.ts';
import { search } from './anchor-search.ts';
import type { Texts } from '../diff/diff.ts';

/** More than so many choices nobody reads before they would rather write the words. */
const MOST_PLACES = 4;

/** A longer search, a quote of 1,000 words in a text of 20,000, is left to the person. */
const MOST_CELLS = 20_000_000;

/**
 * The places that a quote may have become, the likeliest first, for a person to choose from: those
 * too that locateQuote passes over in doubt. `least` is how sure a place must be to be offered.
 */
export function suggestPlaces(
  selector: QuoteSelector,
  later: Texts,
  { earlier, least }: { earlier?: string; least: number }
): QuotePlace[] {
  const evidence = gather(selector, later, earlier);
  const quote = wordsOf(evidence);
  const { now, words } = evidence;
  if (quote.length === 0 || quote.length * now.length > MOST_CELLS) return [];
  return search(quote, now, { from: 0, to: now.length }, words)
    .map((hit) => ({ ...placeOf(evidence, hit), score: score(evidence, hit) }))
    .filter((place) => place.score >= least)
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST_PLACES);
}
