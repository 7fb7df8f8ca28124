import type { Block } from '../document/block.ts';
import { numberChanges, type RewriteRow } from './rewrite.ts';

/** Whether a paragraph stands wholly in brackets: most often the region's aside, not text of the draft. */
export function looksLikeRemark({ kind, text }: Block): boolean {
  return kind === 'paragraph' && /^[([].*[)\]]\.?$/su.test(text.trim());
}

/** A remark's words as a reason says them. */
export const withoutBrackets = (text: string) => text.trim().replace(/^[([](.*)[)\]]\.?$/su, '$1');

/** A remark and the change whose reason it most likely is. */
export type RemarkPlace = {
  /** Where the remark stands in the rewrite. */
  position: number;
  /** The row that it is read after; -1 before all. */
  row: number;
  /** The change, by its place among the changes; null where there is none. */
  change: number | null;
  /** Whether it stands right after what was deleted: then nobody need be asked. */
  followsDeletion: boolean;
};

/**
 * The change that each remark stands nearest to. `positions` are the places in the rewrite of the
 * blocks that were aligned. What is deleted just before a remark comes first; else the nearest
 * change, the one before where two are equally near.
 */
export function placeRemarks(
  rows: readonly RewriteRow[],
  positions: readonly number[],
  remarks: readonly number[]
): RemarkPlace[] {
  const changeOfRow = numberChanges(rows);
  return remarks.map((position) => {
    const before = positions.findLastIndex((each) => each < position);
    const row = rows.findIndex((each) => each.to.includes(before));
    const last = lastDeletionAfter(rows, row);
    const nearest = last === row ? nearestChange(changeOfRow, row) : last;
    const change = nearest === null ? null : changeOfRow[nearest]!;
    return { position, row: last, change, followsDeletion: last !== row };
  });
}

function lastDeletionAfter(rows: readonly RewriteRow[], row: number): number {
  let last = row;
  while (rows[last + 1]?.relation === 'deleted') last++;
  return last;
}

function nearestChange(changes: readonly (number | null)[], row: number): number | null {
  for (let distance = 0; distance <= changes.length; distance++)
    for (const near of [row - distance, row + distance])
      if (changes[near] !== null && changes[near] !== undefined) return near;
  return null;
}
