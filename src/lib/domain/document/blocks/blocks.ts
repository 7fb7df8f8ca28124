/**
 * Blocks: a text as the units that are numbered, linked to, commented on and rewritten.
 *
 * 1. `source.ts` cleans a source: one Unicode form, one kind of line end, nothing that takes a
 *    parser minutes.
 * 2. `lexer.ts` reads Markdown into tokens with the library `marked`, within bounds; `footnote.ts`
 *    adds footnotes to it.
 * 3. `markdown.ts` makes blocks of the tokens: lists, quotations and footnotes, and by
 *    `leaf-blocks.ts` those that hold no others. `inline.ts` gives their text and Markdown.
 * 4. `plain/plain.ts` makes blocks of text without marks, as it comes out of a PDF.
 * 5. `sections.ts` finds the sections and the title of a list of blocks.
 * 6. `write.ts` writes blocks as Markdown, and text as Markdown that reads as exactly this text.
 * 7. `html.ts` renders blocks and comments as HTML that is safe in any page.
 */
import type { Block } from '../block.ts';
import { parseMarkdown } from './markdown.ts';
import { readPlainText } from './plain/plain.ts';

/** Markdown, or text without marks as it comes out of a PDF or a letter. */
export type TextFormat = 'markdown' | 'plain';

/**
 * Returns the blocks of a text in its order. The caller knows the format (by a file's extension, by
 * a choice in a form); `guessFormat` guesses that of a text that was pasted.
 */
export function parseBlocks(source: string, format: TextFormat = 'markdown'): Block[] {
  return format === 'plain' ? readPlainText(source).blocks : parseMarkdown(source);
}

/** Marks of Markdown that prose does not have: a heading, a fence, a table, a link, a footnote … */
const MARKDOWN_MARK =
  /^#{1,6} \S|^ {0,3}(?:```|~~~)|^ {0,3}> \S|^ {0,3}\|?[ :-]*-{3,}[ :-]*\||\[[^\]\n]{1,200}\]\(\S|\*\*\S|^\[\^[^\]\n]{1,40}\]:/m;

/** Guesses the format of a pasted text: Markdown if it has a mark that prose does not have. */
export function guessFormat(source: string): TextFormat {
  return MARKDOWN_MARK.test(source.replace(/\r\n?/g, '\n')) ? 'markdown' : 'plain';
}
