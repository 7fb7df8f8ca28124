/**
 * Blocks: a text as the units that are numbered, linked to, commented on and rewritten.
 *
 * 1. `source.ts` cleans a source: one Unicode form, one kind of line end, nothing that takes a
 *    parser minutes.
 * 2. `lexer.ts` reads Markdown into tokens with the library `marked`, within bounds; `footnote.ts`
 *    adds footnotes to it, and `clause-lines.ts` sets the clauses of statutes apart.
 * 3. `markdown.ts` makes blocks of the tokens: lists, quotations and footnotes, and by
 *    `leaf-blocks.ts` those that hold no others. `inline.ts` gives their text and Markdown.
 * 4. `plain/plain.ts` makes blocks of text without marks, as it comes out of a PDF.
 * 5. `rich/rich.ts` makes Markdown of HTML, as Word puts it on a clipboard; `read-text.ts` tells the
 *    formats apart.
 * 6. `sections.ts` finds the sections and the title of a list of blocks.
 * 7. `write.ts` writes blocks as Markdown, and text as Markdown that reads as exactly this text.
 * 8. `html.ts` renders blocks and comments as HTML that is safe in any page.
 */
import type { Block } from '../block.ts';
import { readText, type TextFormat } from './read-text.ts';

/**
 * Returns the blocks of a text in its order. The caller knows the format: by a file's extension, by
 * a choice in a form, or by `formatOf`.
 */
export function parseBlocks(source: string, format: TextFormat = 'markdown'): Block[] {
  return readText(source, format).blocks;
}
