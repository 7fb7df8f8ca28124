/** Step 6 of plain text: headings close to the text above and below them. */
import { ITEM_SIGNS } from '../item-signs.ts';
import {
  beginsAnew,
  endsEarly,
  endsSentence,
  hasTwoSentences,
  isAddressing,
  isAllCapitals,
  isField,
  isGreeting,
  isPlaceholder,
  runsOn,
  startsSmall
} from './lines.ts';
import type { Line, Measure } from './lines.ts';
import { isPartOfParagraph } from './statutes.ts';
import type { Title } from './title-lines.ts';

/** Lines that a heading is set in at most. */
const MOST_LINES = 3;
export const MOST_NUMBERED_LINES = 5;
const MOST_WORDS = 14;
/** Share of the width that is room where a line has no full stop and a capital letter below it. */
const ROOM = 0.9;
/** "2.1 Skolen", "2.1.1. | Skolen". */
export const DOTTED = /^\d{1,2}(?:\.\d{1,2}){1,4}\.?\s+(?:[|–-]\s+)?\S/;
/** What begins a list item or a quotation. */
const MARK = new RegExp(`^(?:[-–—*+·o>|[(${ITEM_SIGNS}]|\\d{1,3}[.)]\\s|[a-zæøå]\\))`, 'u');

/** Returns how many lines from a place on are a heading close to the text around it, or 0. */
export function runInAt(
  lines: readonly Line[],
  place: number,
  measure: Measure,
  found: ReadonlyMap<number, Title>
): number {
  const line = lines[place]!;
  if (!measure.wrapped || !canBegin(line)) return 0;
  const isNumbered = DOTTED.test(line.text);
  const item = itemAbove(lines, place);
  if (item && line.indent > item.indent) return 0;
  const isBelow =
    isBelowSentence(lines, place, found) || (item !== null && endsItem(lines, place, measure));
  if (!isNumbered && !isBelow) return 0;
  if (isNumbered && !beginsAnew(lines, place, measure)) return 0;
  const length = ragged(lines, place, isNumbered ? MOST_NUMBERED_LINES : MOST_LINES, measure);
  const text = lines
    .slice(place, place + length)
    .map((each) => each.text)
    .join(' ');
  if (length === 0 || /[.,;:!…]["”’»']?$/.test(text)) return 0;
  if (!isNumbered && (text.split(/\s+/).length > MOST_WORDS || hasTwoSentences(text))) return 0;
  const below = place + length;
  const opens = opensText(lines, below, measure) || isHeadingBelow(lines, below, measure);
  return opens ? length : 0;
}

/** Whether a line below a heading is a heading, too, with text below it. */
function isHeadingBelow(lines: readonly Line[], place: number, measure: Measure): boolean {
  const line = lines[place];
  if (!line || !canBegin(line) || /[.,;:!…]$/.test(line.text)) return false;
  const length = ragged(lines, place, MOST_LINES, measure);
  return length > 0 && opensText(lines, place + length, measure);
}

function canBegin({ text }: Line): boolean {
  if (startsSmall(text) || isAllCapitals(text) || isPlaceholder(text)) return false;
  return (
    !MARK.test(text) &&
    !isGreeting(text) &&
    !isAddressing(text) &&
    !isField(text) &&
    !isPartOfParagraph(text) &&
    /\p{L}{2}/u.test(text.slice(0, 200))
  );
}

/** Lines of an item that are searched for its bullet. */
const ITEM_LINES = 12;

/** Returns the first line of the list item that the line above a place belongs to, if any. */
function itemAbove(lines: readonly Line[], place: number): Line | null {
  if (lines[place]!.gap !== 'none') return null;
  for (let above = place - 1; above >= Math.max(0, place - ITEM_LINES); above--) {
    if (MARK.test(lines[above]!.text)) return lines[above]!;
    if (lines[above]!.gap !== 'none') return null;
  }
  return null;
}

/** Whether the last line of the item above a place is ended early, though without a full stop. */
function endsItem(lines: readonly Line[], place: number, measure: Measure): boolean {
  const previous = lines[place - 1]!;
  return endsEarly(previous, lines[place]!, measure) && !/[,:-]$/.test(previous.text);
}

/** Whether a line is close below the end of a sentence, or below another heading. */
function isBelowSentence(
  lines: readonly Line[],
  place: number,
  found: ReadonlyMap<number, Title>
): boolean {
  const previous = lines[place - 1];
  if (!previous) return true;
  const below = [1, 2, 3].some((length) => found.get(place - length)?.length === length);
  return below || /[.!?…]["”’»')\]]*(?:\[\^[^\]]+\])*$/.test(previous.text.slice(-40));
}

/** Returns how many lines end early from a place on, the further ones in small letters. */
function ragged(lines: readonly Line[], place: number, most: number, measure: Measure): number {
  for (let length = 1; length <= most; length++) {
    const line = lines[place + length - 1];
    const next = lines[place + length];
    if (!line || !next) return 0;
    if (!endsEarly(line, next, measure, ROOM)) return 0;
    if (next.gap !== 'none' || !runsOn(next.text)) return length;
  }
  return 0;
}

/** Whether text begins at a place: a full line, a sentence, or a list. */
function opensText(lines: readonly Line[], place: number, measure: Measure): boolean {
  const line = lines[place];
  if (!line || runsOn(line.text)) return false;
  const isFull = line.text.length > measure.width * 0.6;
  return isFull || MARK.test(line.text) || DOTTED.test(line.text) || endsSentence(line.text);
}
