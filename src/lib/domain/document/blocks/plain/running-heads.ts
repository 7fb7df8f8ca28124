/** Step 3 of plain text: heads and feet that are known by where they stand: between columns, or inside of a sentence. */
import { isBlank } from '../source.ts';
import { titleKey, type Titles } from './titles.ts';
import { startsSmall } from './lines.ts';
import { pageNumber } from './pages.ts';

/** Characters of a running head or foot. */
const LONGEST_HEAD = 100;

/**
 * Returns the running feet of pages, which can stand between their columns: lines between blank ones
 * on two pages or more, of which one is the last of its page above the number, where no heading
 * stands, or is in the middle of a sentence; or that repeat a title of the table of contents or of a
 * page that has nothing but a title.
 */
export function feetOf(pages: readonly string[][], titles: Titles): ReadonlySet<string> {
  const known = new Set([...titles.keys(), ...pages.flatMap(titleAlone)]);
  const counts = new Map<string, number>();
  const feet = new Set<string>();
  for (const page of pages) {
    const last = lastAboveNumber(page);
    const free = page.flatMap((_, place) => (isFree(page, place) ? [place] : []));
    for (const line of new Set(free.map((place) => (page[place] ?? '').trim())))
      counts.set(line, (counts.get(line) ?? 0) + 1);
    for (const place of free) {
      const line = (page[place] ?? '').trim();
      const isRepeated = line.length <= LONGEST_HEAD && known.has(titleKey(line));
      if (isRepeated || place === last || isInSentence(page, place)) feet.add(line);
    }
  }
  const found = [...feet].filter((line) => isHeadline(line) && (counts.get(line) ?? 0) > 1);
  return new Set([...found, ...feetOfForm(found, [...counts.keys()], pages)]);
}

/** A chapter's number and a sign before its title, as headings in a text seldom have. */
const NUMBER_AND_SIGN = /^\d{1,2}\s?([/|·])\s/;
/** Feet of one form; fewer are chance. */
const LEAST_FEET = 2;

/**
 * Returns the lines that stand once, but begin with a number and a sign as several feet do, and repeat
 * the title of a page that has nothing else: a short chapter has its foot on one page.
 */
function feetOfForm(feet: string[], lines: string[], pages: readonly string[][]): string[] {
  const signOf = (line: string) => NUMBER_AND_SIGN.exec(line)?.[1];
  const signs = feet.map(signOf);
  const sign = signs.find(
    (each) => each && signs.filter((other) => other === each).length >= LEAST_FEET
  );
  if (!sign) return [];
  const titles = new Set(pages.flatMap(titleAlone));
  return lines.filter(
    (line) => signOf(line) === sign && titles.has(titleKey(line.replace(PAGE_AT_END, '')))
  );
}

const PAGE_AT_END = /\s{2,}\d{1,3}$/;

/** Lines of the title of a chapter on a page of its own, with the chapter's and the page's number. */
const TITLE_PAGE = 7;

function titleAlone(page: readonly string[]): string[] {
  const lines = page.filter((line) => !isBlank(line));
  if (lines.length > TITLE_PAGE) return [];
  const words = lines.filter((line) => pageNumber(line) === null);
  const title = words.join(' ');
  return words.length > 0 && title.length <= LONGEST_HEAD ? [titleKey(title)] : [];
}

function lastAboveNumber(page: readonly string[]): number | undefined {
  return edge(page, -1).find((at) => pageNumber(page[at] ?? '') === null);
}

function isHeadline(line: string): boolean {
  return line.length <= LONGEST_HEAD && /\p{L}/u.test(line) && !/[.,;:!?-]$/.test(line);
}

/** Whether the sentence above a free line goes on below it. */
function isInSentence(page: readonly string[], place: number): boolean {
  const above = (page[place - 2] ?? '').trim();
  const below = (page[place + 2] ?? '').trim();
  return above !== '' && isUnfinished(above) && startsSmall(below);
}

function isUnfinished(text: string): boolean {
  return !/[.!?:…]["”’»')\]]*$/.test(text.slice(-20));
}

export function isFree(page: readonly string[], place: number): boolean {
  return !isBlank(page[place]) && isBlank(page[place - 1]) && isBlank(page[place + 1]);
}

/** Of the width of the lines on its page and before it: a wider line can be one of the sentence. */
const WIDEST_HEAD = 0.6;

/**
 * Returns the place of a head at the top of a page that cuts a sentence, which begins in the lines
 * `above` it: a short line without a number and a full stop, with small letters below it.
 */
export function headInSentence(
  page: readonly string[],
  furniture: ReadonlySet<number>,
  above: readonly string[]
): number[] {
  const places = page.flatMap((line, place) =>
    furniture.has(place) || isBlank(line) ? [] : [place]
  );
  const lines = places.map((place) => (page[place] ?? '').trim());
  const [head, next] = lines;
  const last = above.at(-1);
  if (!head || !next || !last || !isHeadline(head) || /^["”“»«'(]*[\p{Ll}\d]/u.test(head))
    return [];
  const width = Math.min(fullWidth(lines), fullWidth(above));
  const isCut = isUnfinished(last) && startsSmall(next);
  return isCut && head.length < width * WIDEST_HEAD ? places.slice(0, 1) : [];
}

/** Returns the length that a quarter of lines have at least. */
function fullWidth(lines: readonly string[]): number {
  const widths = lines.map((line) => line.length).sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.75)] ?? 0;
}

/** Lines at the top and at the bottom of a page that can be headers and footers; seldom are more. */
const EDGE = 3;

/** Returns the places of the first lines of a page, or with -1 of its last ones. */
export function edge(page: readonly string[], direction: 1 | -1): number[] {
  const places: number[] = [];
  const start = direction === 1 ? 0 : page.length - 1;
  for (let place = start; page[place] !== undefined && places.length < EDGE; place += direction) {
    if (!isBlank(page[place])) places.push(place);
  }
  return places;
}
