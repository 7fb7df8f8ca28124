/** Step 3 of plain text: page numbers that a PDF has right after the last word of a page. */
import { isBlank } from '../source.ts';
import type { SetAside } from './pages.ts';

/** Pages on which numbers glued to the last word count the pages; one or two are chance. */
const LEAST_GLUED = 3;
const GLUED = /(?<=\p{L}[.!?)»”"]?)(\d{1,3})$/u;

/** Returns pages without the page numbers glued to their last words ("politik13"), set aside. */
export function withoutGluedNumbers(pages: readonly string[][], setAside: SetAside[]): string[][] {
  const ends = pages.map((page, number) => {
    const place = page.findLastIndex((line) => !isBlank(line));
    const glued = GLUED.exec((page[place] ?? '').trimEnd().slice(-80))?.[1];
    return { place, glued, offset: Number(glued ?? NaN) - number };
  });
  const counts = new Map<number, number>();
  for (const { offset } of ends) counts.set(offset, (counts.get(offset) ?? 0) + 1);
  return pages.map((page, number) => {
    const { place, glued, offset } = ends[number]!;
    if (glued === undefined || (counts.get(offset) ?? 0) < LEAST_GLUED) return page;
    setAside.push({ kind: 'pageFurniture', text: glued });
    return page.map((line, at) => (at === place ? line.trimEnd().slice(0, -glued.length) : line));
  });
}
