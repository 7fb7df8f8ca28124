import type { BlockKind } from '#lib/domain/document/block.ts';

/** The properties of a block that place it in a list. */
type Listed = { kind: BlockKind; level: number; marker: string };

export type List<Block> = { isOrdered: boolean; items: Item<Block>[] };

/** A list item: its blocks, of which all but the first have no marker, and the lists in it. */
export type Item<Block> = { blocks: Block[]; lists: List<Block>[] };

/** A block that stands alone, or a list of blocks. */
export type Node<Block> = { block: Block; list: null } | { block: null; list: List<Block> };

/** Returns the blocks in order, with consecutive list items gathered into lists by their depth. */
export function withLists<Block extends Listed>(blocks: readonly Block[]): Node<Block>[] {
  const nodes: Node<Block>[] = [];
  let open: List<Block>[] = [];
  for (const block of blocks) {
    if (block.kind !== 'listItem') {
      nodes.push({ block, list: null });
      open = [];
      continue;
    }
    const depth = Math.min(block.level, open.length);
    open = open.slice(0, depth + 1);
    const list = open[depth];
    const item = list?.items.at(-1);
    if (item && block.marker === '') {
      item.blocks.push(block);
      continue;
    }
    if (list && list.isOrdered === isOrdered(block)) {
      list.items.push({ blocks: [block], lists: [] });
      continue;
    }
    const begun = listOf(block);
    const above = open[depth - 1]?.items.at(-1);
    if (above) above.lists.push(begun);
    else nodes.push({ block: null, list: begun });
    open = [...open.slice(0, depth), begun];
  }
  return nodes;
}

const isOrdered = ({ marker }: Listed) => /^\d/.test(marker);

function listOf<Block extends Listed>(block: Block): List<Block> {
  return {
    isOrdered: isOrdered(block),
    items: [{ blocks: [block], lists: [] }]
  };
}
