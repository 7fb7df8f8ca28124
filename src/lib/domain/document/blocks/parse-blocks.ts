import type { Block } from '../block.ts';
import { parseMarkdown } from './markdown.ts';
import { parsePlainText } from './plain-text.ts';

/** Markdown, or text without marks as it comes out of a PDF or a letter. */
export type TextFormat = 'markdown' | 'plain';

/**
 * The blocks of a text, in its order. The format is taken at the caller's word (a file's ending, a
 * choice in a form); for a text that was pasted `guessFormat` says which it looks like.
 */
export function parseBlocks(source: string, format: TextFormat = 'markdown'): Block[] {
  return format === 'plain' ? parsePlainText(source) : parseMarkdown(source);
}

const MARKS_OF_MARKDOWN =
  /^#{1,6} \S|^ {0,3}(?:```|~~~)|^ {0,3}> \S|^ {0,3}\|?[ :-]*-{3,}[ :-]*\||\[[^\]\n]{1,200}\]\(\S|\*\*\S|^\[\^[^\]\n]{1,40}\]:/m;

/** What a pasted text looks like: Markdown if it holds a mark that prose does not. */
export function guessFormat(source: string): TextFormat {
  return MARKS_OF_MARKDOWN.test(source.replace(/\r\n?/g, '\n')) ? 'markdown' : 'plain';
}
