/** Step 1 of finding a quote: passages of one text, selected, found by typed words and marked. */
import { decodeHTMLStrict } from 'entities';
import { tokenise, type Token } from '../words/words.ts';

/** Characters of a text, in UTF-16 code units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A passage of a block: W3C TextQuoteSelector and TextPositionSelector in one. */
export interface QuoteSelector extends TextRange {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

class QuoteRefused extends Error {
  override name = 'QuoteRefused';
}

/**
 * The longest context in characters: five or six words tell most places apart. Hypothesis and Apache
 * Annotator take 32 characters too, so that selectors can be exchanged.
 */
const CONTEXT = 32;

/**
 * Returns the selector of the passage from `start` to `end`, widened to whole words and without the
 * spaces at its ends. Throws QuoteRefused if the passage is not in the text or has no words.
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

/** Returns where the first whole word of the context before a passage starts. */
function startOfContext(tokens: readonly Token[], start: number): number {
  return tokens.find((token) => token.start >= start - CONTEXT)?.start ?? start;
}

/** Returns where the last whole word of the context after a passage ends. */
function endOfContext(tokens: readonly Token[], end: number): number {
  return tokens.findLast((token) => token.end <= end + CONTEXT)?.end ?? end;
}

/**
 * Returns every passage of `text` that has these words, as a person types or copies them: case,
 * white space and what cannot be seen make no difference, the marks between the words do.
 */
export function findPassages(text: string, words: string): TextRange[] {
  const wanted = tokensWithoutSpace(words).map(({ key }) => key.toLowerCase());
  if (wanted.length === 0) return [];
  const tokens = tokensWithoutSpace(text);
  const keys = tokens.map(({ key }) => key.toLowerCase());
  return tokens.flatMap(({ start }, at) =>
    wanted.every((key, step) => keys[at + step] === key)
      ? [{ start, end: tokens[at + wanted.length - 1]!.end }]
      : []
  );
}

const tokensWithoutSpace = (text: string) => tokenise(text).filter(({ kind }) => kind !== 'space');

/** A passage of a block's text, and the id of what quotes it. */
export interface QuotedRange extends TextRange {
  readonly id: string;
}

/**
 * Returns a block's `html` with each passage of its `text` in a `mark`, whose `data-by` has the ids
 * of what quotes it. If the HTML does not have the same words as the text it is returned as it is:
 * no mark is better than one at the wrong words.
 */
export function markPassages(html: string, text: string, passages: readonly QuotedRange[]): string {
  if (passages.length === 0) return html;
  const pieces = [...html.matchAll(/<[^>]*>|&[^;\s]+;|[^<&]|[<&]/gsu)].map(([piece]) => piece);
  const places = placesOf(pieces, text);
  if (!places) return html;
  let marked = '';
  let open = '';
  let space = '';
  pieces.forEach((piece, at) => {
    const place = places[at] ?? null;
    if (place === null && !isTag(piece)) {
      space += piece;
      return;
    }
    const ids = place === null ? '' : idsAt(passages, place);
    if (ids === open) marked += space;
    else marked += (open ? '</mark>' : '') + space + (ids ? `<mark data-by="${ids}">` : '');
    space = '';
    open = ids;
    marked += piece;
  });
  return marked + (open ? '</mark>' : '') + space;
}

/** Returns where each piece of HTML is in the text (null: a tag or space), or null if they differ. */
function placesOf(pieces: readonly string[], text: string): (number | null)[] | null {
  let at = 0;
  const places: (number | null)[] = [];
  for (const piece of pieces) {
    const shown = isTag(piece) ? '' : decodeHTMLStrict(piece);
    if (!shown.trim()) {
      places.push(null);
      continue;
    }
    while (at < text.length && !text.slice(at, at + 1).trim()) at++;
    if (!text.startsWith(shown, at)) return null;
    places.push(at);
    at += shown.length;
  }
  return places;
}

function isTag(piece: string): boolean {
  return piece.length > 1 && piece.startsWith('<');
}

function idsAt(passages: readonly QuotedRange[], place: number): string {
  const around = passages.filter(({ start, end }) => start <= place && place < end);
  return around.map(({ id }) => id).join(' ');
}
