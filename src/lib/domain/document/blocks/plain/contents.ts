/** Step 1 of plain text: tables of contents, which are set aside and tell what the headings are. */
import { isBlank } from '../source.ts';
import { startsSmall } from './lines.ts';
import type { SetAside } from './pages.ts';
import {
  addTitles,
  ledEntry,
  LONGEST_ENTRY,
  SHORTEST_KEY,
  TITLE_LINES,
  titleKey,
  type Titles
} from './titles.ts';

const WORD =
  /^\s*(?:indhold|indholdsfortegnelse|indholdsoversigt|innhold|innehåll|inhalt|contents|table of contents)\s*:?\s*(?:side|page)?\s*$/i;
const DOTS = /\.{3}|…|\ufffd{2}|(?:\. ){3}|_{3}|·{3}/;
const LONGEST_WORD = 40;
/** A title and the page, or the pages, where it is. */
const NUMBERED_ENTRY = /^\s*\S.*?\s\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s*$/;
/** A page, pages, or the number of a chapter, on a line of its own. */
const NUMBER_ALONE = /^\s*(?:\d{1,3}(?:\s?[-–]\s?\d{1,3})?|\d{1,2}(?:\.\d{1,2}){1,4}\.?)\s*$/;

/** Two lines that end in a number occur in prose; three are a table of contents. */
const LEAST_ENTRIES = 3;
/** Titles that can follow each other before their pages do, as in a table that is set in columns. */
const MOST_TITLES = 25;
/** Entries of a table of contents without pages. */
const MOST_LISTED = 60;
/** Letters that a title begins with, so that they are no line by chance. */
const LEAST_BEGINNING = 10;
/** Blank lines from one entry to the next. */
const WIDEST_GAP = 6;

/**
 * Returns the lines of a text with its tables of contents blank, the titles in them, and what was set
 * aside. Below the word for it, a table is every line up to the last that has a page or a number
 * alone, before prose begins; elsewhere it is three lines or more whose titles dots or space lead to
 * pages. It can go over several pages; `\f` stands between pages.
 */
export function withoutContents(lines: readonly string[]): {
  lines: string[];
  titles: Titles;
  setAside: SetAside[];
} {
  const kept = [...lines];
  const titles = new Map<string, number>();
  const setAside: SetAside[] = [];
  let known: LastPlaces | null = null;
  const lastPlaces = () => (known ??= lastPlacesOf(lines));
  for (let place = 0; place < lines.length; place++) {
    const { end, isTable } = tableAt(lines, place, lastPlaces);
    if (!isTable) {
      place = Math.max(place, end - 1);
      continue;
    }
    const table = lines.slice(place, end).filter((line) => !isBlank(line));
    const entries = table.filter((line) => !NUMBER_ALONE.test(line) && !isWord(line));
    addTitles(entries, titles);
    setAside.push({ kind: 'contents', text: table.join('\n') });
    for (; place < end; place++) if (kept[place] !== '\f') kept[place] = '';
    place--;
  }
  return { lines: kept, titles, setAside };
}

/** The last place of each line that can be a title, by its key. */
type LastPlaces = ReadonlyMap<string, number>;

function lastPlacesOf(lines: readonly string[]): LastPlaces {
  return new Map(lines.map((line, place) => [keyOf(line), place]));
}

/** Returns the key of a line that can be a title, else nothing. */
function keyOf(line: string): string {
  const key = line.length <= LONGEST_ENTRY ? titleKey(line) : '';
  return key.length < SHORTEST_KEY ? '' : key;
}

/** Returns whether a table of contents begins at a line, and where what was read of it ends. */
function tableAt(
  lines: readonly string[],
  start: number,
  lastPlaces: () => LastPlaces
): { end: number; isTable: boolean } {
  const isNamed = isWord(lines[start] ?? '');
  const places = isNamed
    ? entriesBelow(lines, start + 1, lastPlaces)
    : isLed(lines[start] ?? '')
      ? entriesFrom(lines, start, false)
      : [];
  if (places.length < LEAST_ENTRIES) return { end: start, isTable: false };
  const isTable = isNamed || isLedOn(places.map((place) => lines[place]!));
  return { end: (places.at(-1) ?? start) + 1, isTable };
}

/**
 * Returns the places of the entries below the word for contents: lines with pages, and those that
 * stand in the text again, as its headings, if there are no pages or the pages stand before them.
 */
function entriesBelow(
  lines: readonly string[],
  start: number,
  lastPlaces: () => LastPlaces
): number[] {
  const places: number[] = [];
  for (let next = start; ; next = (places.at(-1) ?? start) + 1) {
    const paged = entriesFrom(lines, next, true);
    const more = paged.length < LEAST_ENTRIES ? titlesAgain(lines, next, lastPlaces) : paged;
    if (more.length < LEAST_ENTRIES) return places;
    places.push(...more);
  }
}

/** Returns the places of the lines from `start` on, before prose begins, that stand in the text again. */
function titlesAgain(
  lines: readonly string[],
  start: number,
  lastPlaces: () => LastPlaces
): number[] {
  const places = new Map<string, number>();
  let end = start;
  for (; end < lines.length && places.size < MOST_LISTED; end++) {
    if (isBlank(lines[end])) continue;
    const key = keyOf(lines[end]!);
    if (key === '' || isBegunBy(places, key) || isProse(lines[end]!)) break;
    places.set(key, end);
  }
  const again = [...places.values()].filter((place) =>
    standsFrom(end, lines[place]!, lastPlaces())
  );
  return again.length * 2 > places.size ? again : [];
}

/** Whether a title, or the first line of it, has been among others: the text has begun. */
function isBegunBy(titles: ReadonlyMap<string, number>, key: string): boolean {
  if (key.length < LEAST_BEGINNING) return titles.has(key);
  return [...titles.keys()].some((title) => title.startsWith(key));
}

/** Whether a title stands in the text from a place on, or over lines of which the first does. */
function standsFrom(start: number, title: string, lastPlaces: LastPlaces): boolean {
  const words = title.trim().split(/\s+/);
  return words.some((_, left) => {
    const key = keyOf(words.slice(0, words.length - left).join(' '));
    const isLong = left === 0 || key.length >= LEAST_BEGINNING;
    return isLong && (lastPlaces.get(key) ?? 0) >= start;
  });
}

/**
 * Returns the places of the lines from `start` on that have a page or a number alone, with at most
 * so many titles between them, before prose begins.
 */
function entriesFrom(lines: readonly string[], start: number, isNamed: boolean): number[] {
  const most = isNamed ? MOST_TITLES : TITLE_LINES - 1;
  const places: number[] = [];
  let [titles, small, blank] = [0, 0, 0];
  for (let place = start; place < lines.length && titles <= most; place++) {
    const line = lines[place] ?? '';
    if (isBlank(line)) {
      blank = line === '\f' ? 0 : blank + 1;
      if (blank > WIDEST_GAP) break;
      continue;
    }
    blank = 0;
    small = startsSmall(line.trim()) ? small + 1 : 0;
    if (isProse(line) || small >= TITLE_LINES) break;
    if (isLed(line) || NUMBER_ALONE.test(line) || (isNamed && isNumbered(line))) {
      places.push(place);
      titles = 0;
    } else titles++;
  }
  return places;
}

/** Whether a line is the word for contents. */
function isWord(line: string): boolean {
  const text = line.trim();
  return text.length <= LONGEST_WORD && WORD.test(text);
}

function isLed(line: string): boolean {
  return line.length <= LONGEST_ENTRY * 2 && ledEntry(line) !== null;
}

function isNumbered(line: string): boolean {
  return line.length <= LONGEST_ENTRY * 2 && NUMBERED_ENTRY.test(line);
}

/** Characters of a question or a call that is a title. */
const LONGEST_QUESTION = 70;

function isProse(line: string): boolean {
  const text = line.trim();
  if (text.length > LONGEST_ENTRY * 2) return true;
  if (/[!?]["”]?$/.test(text)) return text.length > LONGEST_QUESTION;
  return /\p{L}\.["”]?$/u.test(text) && !DOTS.test(text);
}

/**
 * Whether lines are entries of several titles, as the feet of pages are not, led by dots, or by a
 * space to pages that never go back, as figures do.
 */
function isLedOn(lines: readonly string[]): boolean {
  const entries = lines.flatMap((line) => ledEntry(line.slice(0, LONGEST_ENTRY * 2)) ?? []);
  if (new Set(entries.map(({ title }) => titleKey(title))).size < LEAST_ENTRIES) return false;
  if (entries.some(({ leader }) => DOTS.test(leader))) return true;
  return entries.every(({ page }, place) => place === 0 || page >= entries[place - 1]!.page);
}
