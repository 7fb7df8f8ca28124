import { readFileSync } from 'node:fs';
import type { Block } from '#lib/domain/document/block.ts';

/** A text of our own with what its paragraphs could be reworded to, by hand. */
export interface Prose {
  readonly blocks: Block[];
  readonly rewordings: ReadonlyMap<string, string>;
}

/** Blocks stand between empty lines; `~ ` begins the rewording of the block before it. */
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

/** One line of simple Markdown: a heading, a list item or a paragraph. */
export function blockFrom(markdown: string): Block {
  const heading = /^(#+) (.*)$/.exec(markdown);
  if (heading)
    return block({ kind: 'heading', level: heading[1]!.length, text: heading[2]!, markdown });
  if (markdown.startsWith('- '))
    return block({ kind: 'listItem', marker: '-', text: markdown.slice(2), markdown });
  return block({ text: markdown, markdown });
}

/** A paragraph, but for what is given. */
export function block(given: Partial<Block> & { text: string }): Block {
  return { kind: 'paragraph', level: 0, marker: '', markdown: given.text, ...given };
}
