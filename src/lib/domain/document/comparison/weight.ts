import type { Row } from '../align/row.ts';
import type { ComparedTexts } from './comparison.ts';

/** About what the tags around a row weigh on a page, and those around words that were exchanged. */
const frame = 700;
const exchange = 260;
/** Letters of a word, its space with it; words that stand side by side are marked as one. */
const word = 6;
const wordsApart = 2;

/** About how many bytes a row takes on a page, before its words are compared. */
export function weightOf(row: Row, { from, to }: ComparedTexts): number {
  const textOf = (places: readonly number[], blocks: ComparedTexts['from']) =>
    places.map((place) => blocks[place]?.text ?? '').join(' ');
  return weightOfTexts(textOf(row.from, from), textOf(row.to, to));
}

/**
 * The same of a text and what became of it: both, and as many marks as there can be between the
 * first word in which they differ and the last.
 */
export function weightOfTexts(was: string, is: string): number {
  const marks = was && is ? differing(was, is) / word / wordsApart : 0;
  return Math.round(frame + was.length + is.length + marks * exchange);
}

/** How much of the longer text stands between what both begin with and what both end with. */
function differing(was: string, is: string): number {
  const [least, most] = [Math.min(was.length, is.length), Math.max(was.length, is.length)];
  let start = 0;
  while (start < least && was[start] === is[start]) start++;
  let end = 0;
  while (end < least - start && was.at(-1 - end) === is.at(-1 - end)) end++;
  return most - start - end;
}
