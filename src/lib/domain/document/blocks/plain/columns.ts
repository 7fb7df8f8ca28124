/** Step 4 of plain text: pages set in two columns, as `pdftotext -layout` has them side by side. */
import { isBlank } from '../source.ts';

/** Lines and share of a page's lines that begin a right column; fewer are a table or chance. */
const LEAST_LINES = 6;
const LEAST_SHARE = 0.3;
/** Share of the lines that may go over both columns, as a heading does. */
const MOST_CROSSING = 0.2;
/** Characters that the lines of a column have on average; those of a table have fewer. */
const LEAST_WIDTH = 20;
/** No column is narrower, and no page is wider. */
const FIRST_COLUMN = 20;
const LAST_COLUMN = 200;
/** Spaces between two columns. */
const SPACE = 2;
const WIDE_SPACE = /\S\s\s|^\s\s/;

/**
 * Returns pages with the columns of those that have two as pages of their own, the left one first,
 * where it is sure that there are two. A line over both columns ends them.
 */
export function withColumnsApart(pages: readonly string[][]): string[][] {
  return pages.flatMap((page) => {
    const start = rightColumn(page);
    return start === null ? [page] : apart(page, start);
  });
}

/** Returns where the right column of a page starts, or null if the page has not two. */
function rightColumn(page: readonly string[]): number | null {
  const lines = page.filter((line) => !isBlank(line));
  if (lines.length < LEAST_LINES) return null;
  const votes = new Map<number, number>();
  for (const line of lines) {
    for (const start of startsIn(line)) votes.set(start, (votes.get(start) ?? 0) + 1);
  }
  const [start, count] = [...votes].reduce(
    (best, vote) => (vote[1] > best[1] ? vote : best),
    [0, 0]
  );
  if (count < Math.max(LEAST_LINES, lines.length * LEAST_SHARE)) return null;
  return areColumns(lines, start) ? start : null;
}

/** Returns where text starts in a line after a space as wide as that between columns. */
function startsIn(line: string): number[] {
  const starts: number[] = [];
  if (!WIDE_SPACE.test(line)) return starts;
  for (let at = FIRST_COLUMN; at < Math.min(line.length, LAST_COLUMN); at++) {
    if (line[at] !== ' ' && isFree(line, at)) starts.push(at);
  }
  return starts;
}

/** Whether there is space before a place of a line. */
function isFree(line: string, at: number): boolean {
  return line.slice(at - SPACE, at).trim() === '';
}

function areColumns(lines: readonly string[], start: number): boolean {
  const right = lines.filter((line) => isFree(line, start) && line.length > start);
  const left = lines.filter((line) => isFree(line, start) && !isBlank(line.slice(0, start)));
  const crossing = lines.filter((line) => !isFree(line, start)).length;
  if (crossing > lines.length * MOST_CROSSING || left.length < LEAST_LINES) return false;
  const widthOf = (texts: string[]) => texts.join('').length / texts.length;
  return (
    widthOf(right.map((line) => line.slice(start).trim())) >= LEAST_WIDTH &&
    widthOf(left.map((line) => line.slice(0, start).trim())) >= LEAST_WIDTH
  );
}

/** Returns the columns of a page in the order in which they are read, the lines above them with the left one. */
function apart(page: readonly string[], start: number): string[][] {
  const parts: string[][] = [];
  let columns: [string[], string[]] = [[], []];
  for (const line of page) {
    if (isFree(line, start)) {
      columns[0].push(line.slice(0, start).trimEnd());
      columns[1].push(line.slice(start));
    } else {
      parts.push(...columns);
      columns = [[line, ''], []];
    }
  }
  return [...parts, ...columns].filter((part) => !part.every(isBlank));
}
