/** Step 6 of plain text: lines that are headings by what stands above and below them. */
import { titleKey, type Titles } from './contents.ts';
import {
  beginsAnew,
  endsEarly,
  endsSentence,
  isAllCapitals,
  isField,
  isGreeting,
  isPlaceholder,
  runsOn,
  startsSmall
} from './lines.ts';
import type { Line, Measure } from './lines.ts';
import { isPartOfParagraph, statuteTitles } from './statutes.ts';

/** Lines that a heading is set in at most. */
const MOST_LINES = 3;
const MOST_NUMBERED_LINES = 5;
const MOST_WORDS = 14;
/** Headings one below the other without text between them; more are a list of what is to come. */
const MOST_STACKED = 3;
/** The end of a sentence inside of a line. */
const TWO_SENTENCES = /(?:\p{Ll}{2}|\d{3})[.!?] \p{Lu}/u;
/** Letters by which most lines are told from all titles without a longer look. */
const START = 4;
/** "2.1 Skolen", "2.1.1. | Skolen". */
const DOTTED = /^\d{1,2}(?:\.\d{1,2}){1,4}\.?\s+(?:[|–-]\s+)?\S/;
/** What begins a list item or a quotation. */
const MARK = /^(?:[-–—*+·o>|[(•‣▪▫◦●○■□◆➢➤✓✔\uf0b7\uf0a7\uf0d8]|\d{1,3}[.)]\s|[a-zæøå]\))/u;
/** A heading that the lines around it tell. */
export interface Title {
  /** How many lines it is set in. */
  readonly length: number;
  /** Whether the table of contents has it. */
  readonly isListed: boolean;
  /** Its depth in the table of contents, from 1; 0 if that is not known. */
  readonly depth: number;
}

/**
 * Returns the headings that the lines around them tell, by the place of their first line.
 * A heading is what the table of contents lists; and what stands below the end of a sentence, or at
 * the top, without a full stop of its own, in lines that are ended early on purpose, with text below
 * that begins anew.
 */
export function titleLines(
  lines: readonly Line[],
  measure: Measure,
  titles: Titles
): ReadonlyMap<number, Title> {
  const found = new Map(statuteTitles(lines, measure));
  const starts = new Set([...titles.keys()].map((key) => key.slice(0, START)));
  let stacked: number[] = [];
  for (let place = 0; place < lines.length; place++) {
    const known = found.get(place);
    if (known) {
      place += known.length - 1;
      continue;
    }
    const listed = listedAt(lines, place, measure, titles, starts);
    const title = listed ?? unlisted(lines, place, measure, found);
    if (!listed || lines[place]?.gap === 'page') stacked = [];
    if (!title) continue;
    found.set(place, title);
    if (listed) stacked.push(place);
    if (stacked.length > MOST_STACKED) for (const other of stacked) found.delete(other);
    place += title.length - 1;
  }
  return found;
}

function unlisted(
  lines: readonly Line[],
  place: number,
  measure: Measure,
  found: ReadonlyMap<number, Title>
): Title | null {
  const length = titlePageAt(lines, place, measure) || runInAt(lines, place, measure, found);
  return length === 0 ? null : { length, isListed: false, depth: 0 };
}

/**
 * Returns the title of the table of contents that is set from a place on, the longest of several;
 * `starts` has the first letters of each of `titles`.
 */
function listedAt(
  lines: readonly Line[],
  place: number,
  measure: Measure,
  titles: Titles,
  starts: ReadonlySet<string>
): Title | null {
  if (titles.size === 0) return null;
  if (!DOTTED.test(lines[place]!.text) && !beginsAnew(lines, place, measure)) return null;
  let text = '';
  let listed: Title | null = null;
  for (let length = 1; length <= MOST_NUMBERED_LINES; length++) {
    const line = lines[place + length - 1];
    if (!line || line.text.length > 200 || (length > 1 && line.gap !== 'none')) break;
    text += ` ${line.text}`;
    const key = titleKey(text);
    if (key.length >= START && !starts.has(key.slice(0, START))) break;
    const depth = titles.get(key);
    if (depth !== undefined) listed = { length, isListed: true, depth };
  }
  return listed;
}

/**
 * Returns how many short lines from a place on are a title: all that a page has, lines at its
 * top that are all in capitals or none of them, or at the top of the text lines that go on in small letters. Otherwise 0.
 */
function titlePageAt(lines: readonly Line[], place: number, { width }: Measure): number {
  if (place > 0 && lines[place]?.gap !== 'page') return 0;
  let small = 0;
  for (let length = 1; length <= MOST_NUMBERED_LINES; length++) {
    const { text } = lines[place + length - 1]!;
    const next = lines[place + length];
    if (!next || text.length > width * 0.7 || /[.,;:!]$/.test(text)) return 0;
    if (next.gap === 'page' || isAllCapitals(text) !== isAllCapitals(next.text)) return length;
    if (next.gap !== 'none' && /^\d{1,3}$/.test(text)) continue;
    if (next.gap !== 'none') return place === 0 && length > 1 && small === length - 1 ? length : 0;
    if (startsSmall(next.text)) small++;
  }
  return 0;
}

/** Returns how many lines from a place on are a heading close to the text around it, or 0. */
function runInAt(
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
  if (!isNumbered && (text.split(/\s+/).length > MOST_WORDS || TWO_SENTENCES.test(text))) return 0;
  const below = place + length;
  const opens = opensText(lines, below, measure) || isHeadingBelow(lines, below, measure);
  return opens ? length : 0;
}

/** Whether a line below a heading is a heading, too, with text below it. */
function isHeadingBelow(lines: readonly Line[], place: number, measure: Measure): boolean {
  const line = lines[place];
  if (!line || startsSmall(line.text) || /[.,;:!…]$/.test(line.text)) return false;
  const length = ragged(lines, place, MOST_LINES, measure);
  return length > 0 && opensText(lines, place + length, measure);
}

function canBegin({ text }: Line): boolean {
  if (startsSmall(text) || isAllCapitals(text) || isPlaceholder(text)) return false;
  return (
    !MARK.test(text) &&
    !isGreeting(text) &&
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
  if (!previous || lines[place]?.gap !== 'none') return false;
  const below = [1, 2, 3].some((length) => found.get(place - length)?.length === length);
  return below || /[.!?…]["”’»')\]]*(?:\[\^[^\]]+\])*$/.test(previous.text.slice(-40));
}

/** Returns how many lines end early from a place on, the further ones in small letters. */
function ragged(lines: readonly Line[], place: number, most: number, measure: Measure): number {
  for (let length = 1; length <= most; length++) {
    const line = lines[place + length - 1];
    const next = lines[place + length];
    if (!line || !next) return 0;
    if (!endsEarly(line, next, measure)) return 0;
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
