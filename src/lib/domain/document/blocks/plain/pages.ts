/** Step 2 of plain text: where the pages of a text end. */
import { isBlank, replaceInPieces } from '../source.ts';

/** Text that belongs to the paper and not to the document, kept so that an import can show it. */
export interface SetAside {
  readonly kind: 'pageFurniture' | 'contents';
  readonly text: string;
}

/** A page's number as it stands on a line: "13", "13.", "- 13 -", "[13]", "Side 13 af 20". */
const PAGE_NUMBER =
  /^[-–—|[(·•\s]{0,4}(?:(side|page|s\.|p\.)\s*)?(\d{1,4})(?:\s*(?:af|of|\/)\s*\d{1,4})?[-–—|\])·•\s]{0,4}(\.?)$/i;

/** More than any printed text has. In a source with more form feeds they are no ends of pages. */
const MOST_PAGES = 10_000;

/** Lines of a thousand printed pages; what comes after is one last line. */
const MOST_LINES = 60_000;

/** Returns a cleaned source as lines; `\f` is a line of its own between two pages. */
export function sourceLines(source: string): string[] {
  const end = endOfLines(source, MOST_LINES);
  if (end < source.length)
    return [...sourceLines(source.slice(0, end)), replaceInPieces(source.slice(end), /\s+/g, ' ')];
  const pages = source.split('\f');
  if (pages.length > MOST_PAGES) return source.split(/[\f\n]/);
  return pages.flatMap((page, number) => [...(number === 0 ? [] : ['\f']), ...page.split('\n')]);
}

/** Returns where the first `most` lines of a source end. */
function endOfLines(source: string, most: number): number {
  let end = -1;
  for (let line = 0; line < most; line++) {
    end = source.indexOf('\n', end + 1);
    if (end < 0) return source.length;
  }
  return end;
}

/** Returns lines as pages, cut at form feeds or else at the running page numbers. */
export function pagesOf(lines: readonly string[]): string[][] {
  if (lines.includes('\f')) return pagesBetween(lines);
  const ends = runningNumbers(lines);
  const starts = [0, ...ends.map((end) => end + 1)];
  return starts.map((start, index) => lines.slice(start, starts[index + 1]));
}

function pagesBetween(lines: readonly string[]): string[][] {
  const pages: string[][] = [[]];
  for (const line of lines) {
    if (line === '\f') pages.push([]);
    else pages.at(-1)?.push(line);
  }
  return pages;
}

/** Lines that a page has at least, so that numbers closer to each other count no pages. */
const LEAST_PAGE = 3;
/** The same where numbers have a full stop, as those of a list do. */
const LEAST_PAGE_OF_ITEMS = 8;
/** A page that begins a chapter, or is empty, has often no number. */
const LONGEST_STEP = 2;

/** A line that can be a page's number, in the longest run of such numbers that ends with it. */
interface RunningNumber {
  readonly place: number;
  readonly length: number;
  readonly before: RunningNumber | null;
}

/**
 * Returns the places of the page numbers of a text without form feeds: of all numbers on lines of
 * their own the longest run in which each is one more than the one before, or two. One number alone
 * counts nothing.
 */
function runningNumbers(lines: readonly string[]): number[] {
  const latest = new Map<number, RunningNumber>();
  let longest = null as RunningNumber | null;
  lines.forEach((line, place) => {
    const own = numberOnItsOwn(lines, place);
    if (!own) return;
    const { number } = own;
    const before = runBefore(number, place - own.least, latest);
    const run = { place, length: (before?.length ?? 0) + 1, before };
    if (run.length >= (latest.get(number)?.length ?? 0)) latest.set(number, run);
    if (run.length > (longest?.length ?? 1)) longest = run;
  });
  const places: number[] = [];
  for (let run: RunningNumber | null = longest; run; run = run.before) places.push(run.place);
  return places.reverse();
}

function runBefore(
  number: number,
  last: number,
  latest: ReadonlyMap<number, RunningNumber>
): RunningNumber | null {
  let best: RunningNumber | null = null;
  for (let step = 1; step <= LONGEST_STEP; step++) {
    const run = latest.get(number - step);
    if (run && run.place < last && run.length > (best?.length ?? 0)) best = run;
  }
  return best;
}

/**
 * Returns the number that a line consists of, and the least lines from the one before it. That of a
 * year has to be between blank lines.
 */
function numberOnItsOwn(
  lines: readonly string[],
  place: number
): { number: number; least: number } | null {
  const match = PAGE_NUMBER.exec((lines[place] ?? '').trim());
  if (!match) return null;
  const [, name, digits = '', stop] = match;
  const isFree = isBlank(lines[place - 1]) && isBlank(lines[place + 1]);
  if (name === undefined && digits.length > 3 && !isFree) return null;
  const isItem = stop !== '' && !isFree;
  return { number: Number(digits), least: isItem ? LEAST_PAGE_OF_ITEMS : LEAST_PAGE };
}

/** Returns the page number that a line consists of, or null; a number with a full stop is an item. */
export function pageNumber(line: string): number | null {
  const match = PAGE_NUMBER.exec(line.trim());
  return match && match[3] === '' ? Number(match[2]) : null;
}
