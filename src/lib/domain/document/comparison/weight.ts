import type { Row } from '../align/row.ts';
import type { ComparedTexts } from './comparison.ts';

/** Bytes on a page of the tags around a row, and of those around words that were exchanged. */
const frame = 700;
const exchange = 260;
/** Letters of a word with its space; and words to one mark, since neighbours share a mark. */
const word = 6;
const wordsApart = 2;

/** Estimates the bytes of a row on a page, before its words are compared. */
export function weightOf(row: Row, { from, to }: ComparedTexts): number {
  const textOf = (places: readonly number[], blocks: ComparedTexts['from']) =>
    places.map((place) => blocks[place]?.text ?? '').join(' ');
  return weightOfTexts(textOf(row.from, from), textOf(row.to, to));
}

/**
 * Estimates the bytes of two compared texts: their letters, and as many marks as fit between the
 * first letter in which they differ and the last.
 */
export function weightOfTexts(from: string, to: string): number {
  const marks = from && to ? differing(from, to) / word / wordsApart : 0;
  return Math.round(frame + from.length + to.length + marks * exchange);
}

/** Returns the letters of the longer text between what both begin with and what both end with. */
function differing(from: string, to: string): number {
  const [least, most] = [Math.min(from.length, to.length), Math.max(from.length, to.length)];
  let start = 0;
  while (start < least && from[start] === to[start]) start++;
  let end = 0;
  while (end < least - start && from.at(-1 - end) === to.at(-1 - end)) end++;
  return most - start - end;
}
