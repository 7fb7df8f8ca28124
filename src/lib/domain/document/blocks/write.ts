/** Step 7 of blocks: writes blocks, and text from elsewhere, as Markdown. */
import type { Block, BlockKind } from '../block.ts';
import { beginsWithDay } from './kept-marks.ts';
import { cleanSource, collapseSpace, replaceInPieces } from './source.ts';

/**
 * Returns the Markdown of a list of blocks, list items indented by their depth. `parseMarkdown` reads
 * it as the same blocks again, but for an item deeper than the one before it allows, which comes up.
 */
export function toMarkdown(blocks: readonly Block[]): string {
  let source = '';
  let columns: number[] = [];
  blocks.forEach((block, index) => {
    const column = columnOf(block, columns);
    columns = columnsAfter(block, column, columns);
    const previous = blocks[index - 1];
    if (previous) source += isTight(previous, block) ? '\n' : '\n\n';
    source += indent(block.markdown, column);
  });
  return source && `${source}\n`;
}

/** Returns a text after a mark, its further lines indented to where its first one begins. */
export function hang(mark: string, text: string, width = mark.length): string {
  return mark + indent(text, width).slice(width);
}

function indent(text: string, width: number): string {
  return width ? text.replace(/^(?=.)/gm, ' '.repeat(width)) : text;
}

/** Returns where a block begins; `columns` has for each depth where the last item's text begins. */
function columnOf(block: Block, columns: readonly number[]): number {
  if (block.kind !== 'listItem' || columns.length === 0) return 0;
  const level = Math.min(block.level, columns.length);
  if (!block.marker) return columns[Math.min(level, columns.length - 1)] ?? 0;
  return columns[level - 1] ?? 0;
}

function columnsAfter(block: Block, column: number, columns: readonly number[]): number[] {
  if (block.kind !== 'listItem') return [];
  if (!block.marker) return columns.filter((other) => other <= column);
  return [...columns.filter((other) => other <= column), column + block.marker.length + 1];
}

/** Whether a list item can follow another without a blank line and not be read as part of it. */
function isTight(previous: Block, block: Block): boolean {
  if (previous.kind !== 'listItem' || block.kind !== 'listItem') return false;
  if (!previous.marker || !block.marker || previous.markdown.includes('\n')) return false;
  const isSameList = previous.level === block.level && signOf(previous) === signOf(block);
  return isSameList || /^[-+*]$/.test(block.marker);
}

function signOf({ marker }: Block): string {
  return marker.slice(-1);
}

/** A block of a text that was not written in Markdown. */
export interface PlainBlock {
  readonly kind: Exclude<BlockKind, 'table' | 'code' | 'image'>;
  readonly text: string;
  /** Headings: 1 to 6. List items: their depth. */
  readonly level?: number;
  /** List items and footnotes. */
  readonly marker?: string;
}

/**
 * Returns a block of text that was not written in Markdown (a PDF, a letter, Word): nothing in the
 * text is read as a mark.
 */
export function writeBlock({ kind, text, level = 0, marker = '' }: PlainBlock): Block {
  const words = collapseSpace(cleanSource(text));
  if (kind === 'listItem')
    return itemBlock({ text: words, markdown: escapeText(words) }, level, marker);
  return { kind, level, marker, text: words, markdown: markdownOf(kind, words, level, marker) };
}

/**
 * Returns a list item of these words. A day or a year that was read as its number, "15. juni", is put
 * back into its words.
 */
export function itemBlock(
  { text, markdown }: Pick<Block, 'text' | 'markdown'>,
  level: number,
  marker: string
): Block {
  const whole = marker ? hang(`${marker} `, markdown) : markdown;
  if (!marker || !beginsWithDay(whole))
    return { kind: 'listItem', level, marker, text, markdown: whole };
  return itemBlock(
    { text: `${marker} ${text}`, markdown: escapeStart(`${marker} ${withBoxAsSign(markdown)}`) },
    level,
    '-'
  );
}

/** Returns Markdown with the sign of its box to tick, which is a box only at the head of an item. */
function withBoxAsSign(markdown: string): string {
  return markdown.replace(/^\[( |x)\] /i, (_, tick) => (tick === ' ' ? '☐ ' : '☑ '));
}

type WrittenKind = Exclude<PlainBlock['kind'], 'listItem'>;

function markdownOf(kind: WrittenKind, text: string, level: number, marker: string): string {
  switch (kind) {
    case 'heading':
      return headingMarkdown(level, escapeInline(text));
    case 'quotation':
      return `> ${escapeText(text)}`;
    case 'footnote':
      return `[^${marker}]: ${escapeText(text)}`;
    case 'paragraph':
      return escapeText(text);
  }
}

/** Returns the Markdown of a heading; hash signs that end its words stay words. */
export function headingMarkdown(level: number, words: string): string {
  return `${'#'.repeat(level)} ${words.replace(/(^|\s)(#+)$/, '$1\\$2')}`;
}

const ADDRESS = /\bhttps?:\/\/[^\s<>\\]*[\p{L}\p{N}/]/gu;

/**
 * Returns Markdown that reads as exactly this text in the middle of a block. Only what would be read
 * as a mark is escaped, so that ordinary prose is unchanged.
 */
export function escapeInline(text: string): string {
  let markdown = '';
  let from = 0;
  for (const address of text.matchAll(ADDRESS)) {
    markdown += escapeWords(text.slice(from, address.index)) + escapeAddress(address[0]);
    from = address.index + address[0].length;
  }
  return markdown + escapeWords(text.slice(from));
}

/** Returns Markdown that reads as exactly this text as a block, where `#`, `-` and `1.` are marks. */
export function escapeText(text: string): string {
  return escapeStart(escapeInline(text));
}

/** Escapes what would make another kind of block of the first line of a paragraph's Markdown. */
export function escapeStart(markdown: string): string {
  return markdown
    .replace(/^(?:\*[*\s]*|_[_\s]*)$/, (marks) => marks.replace(/[*_]/g, '\\$&'))
    .replace(
      /^(?=#{1,6}(?:\s|$)|[-+*](?:\s|$)|>|-[-\s]*$|=+\s*$|`{3,}[^`\n]*$|~{3}|[|:][-:| ]*$)/,
      '\\'
    )
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\')
    .replace(/^(\[\^(?:\\[^]|[^\]\\])*\]):/, '$1\\:')
    .replace(/^\[(?=(?:\\[^]|[^\]\\])*\]:|[ xX]\]\s)/, '\\[');
}

const SIGN = /[\\`*_~]|<(?=[\p{L}/!?]|$)|&(?=#?\w+(?:;|$))/gu;
const LINK_SIGN = /\[(?=\^)|\](?=[([])/g;

function escapeWords(text: string): string {
  const withoutSigns = replaceInPieces(text, SIGN, '\\$&');
  return replaceInPieces(withoutSigns, LINK_SIGN, '\\$&');
}

function escapeAddress(address: string): string {
  if (/&#?\w+(?:;|$)/.test(address)) return escapeWords(address);
  return /[*_~&[\]`]/.test(address) ? `<${address}>` : address;
}
