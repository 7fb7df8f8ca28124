import { tokenise, type Token } from '../words/words.ts';

/** A passage of a block: W3C TextQuoteSelector and TextPositionSelector in one. */
export interface QuoteSelector {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Where it stands in the block's text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

export class QuoteRefused extends Error {
  override name = 'QuoteRefused';
}

/**
 * Five or six words tell most places apart, and what stands further off says little of the place.
 * Hypothesis and Apache Annotator take 32 characters too, so that selectors can be exchanged.
 */
const CONTEXT = 32;

/**
 * The selector of a passage, widened to whole words, spaces at its ends left out.
 * Refuses a place outside of the text and a passage without words.
 */
export function selectQuote(text: string, start: number, end: number): QuoteSelector {
  if (!(start >= 0 && start < end && end <= text.length)) {
    throw new QuoteRefused(`No passage from ${start} to ${end} in ${text.length} characters`);
  }
  const tokens = tokenise(text);
  const chosen = tokens.filter((it) => it.end > start && it.start < end && it.kind !== 'space');
  const first = chosen[0];
  const last = chosen.at(-1);
  if (!first || !last) throw new QuoteRefused(`No words from ${start} to ${end}`);
  return {
    exact: text.slice(first.start, last.end),
    prefix: text.slice(startOfContext(tokens, first.start), first.start),
    suffix: text.slice(last.end, endOfContext(tokens, last.end)),
    start: first.start,
    end: last.end
  };
}

/** At a whole word, at most so far off. */
function startOfContext(tokens: readonly Token[], start: number): number {
  return tokens.find((token) => token.start >= start - CONTEXT)?.start ?? start;
}

function endOfContext(tokens: readonly Token[], end: number): number {
  return tokens.findLast((token) => token.end <= end + CONTEXT)?.end ?? end;
}
