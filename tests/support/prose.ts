import { readFileSync } from 'node:fs';
import type { Block } from '#lib/domain/document/block.ts';

/** A text written for the tests, with rewordings of its paragraphs by the paragraphs' texts. */
export interface Prose {
  readonly blocks: Block[];
  readonly rewordings: ReadonlyMap<string, string>;
}

/** Reads a text whose lines are blocks; a line that begins with `~ ` rewords the block before it. */
export function readProse(name: string): Prose {
  const path = new URL(`../fixtures/prose/${name}.md`, import.meta.url);
  const blocks: Block[] = [];
  const rewordings = new Map<string, string>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.startsWith('~ ')) rewordings.set(blocks.at(-1)!.text, line.slice(2));
    else if (line !== '') blocks.push(blockFrom(line));
  }
  return { blocks, rewordings };
}

/** Returns the block of a line of Markdown: a heading, a list item or a paragraph. */
export function blockFrom(markdown: string): Block {
  const heading = /^(#+) (.*)$/.exec(markdown);
  if (heading)
    return block({ kind: 'heading', level: heading[1]!.length, text: heading[2]!, markdown });
  if (markdown.startsWith('- '))
    return block({ kind: 'listItem', marker: '-', text: markdown.slice(2), markdown });
  return block({ text: markdown, markdown });
}

/** Returns a block with what is given; by default a paragraph. */
export function block(given: Partial<Block> & { text: string }): Block {
  return { kind: 'paragraph', level: 0, marker: '', markdown: given.text, ...given };
}
