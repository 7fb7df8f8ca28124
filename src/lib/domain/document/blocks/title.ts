import type { Block } from '../block.ts';

/**
 * A text's title apart from the rest: its first block, if that is a heading of the first level and
 * no other heading is. A text with several such headings has parts and no title.
 */
export function takeTitle(blocks: readonly Block[]): { title: string | null; blocks: Block[] } {
  const [first, ...rest] = blocks;
  if (!isTopHeading(first) || rest.some(isTopHeading)) return { title: null, blocks: [...blocks] };
  return { title: first.text, blocks: rest };
}

function isTopHeading(block: Block | undefined): block is Block {
  return block?.kind === 'heading' && block.level === 1;
}
