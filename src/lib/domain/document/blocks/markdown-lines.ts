/** Part of step 2 of blocks: the lines of a Markdown text, and what Markdown takes each of them for. */
import type { Line } from './plain/lines.ts';
import { isBlank } from './source.ts';

/** A line of Markdown; its text is without marks of emphasis, and of a heading without its mark. */
export interface MarkdownLine extends Line {
  readonly raw: string;
  /**
   * `text` is a line of a paragraph, or one that goes on with a list item; `apart` is blank, or of
   * something whose lines belong together: code, a table, a quotation.
   */
  readonly role: 'text' | 'heading' | 'item' | 'apart';
  /** Where the text of each list item begins that the line can be part of, the outermost first. */
  readonly columns: readonly number[];
}

const FENCE = /^ *(`{3,}(?=[^`]*$)|~{3,})/;
const ITEM = /^ *(?:[-+*]|\d{1,9}[.)])(?: +|$)/;
const HEADING = /^ {0,3}#{1,6}(?= |$)/;
/** Signs of a quotation, a table, a note, an underline and a rule. */
const APART = /^ *(?:>|\[\^|[-=]{2,} *$|(?:[-*_] *){3,}$)|\|/;

/** Returns the lines of a Markdown text, one for each of its source. */
export function markdownLines(source: string): MarkdownLine[] {
  let fence: Fence | null = null;
  let columns: readonly number[] = [];
  let previous: MarkdownLine | undefined;
  let isCode = false;
  return source.split('\n').map((raw) => {
    const spaced = raw.replace(/^[ \t]*/, (margin) => margin.replaceAll('\t', '    '));
    const indent = Math.max(0, spaced.search(/\S/));
    const isFirst = !previous || isBlank(previous.raw);
    const before: Fence | null = isOutside(fence, spaced, indent) ? null : fence;
    const endsFence = before !== fence;
    fence = fenceAfter(before, spaced);
    const isItem = ITEM.test(spaced);
    if (!isBlank(raw) && (isFirst || isItem))
      columns = columns.filter((column) => column <= indent);
    const endsCode = isCode && indent < (columns.at(-1) ?? 0) + 4;
    isCode = (isFirst || isCode) && indent >= (columns.at(-1) ?? 0) + 4;
    const isApart = (before ?? fence) !== null || isCode || isBlank(raw) || APART.test(spaced);
    const role = isApart ? 'apart' : isItem ? 'item' : HEADING.test(spaced) ? 'heading' : 'text';
    if (role === 'item') columns = [...columns, ITEM.exec(spaced)![0].length];
    if (role === 'heading') columns = [];
    const isBroken =
      isFirst ||
      endsCode ||
      endsFence ||
      previous?.role === 'heading' ||
      /(?: {2}|\\)$/.test(previous!.raw);
    const gap = isBroken ? 'blank' : 'none';
    return (previous = { raw, role, columns, indent, gap, text: wordsOf(spaced) });
  });
}

/** An open fence of code, and where the text of the list item begins that it is in. */
interface Fence {
  readonly sign: string;
  readonly column: number;
}

const ITEM_MARKS = /^(?: *(?:[-+*]|\d{1,9}[.)])(?= ))*/;
const NOTE_MARK = /^ {0,3}\[\^[^\]\s]{1,40}\]: */;

/** Whether a line is outside of the list item that a fence is in, which ends with it. */
function isOutside(fence: Fence | null, line: string, indent: number): boolean {
  return fence !== null && !isBlank(line) && indent < fence.column;
}

/** Returns the fence that is open below a line, if any. */
function fenceAfter(open: Fence | null, line: string): Fence | null {
  if (open) {
    const sign = FENCE.exec(line)?.[1] ?? '';
    return sign.startsWith(open.sign) && line.trim() === sign ? null : open;
  }
  const body = line.replace(NOTE_MARK, '');
  const column = ITEM_MARKS.exec(body)![0].length;
  const sign = FENCE.exec(body.slice(column))?.[1];
  return sign ? { sign, column } : null;
}

function wordsOf(line: string): string {
  return line
    .trim()
    .replace(/^#+ +/, '')
    .replace(/\\$/, '')
    .replace(/^_{1,3}(?=[^\s_])|_{1,3}$/g, '')
    .replace(/(?<=^|\S)\*+(?=\s)|\*+(?=\S|$)/g, '')
    .trimEnd();
}
