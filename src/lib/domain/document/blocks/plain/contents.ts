import type { SetAside } from './pages.ts';

const LEADER = /\S.*(?:\.{3,}|…|(?:\. ){3,}|_{3,}|\t| {3,})[\s.…_]*\d{1,3}\s*$/;
const NUMBERED = /\S\s+\d{1,3}\s*$/;
const TITLE = /^\s*(?:indhold|indholdsfortegnelse|contents|table of contents)\s*:?\s*$/i;
// Two lines that end in a number happen in prose; three under each other are a table of contents.
const LEAST = 3;
// An entry is a line of a page, and entries stand close together.
const LONGEST = 160;
const WIDEST_GAP = 3;

/**
 * Pages without their table of contents: lines that lead to a page number by dots or space, or,
 * under the word for it, simply end in one.
 */
export function withoutContents(pages: readonly string[][]): {
  pages: string[][];
  setAside: SetAside[];
} {
  const setAside: SetAside[] = [];
  const kept = pages.map((page) => {
    const gone = contentsOf(page);
    if (gone.size === 0) return page;
    const text = page.filter((line, place) => gone.has(place) && line.trim() !== '').join('\n');
    setAside.push({ kind: 'contents', text });
    return page.map((line, place) => (gone.has(place) ? '' : line));
  });
  return { pages: kept, setAside };
}

function contentsOf(page: readonly string[]): Set<number> {
  const gone = new Set<number>();
  for (let place = 0; place < page.length; place++) {
    const titled = TITLE.test(page[place] ?? '');
    const entries = run(page, titled ? place + 1 : place, titled ? NUMBERED : LEADER);
    if (entries.length < LEAST) continue;
    if (titled) gone.add(place);
    for (const entry of entries) gone.add(entry);
    place = entries.at(-1) ?? place;
  }
  return gone;
}

function isEntry(line: string, entry: RegExp): boolean {
  return line.length <= LONGEST && /\d\s{0,9}$/.test(line) && entry.test(line);
}

function run(page: readonly string[], from: number, entry: RegExp): number[] {
  const places: number[] = [];
  for (let place = from; place < page.length; place++) {
    const line = page[place] ?? '';
    const blank = line.trim() === '';
    if (blank ? place - (places.at(-1) ?? from) > WIDEST_GAP : !isEntry(line, entry)) break;
    if (!blank) places.push(place);
  }
  return places;
}
