/** Step 3 of plain text: what stands on the pages beside the text: heads, feet and page numbers. */
import { isBlank } from '../source.ts';
import { edge, feetOf, headInSentence, isFree } from './running-heads.ts';
import { withoutGluedNumbers } from './glued-numbers.ts';
import type { Titles } from './titles.ts';
import { pageNumber, type SetAside } from './pages.ts';

/**
 * Returns pages without their heads, feet and numbers, and what was set aside. A head or foot is at
 * the edge of a page and recurs on other pages, the same or with numbers that count the pages; a
 * foot can stand between the columns of other pages. `titles` are those of the table of contents. A line inside of a sentence that goes on below
 * it, at the top of a page, is a head, too.
 */
export function withoutFurniture(
  pages: readonly string[][],
  titles: Titles
): {
  pages: string[][];
  setAside: SetAside[];
} {
  if (pages.length < 2) return { pages: [...pages], setAside: [] };
  const setAside: SetAside[] = [];
  const tops = recurringAt(pages, (page) => edge(page, 1));
  const bottoms = recurringAt(pages, (page) => edge(page, -1));
  const feet = feetOf(pages, titles);
  const side = numberedSide(pages);
  let above: string[] = [];
  const kept = pages.map((page, number) => {
    const furniture = new Set([
      ...furnitureAt(page, 1, side, (line) => recurs(line, number, tops)),
      ...furnitureAt(page, -1, side, (line) => recurs(line, number, bottoms)),
      ...page.flatMap((line, place) =>
        feet.has(line.trim()) && isFree(page, place) ? [place] : []
      )
    ]);
    for (const place of headInSentence(page, furniture, above)) furniture.add(place);
    for (const place of [...furniture].sort((a, b) => a - b))
      setAside.push({ kind: 'pageFurniture', text: (page[place] ?? '').trim() });
    above = page.flatMap((line, place) =>
      furniture.has(place) || isBlank(line) ? [] : [line.trim()]
    );
    return page.filter((_, place) => !furniture.has(place));
  });
  return { pages: withoutGluedNumbers(kept, setAside), setAside };
}

/** For the shape of each line at an edge, the numbers that it has on each page that it is on. */
type Occurrences = Map<string, Map<number, number[]>>;

function recurringAt(
  pages: readonly string[][],
  edgeOf: (page: string[]) => number[]
): Occurrences {
  const occurrences: Occurrences = new Map();
  pages.forEach((page, number) => {
    for (const place of edgeOf(page)) {
      const line = page[place] ?? '';
      const onPages = occurrences.get(shapeOf(line)) ?? new Map<number, number[]>();
      occurrences.set(shapeOf(line), onPages.set(number, numbersIn(line)));
    }
  });
  return occurrences;
}

/** Returns the edge that most pages have their numbers at: 1 for the top, -1 for the bottom. */
function numberedSide(pages: readonly string[][]): 1 | -1 {
  const numbered = (direction: 1 | -1) => pages.filter((page) => hasNumber(page, direction)).length;
  return numbered(1) > numbered(-1) ? 1 : -1;
}

function hasNumber(page: readonly string[], direction: 1 | -1): boolean {
  return edge(page, direction).some((place) => pageNumber(page[place] ?? '') !== null);
}

/**
 * Returns the places at an edge of a page, from its outermost line, that are heads or feet. A number
 * at the other edge than the pages' own, as above the title of a chapter, is text.
 */
function furnitureAt(
  page: string[],
  direction: 1 | -1,
  side: 1 | -1,
  isHead: (line: string) => boolean
): number[] {
  const places: number[] = [];
  const takesNumbers = direction === side || !hasNumber(page, side);
  for (const place of edge(page, direction)) {
    const line = page[place] ?? '';
    if (!(takesNumbers && pageNumber(line) !== null) && !isHead(line)) break;
    places.push(place);
  }
  return places;
}

/** Pages from one head to the next: left and right pages differ, and a chapter begins without. */
const HEAD_STEP = 3;

/** The end of a sentence or a part of one; addresses and years in a foot can end with a full stop. */
const SENTENCE = /^\P{N}*\p{L}[.,;!?]["”’»')]?\s*$/u;

function recurs(line: string, page: number, occurrences: Occurrences): boolean {
  if (!/[\p{L}\p{N}]/u.test(line) || SENTENCE.test(line)) return false;
  const numbers = numbersIn(line);
  const onPages = occurrences.get(shapeOf(line));
  for (let step = 1; step <= HEAD_STEP; step++) {
    for (const other of [page - step, page + step]) {
      if (counts(numbers, onPages?.get(other), other - page)) return true;
    }
  }
  return false;
}

/** Whether each of two lines' numbers is the same or differs as the pages do. */
function counts(numbers: number[], others: number[] | undefined, step: number): boolean {
  return !!others?.every((value, index) => {
    const difference = value - (numbers[index] ?? NaN);
    return difference === 0 || difference === step;
  });
}

/** Returns a line with `#` for its numbers, in small letters. */
function shapeOf(line: string): string {
  return line.trim().replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase();
}

function numbersIn(line: string): number[] {
  return (line.match(/\d+/g) ?? []).map(Number);
}
