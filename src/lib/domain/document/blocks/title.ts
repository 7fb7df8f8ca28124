import { cleanName } from '../../name.ts';
import type { Block } from '../block.ts';
import { isVisible } from '../visible.ts';

/**
 * A text's title apart from the rest: its first block, if that is a heading of the first level and
 * no other heading is. A text with several such headings has parts and no title. It is one line, as
 * clean as a name; a heading in which nothing can be seen names nothing, and is left out.
 */
export function takeTitle(blocks: readonly Block[]): { title: string | null; blocks: Block[] } {
  const [first, ...rest] = blocks;
  if (!isTopHeading(first) || rest.some(isTopHeading)) return { title: null, blocks: [...blocks] };
  const title = cleanName(first.text);
  return { title: isVisible(title) ? title : null, blocks: rest };
}

function isTopHeading(block: Block | undefined): block is Block {
  return block?.kind === 'heading' && block.level === 1;
}
