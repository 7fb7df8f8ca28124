/** Step 1 of plain text: pages, and what on them belongs to the paper and not to the text. */
import { isBlank } from '../source.ts';

/** Text that belongs to the paper and not to the document, kept so that an import can show it. */
export interface SetAside {
  readonly kind: 'pageFurniture' | 'contents';
  readonly text: string;
}

/** Lines at the top and at the bottom of a page that can be headers and footers; seldom are more. */
const EDGE = 3;

const PAGE_NUMBER =
  /^(?:(side|page|s\.|p\.)\s*)?[-–—]?\s*(\d{1,4})\s*[-–—]?(?:\s*(?:af|of|\/)\s*\d{1,4})?$/i;

/** More than any printed text has. In a source with more form feeds they are no ends of pages. */
const MOST_PAGES = 10_000;

/** Returns a source as pages of lines, cut at form feeds or else at its running page numbers. */
export function pagesOf(source: string): string[][] {
  const pages = source.split('\f');
  if (pages.length > MOST_PAGES) return [source.split(/[\f\n]/)];
  if (pages.length > 1) return pages.map((page) => page.split('\n'));
  const lines = source.split('\n');
  const ends = runningNumbers(lines);
  if (ends.length === 0) return [lines];
  const starts = [0, ...ends.map((end) => end + 1)];
  return starts.map((start, index) => lines.slice(start, starts[index + 1]));
}

/** Returns the places of lines that are page numbers, if each is one more than the one before. */
function runningNumbers(lines: readonly string[]): number[] {
  const places: number[] = [];
  let expected = -1;
  lines.forEach((line, place) => {
    const number = isAlone(lines, place) ? pageNumber(line) : null;
    if (number === null || (places.length > 0 && number !== expected)) return;
    places.push(place);
    expected = number + 1;
  });
  return places.length > 1 ? places : [];
}

function isAlone(lines: readonly string[], place: number): boolean {
  const named = /[a-z]/i.test(lines[place] ?? '');
  return named || (isBlank(lines[place - 1]) && isBlank(lines[place + 1]));
}

function pageNumber(line: string): number | null {
  const number = PAGE_NUMBER.exec(line.trim())?.[2];
  return number === undefined ? null : Number(number);
}

/**
 * Returns pages without their headers, footers and numbers, and what was set aside. A header or footer
 * is at the edge of a page and recurs on other pages, the same or with numbers that count the pages.
 */
export function withoutFurniture(pages: readonly string[][]): {
  pages: string[][];
  setAside: SetAside[];
} {
  if (pages.length < 2) return { pages: [...pages], setAside: [] };
  const setAside: SetAside[] = [];
  const tops = recurringAt(pages, (page) => edge(page, 1));
  const bottoms = recurringAt(pages, (page) => edge(page, -1));
  const kept = pages.map((page, number) => {
    const furniture = new Set([
      ...furnitureAt(page, number, 1, tops),
      ...furnitureAt(page, number, -1, bottoms)
    ]);
    for (const place of furniture)
      setAside.push({ kind: 'pageFurniture', text: (page[place] ?? '').trim() });
    return page.filter((_, place) => !furniture.has(place));
  });
  return { pages: kept, setAside };
}

/** For the shape of each line at an edge, the pages that it is on and the numbers that it has there. */
type Occurrences = Map<string, { page: number; numbers: number[] }[]>;

function recurringAt(
  pages: readonly string[][],
  edgeOf: (page: string[]) => number[]
): Occurrences {
  const occurrences: Occurrences = new Map();
  pages.forEach((page, number) => {
    for (const place of edgeOf(page)) {
      const line = page[place] ?? '';
      const places = occurrences.get(shapeOf(line)) ?? [];
      occurrences.set(shapeOf(line), [
        ...places.slice(-EDGE * 2),
        { page: number, numbers: numbersIn(line) }
      ]);
    }
  });
  return occurrences;
}

/** Returns the places of the first lines of a page, or with -1 of its last ones. */
function edge(page: readonly string[], direction: 1 | -1): number[] {
  const places: number[] = [];
  const start = direction === 1 ? 0 : page.length - 1;
  for (let place = start; page[place] !== undefined && places.length < EDGE; place += direction) {
    if (!isBlank(page[place])) places.push(place);
  }
  return places;
}

/** Returns the places at an edge of a page, from its outermost line, that are headers or footers. */
function furnitureAt(
  page: string[],
  number: number,
  direction: 1 | -1,
  occurrences: Occurrences
): number[] {
  const places: number[] = [];
  for (const place of edge(page, direction)) {
    const line = page[place] ?? '';
    if (pageNumber(line) === null && !recurs(line, number, occurrences)) break;
    places.push(place);
  }
  return places;
}

function recurs(line: string, page: number, occurrences: Occurrences): boolean {
  const numbers = numbersIn(line);
  return (occurrences.get(shapeOf(line)) ?? []).some(
    (other) =>
      other.page !== page &&
      other.numbers.every((value, index) => {
        const difference = value - (numbers[index] ?? NaN);
        return difference === 0 || difference === other.page - page;
      })
  );
}

/** Returns a line with `#` for its numbers, in small letters. */
function shapeOf(line: string): string {
  return line.trim().replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase();
}

function numbersIn(line: string): number[] {
  return (line.match(/\d+/g) ?? []).map(Number);
}

/** A title that dots or space lead to a page number. */
const LEADER = /\S.*(?:\.{3,}|…|(?:\. ){3,}|_{3,}|\t| {3,})[\s.…_]*\d{1,3}\s*$/;
const ENDS_IN_NUMBER = /\S\s+\d{1,3}\s*$/;
const TITLE = /^\s*(?:indhold|indholdsfortegnelse|contents|table of contents)\s*:?\s*$/i;
/** Two lines that end in a number occur in prose; three in a row are a table of contents. */
const LEAST_ENTRIES = 3;

/** Characters of an entry, which is one line of a page. */
const LONGEST_ENTRY = 160;

/** Lines from one entry to the next. */
const WIDEST_GAP = 3;

/**
 * Returns pages without their table of contents, and what was set aside: lines that dots or space
 * lead to a page number or, below the word for a table of contents, that end in a number.
 */
export function withoutContents(pages: readonly string[][]): {
  pages: string[][];
  setAside: SetAside[];
} {
  const setAside: SetAside[] = [];
  const kept = pages.map((page) => {
    const contents = contentsOf(page);
    if (contents.size === 0) return page;
    const lines = page.filter((line, place) => contents.has(place) && !isBlank(line));
    setAside.push({ kind: 'contents', text: lines.join('\n') });
    return page.map((line, place) => (contents.has(place) ? '' : line));
  });
  return { pages: kept, setAside };
}

/** Returns the places of the lines of a page that are in a table of contents. */
function contentsOf(page: readonly string[]): Set<number> {
  const contents = new Set<number>();
  for (let place = 0; place < page.length; place++) {
    const titled = TITLE.test(page[place] ?? '');
    const entries = entriesFrom(page, titled ? place + 1 : place, titled ? ENDS_IN_NUMBER : LEADER);
    if (entries.length < LEAST_ENTRIES) continue;
    if (titled) contents.add(place);
    for (const entry of entries) contents.add(entry);
    place = entries.at(-1) ?? place;
  }
  return contents;
}

/** Returns the places of the entries that follow each other from `start` on. */
function entriesFrom(page: readonly string[], start: number, entry: RegExp): number[] {
  const places: number[] = [];
  for (let place = start; place < page.length; place++) {
    const line = page[place] ?? '';
    const blank = isBlank(line);
    if (blank ? place - (places.at(-1) ?? start) > WIDEST_GAP : !isEntry(line, entry)) break;
    if (!blank) places.push(place);
  }
  return places;
}

function isEntry(line: string, entry: RegExp): boolean {
  return line.length <= LONGEST_ENTRY && /\d\s{0,9}$/.test(line) && entry.test(line);
}
