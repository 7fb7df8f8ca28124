/** Part of step 3 of rich text: tables. */
import { writeRuns, type Run } from './runs.ts';
import { emphasisOf, plain, type Emphasis } from './styles.ts';
import type { Element, Node } from './tree.ts';

/** Cells of the largest table that is kept as one; a larger one is read by its paragraphs. */
const maxCells = 5000;

/**
 * Returns a table as Markdown with its first row as its head, or null for one that only places text:
 * of one column, or with lists or tables in it.
 */
export function tableMarkdown(table: Element): string | null {
  const rows = rowsOf(table).map(cellsOf);
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  if (width < 2 || width * rows.length > maxCells || holds(table, /^(?:ul|ol)$/)) return null;
  if (table.children.some((child) => typeof child !== 'string' && holds(child, /^table$/)))
    return null;
  const lines = rows.map((cells) => {
    const words = cells.map(cellMarkdown);
    return `| ${[...words, ...new Array<string>(width - cells.length).fill('')].join(' | ')} |`;
  });
  lines.splice(1, 0, `|${' --- |'.repeat(width)}`);
  return lines.join('\n');
}

function rowsOf(element: Element): Element[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === 'tr') return [child];
    return /^(?:thead|tbody|tfoot)$/.test(child.name) ? rowsOf(child) : [];
  });
}

const cellsOf = (row: Element) => elementsOf(row).filter(({ name }) => /^t[hd]$/.test(name));

const elementsOf = ({ children }: Element) =>
  children.filter((child): child is Element => typeof child !== 'string');

function holds(element: Element, name: RegExp): boolean {
  return elementsOf(element).some((child) => name.test(child.name) || holds(child, name));
}

function cellMarkdown(cell: Element): string {
  const runs = runsOf(cell, plain);
  return writeRuns(runs).replace(/\\\n/g, ' ').replaceAll('|', '\\|');
}

function runsOf(node: Node, emphasis: Emphasis): Run[] {
  if (typeof node === 'string')
    return [{ ...emphasis, text: node.replace(/\s+/g, ' '), written: false }];
  if (/^(?:br|p|div)$/.test(node.name) && node.children.length === 0)
    return [{ ...emphasis, text: ' ', written: false }];
  const inner = node.children.flatMap((child) => runsOf(child, emphasisOf(node, emphasis)));
  const isBlock = /^(?:p|div|h[1-6])$/.test(node.name);
  return isBlock ? [...inner, { ...plain, text: ' ', written: false }] : inner;
}
