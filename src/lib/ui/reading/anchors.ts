import type { BlockKind } from '#lib/domain/document/block.ts';

/** Where a block is found on the page: by its number, or as a heading by its place. */
export function anchorOf(block: { number: number | null; position: number; kind: BlockKind }) {
  return block.number === null ? `overskrift-${block.position}` : `afsnit-${block.number}`;
}
