/** Text that belongs to the paper and not to the document, kept so that an import can name it. */
export interface SetAside {
  readonly kind: 'pageFurniture' | 'contents';
  readonly text: string;
}

// Headers and footers are rarely more lines than this.
const EDGE = 3;
const PAGE_NUMBER =
  /^(?:(side|page|s\.|p\.)\s*)?[-–—]?\s*(\d{1,4})\s*[-–—]?(?:\s*(?:af|of|\/)\s*\d{1,4})?$/i;

/** More than any printed text has; form feeds beyond it end no pages. */
const MOST_PAGES = 10_000;

/** A source cut into its pages, as form feeds say or, without them, its running page numbers. */
export function pagesOf(source: string): string[][] {
  const fed = source.split('\f');
  if (fed.length > MOST_PAGES) return [source.split(/[\f\n]/)];
  if (fed.length > 1) return fed.map((page) => page.split('\n'));
  const lines = source.split('\n');
  const ends = runningNumbers(lines);
  if (ends.length === 0) return [lines];
  const starts = [0, ...ends.map((end) => end + 1)];
  return starts.map((start, index) => lines.slice(start, starts[index + 1]));
}

/** Where lines that are page numbers stand, if each is one more than the last. */
function runningNumbers(lines: readonly string[]): number[] {
  const places: number[] = [];
  let expected = -1;
  lines.forEach((line, place) => {
    const number = standsAlone(lines, place) ? pageNumber(line) : null;
    if (number === null || (places.length > 0 && number !== expected)) return;
    places.push(place);
    expected = number + 1;
  });
  return places.length > 1 ? places : [];
}

function standsAlone(lines: readonly string[], place: number): boolean {
  const named = /[a-z]/i.test(lines[place] ?? '');
  return named || (isBlank(lines[place - 1]) && isBlank(lines[place + 1]));
}

function pageNumber(line: string): number | null {
  const number = PAGE_NUMBER.exec(line.trim())?.[2];
  return number === undefined ? null : Number(number);
}

/**
 * Pages without their headers, footers and numbers. Those stand at a page's edge and come back on
 * other pages, alike or with numbers that count the pages.
 */
export function withoutFurniture(pages: readonly string[][]): {
  pages: string[][];
  setAside: SetAside[];
} {
  if (pages.length < 2) return { pages: [...pages], setAside: [] };
  const setAside: SetAside[] = [];
  const tops = seenAt(pages, (page) => edge(page, 1));
  const bottoms = seenAt(pages, (page) => edge(page, -1));
  const kept = pages.map((page, number) => {
    const gone = new Set([
      ...furniture(page, number, 1, tops),
      ...furniture(page, number, -1, bottoms)
    ]);
    for (const place of gone)
      setAside.push({ kind: 'pageFurniture', text: (page[place] ?? '').trim() });
    return page.filter((_, place) => !gone.has(place));
  });
  return { pages: kept, setAside };
}

type Seen = Map<string, { page: number; numbers: number[] }[]>;

function seenAt(pages: readonly string[][], edgeOf: (page: string[]) => number[]): Seen {
  const seen: Seen = new Map();
  pages.forEach((page, number) => {
    for (const place of edgeOf(page)) {
      const line = page[place] ?? '';
      const places = seen.get(shape(line)) ?? [];
      seen.set(shape(line), [
        ...places.slice(-EDGE * 2),
        { page: number, numbers: numbersIn(line) }
      ]);
    }
  });
  return seen;
}

function edge(page: readonly string[], direction: 1 | -1): number[] {
  const places: number[] = [];
  const start = direction === 1 ? 0 : page.length - 1;
  for (let place = start; page[place] !== undefined && places.length < EDGE; place += direction) {
    if (!isBlank(page[place])) places.push(place);
  }
  return places;
}

function furniture(page: string[], number: number, direction: 1 | -1, seen: Seen): number[] {
  const places: number[] = [];
  for (const place of edge(page, direction)) {
    const line = page[place] ?? '';
    if (pageNumber(line) === null && !comesBack(line, number, seen)) break;
    places.push(place);
  }
  return places;
}

function comesBack(line: string, page: number, seen: Seen): boolean {
  const numbers = numbersIn(line);
  return (seen.get(shape(line)) ?? []).some(
    (other) =>
      other.page !== page &&
      other.numbers.every((value, index) => {
        const difference = value - (numbers[index] ?? NaN);
        return difference === 0 || difference === other.page - page;
      })
  );
}

function shape(line: string): string {
  return line.trim().replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase();
}

function numbersIn(line: string): number[] {
  return (line.match(/\d+/g) ?? []).map(Number);
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}
