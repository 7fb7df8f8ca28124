import type { BlockKind } from '#lib/domain/document/block.ts';

/** Returns the block's id on the page: by its number, or by its position if it has none. */
export function anchorOf(block: { number: number | null; position: number; kind: BlockKind }) {
  return block.number === null ? `overskrift-${block.position}` : `afsnit-${block.number}`;
}
