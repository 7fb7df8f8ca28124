/** Step 1 of plain text: the titles that a table of contents has. */
import { startsSmall } from './lines.ts';

/** Characters of an entry, which is one line of a page. */
export const LONGEST_ENTRY = 160;
/** Lines of one title, which run on in small letters; more are prose. */
export const TITLE_LINES = 4;
/** Letters that tell a title from a word by chance. */
export const SHORTEST_KEY = 3;

/**
 * The titles of a table of contents, in the form that `titleKey` gives, with their depth from 1 as
 * their numbers or their indentation tell it; 0 where neither does.
 */
export type Titles = ReadonlyMap<string, number>;

/** Adds the titles of the entries of a table, those that run on over lines whole as well. */
export function addTitles(entries: readonly string[], titles: Map<string, number>): void {
  const depths = depthsOf(entries);
  const texts = entries.map(titleOf);
  texts.forEach((text, place) => {
    let whole = text;
    for (let next = place + 1; next <= place + TITLE_LINES; next++) {
      const key = titleKey(whole);
      if (key.length >= SHORTEST_KEY) titles.set(key, depths[place] ?? 0);
      const more = texts[next];
      if (more === undefined || !startsSmall(more)) break;
      whole += ` ${more}`;
    }
  });
}

const NUMBERS = /^\s*(\d{1,2}(?:\.\d{1,2})*)\.?\s+(?=\S)/;

/** Returns the depth of each entry of a table, by its number, or by its indentation if none has one. */
function depthsOf(entries: readonly string[]): number[] {
  const numbers = entries.map((entry) => NUMBERS.exec(entry)?.[1]?.split('.').length ?? 0);
  if (numbers.some((depth) => depth > 0)) return numbers;
  const indents = entries.map((entry) => Math.max(0, entry.search(/\S/)));
  const steps = [...new Set(indents)].sort((a, b) => a - b);
  return steps.length < 2 ? numbers : indents.map((indent) => steps.indexOf(indent) + 1);
}

/** Returns an entry without its leader and page. */
function titleOf(entry: string): string {
  const text = entry.slice(0, LONGEST_ENTRY * 2).trim();
  return ledEntry(text)?.title ?? text.replace(/\s\d{1,3}(?:\s?[-–]\s?\d{1,3})?$/, '');
}

/** A page or pages at the end of an entry. */
const PAGES = /(?<!\d)(\d{1,3})(?:\s?[-–]\s?\d{1,3})?\s*$/;
/** What leads to a page: dots, signs of a font without dots, lines, or a wide space. */
const LEADER = /\.{3}|…|\ufffd{2}|(?:\. ){3}|_{3}|·{3}|\t| {3}/;

/** Returns the title and the first page of an entry whose title is led to it, else null. */
export function ledEntry(line: string): { title: string; leader: string; page: number } | null {
  const end = line.trimEnd();
  const pages = PAGES.exec(end.slice(-20));
  if (!pages) return null;
  const led = end.length - pages[0].trimEnd().length;
  let start = led;
  while (start > 0 && /[\s.…_·\ufffd]/.test(line[start - 1]!)) start--;
  const leader = line.slice(start, led);
  const title = line.slice(0, start).trim();
  return title !== '' && LEADER.test(leader) ? { title, leader, page: Number(pages[1]) } : null;
}

const NUMBER_BEFORE = /^[^\p{L}\p{N}]*(?:\d{1,2}(?:\.\d{1,2})*(?![\p{L}\p{N}]))?/u;
/** Space and punctuation of ASCII, Latin 1 and the General Punctuation of Unicode. */
const PUNCTUATION = /[\s!-/:-@[-`{-~\u00a0-\u00bf\u2000-\u206f\ufffd]+/g;

/** Returns a heading in small letters, without its number, space and punctuation. */
export function titleKey(title: string): string {
  return title.replace(NUMBER_BEFORE, '').replace(PUNCTUATION, '').toLowerCase();
}
