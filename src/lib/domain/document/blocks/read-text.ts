/** Reads a text of any format: Markdown, text without marks, or HTML. */
import type { Block } from '../block.ts';
import { SIGNED_LINE } from './item-signs.ts';
import { parseMarkdown } from './markdown.ts';
import { readPlainText } from './plain/plain.ts';
import type { SetAside } from './plain/pages.ts';
import { printedText, type PrintedLine } from './plain/printed.ts';
import { isHtml, richToMarkdown } from './rich/rich.ts';
import { isBlank } from './source.ts';
import { toMarkdown } from './write.ts';

/** Markdown; text without marks, as it comes out of a PDF, a letter or Word; or HTML. */
export type TextFormat = 'markdown' | 'plain' | 'html';

/** A text as it was read. */
export interface TextRead {
  readonly blocks: Block[];
  /** The text as Markdown, which is read as the same blocks; a text in Markdown is as it was. */
  readonly markdown: string;
  /** What belongs to the paper and not to the text: page numbers, running heads, contents. */
  readonly setAside: SetAside[];
}

/** Returns a text as its format says it is to be read. */
export function readText(source: string, format: TextFormat): TextRead {
  if (format === 'plain') {
    const { blocks, setAside } = readPlainText(source);
    return { blocks, markdown: toMarkdown(blocks), setAside };
  }
  const markdown = format === 'html' ? richToMarkdown(source) : source;
  return { blocks: parseMarkdown(markdown), markdown, setAside: [] };
}

/** Returns the text of a PDF as it is printed. */
export function readPrinted(pages: readonly (readonly PrintedLine[])[]): TextRead {
  const { source, titles } = printedText(pages);
  const { blocks, setAside } = readPlainText(source, titles);
  return { blocks, markdown: toMarkdown(blocks), setAside };
}

/** Returns the format of a file by its name, or by its text if the name does not tell. */
export function formatOf(name: string, source: string): TextFormat {
  if (/\.(?:md|markdown)$/i.test(name)) return 'markdown';
  if (/\.(?:txt|text)$/i.test(name)) return 'plain';
  if (/\.x?html?$/i.test(name)) return 'html';
  return guessFormat(source);
}

/** Marks of Markdown that prose does not have: a heading, a fence, a table, a link, a footnote … */
const MARKDOWN_MARK =
  /^#{1,6} \S|^ {0,3}(?:```|~~~)|^ {0,3}> \S|^ {0,3}\|?[ :-]*-{3,}[ :-]*\||\[[^\]\n]{1,200}\]\(\S|\*\*\S|^\[\^[^\]\n]{1,40}\]:/m;

/** Guesses the format of a text: HTML by its tags, Markdown if it has a mark that prose does not have. */
function guessFormat(source: string): TextFormat {
  if (isHtml(source)) return 'html';
  return MARKDOWN_MARK.test(source.replace(/\r\n?/g, '\n')) ? 'markdown' : 'plain';
}

/**
 * Returns what somebody has typed or pasted as Markdown. It is as it was if it is Markdown, and also
 * if Markdown reads it as plain text is read: in paragraphs between blank lines.
 */
export function asMarkdown(typed: string): string {
  return readTyped(typed).markdown;
}

/** Returns a text as `asMarkdown` does, and what was set aside of it. */
export function readTyped(typed: string): Pick<TextRead, 'markdown' | 'setAside'> {
  const format = guessFormat(typed);
  const isAsRead = format === 'markdown' || (format === 'plain' && !isSetAsPlainText(typed));
  return isAsRead ? { markdown: typed, setAside: [] } : readText(typed, format);
}

const ITEM = /^\s*(?:[-+*]|\d{1,9}[.)])\s/;

/**
 * Returns whether a text has what Markdown would run together: lines close below each other that are
 * no items, or items with other signs than Markdown knows.
 */
function isSetAsPlainText(text: string): boolean {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  return lines.some((line, place) => {
    if (isBlank(line)) return false;
    if (SIGNED_LINE.test(line)) return true;
    const next = lines[place + 1];
    if (isBlank(next) || ITEM.test(line) || ITEM.test(next!) || /(?: {2}|\\)$/.test(line))
      return false;
    return !/^(?: {2}|\t)/.test(next!);
  });
}
