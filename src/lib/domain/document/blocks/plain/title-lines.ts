/** Step 6 of plain text: lines that are headings by what stands above and below them. */
import { titleKey, type Titles } from './titles.ts';
import { beginsAnew, endsSentence, isAllCapitals, startsSmall } from './lines.ts';
import type { Line, Measure } from './lines.ts';
import { DOTTED, MOST_NUMBERED_LINES, runInAt } from './run-in-titles.ts';
import { statuteTitles } from './statutes.ts';

/** Headings one below the other without text between them; more are a list of what is to come. */
const MOST_STACKED = 3;
/** Letters by which most lines are told from all titles without a longer look. */
const START = 4;

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
  const isBelowEnd = place > 0 && endsSentence(lines[place - 1]!.text);
  if (!DOTTED.test(lines[place]!.text) && !isBelowEnd && !beginsAnew(lines, place, measure))
    return null;
  if (!canBeListed(lines[place]!.text, starts)) return null;
  let text = '';
  let listed: Title | null = null;
  for (let length = 1; length <= MOST_NUMBERED_LINES; length++) {
    const line = lines[place + length - 1];
    if (!line || line.text.length > 200 || (length > 1 && line.gap === 'page')) break;
    text += ` ${line.text}`;
    const key = titleKey(text);
    const depth = titles.get(key);
    if (depth !== undefined) listed = { length, isListed: true, depth };
  }
  return listed;
}

/** Characters in which the first letters of a title stand, after its number. */
const HEAD = 24;

/** Whether a line begins with the first letters of a title, or has too few at its head to tell. */
function canBeListed(text: string, starts: ReadonlySet<string>): boolean {
  const key = titleKey(text.slice(0, HEAD));
  return key.length < START || starts.has(key.slice(0, START));
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
