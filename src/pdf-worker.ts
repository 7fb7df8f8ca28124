/**
 * Reads a PDF in a thread of its own, which `src/lib/server/formats/files/pdf.ts` ends when it takes
 * too long: a hostile file costs its sender's request and nobody else's. Answers the lines of the
 * pages, or null for a file that cannot be read.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';
import type { PrintedLine } from '#lib/domain/document/blocks/plain/printed.ts';

/** Pages and letters of the longest text; what comes after is left out. */
const most = { pages: 1000, letters: 2_000_000 };

/** What unpdf tells of some letters: where they stand and in which font. */
interface Item {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
}

type OpenLine = PrintedLine & { end: number };

async function readPages(bytes: Uint8Array): Promise<PrintedLine[][]> {
  const pdf = await getDocumentProxy(bytes, { verbosity: 0 });
  const pages: PrintedLine[][] = [];
  let letters = 0;
  for (let number = 1; number <= Math.min(pdf.numPages, most.pages); number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const lines = linesOf(items as unknown as Item[]);
    letters += lines.reduce((sum, { text }) => sum + text.length, 0);
    if (letters > most.letters) break;
    pages.push(lines);
    page.cleanup();
  }
  return pages;
}

/** Joins the items of a page that stand on one line. */
function linesOf(items: readonly Item[]): PrintedLine[] {
  const lines: OpenLine[] = [];
  for (const item of items) {
    if (item.str.trim() === '') continue;
    const [x, y] = [item.transform[4] ?? 0, item.transform[5] ?? 0];
    const size = Math.round(Math.hypot(item.transform[2] ?? 0, item.transform[3] ?? 0) * 2) / 2;
    const last = lines.at(-1);
    if (last && Math.abs(last.y - y) < 0.5 * Math.max(size, last.size) && x >= last.end - size)
      lines[lines.length - 1] = joined(last, item, { x, size });
    else lines.push({ text: item.str, size, font: item.fontName, x, y, end: x + item.width });
  }
  return lines.map(({ end: _, ...line }) => line);
}

function joined(line: OpenLine, item: Item, { x, size }: { x: number; size: number }): OpenLine {
  const isApart = x - line.end > 0.12 * size && !/\s$/.test(line.text) && !/^\s/.test(item.str);
  return {
    text: line.text + (isApart ? ' ' : '') + item.str,
    size: Math.max(line.size, size),
    font: line.font === item.fontName ? line.font : '',
    x: line.x,
    y: line.y,
    end: x + item.width
  };
}

parentPort!.postMessage(await readPages(workerData as Uint8Array).catch(() => null));
