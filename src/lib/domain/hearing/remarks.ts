import type { Block } from '../document/block.ts';
import { numberChanges, type RewriteRow } from './rewrite.ts';

/**
 * Returns whether a block is a paragraph in brackets, which most often is a region's comment and
 * not text for the draft.
 */
export function looksLikeRemark({ kind, text }: Block): boolean {
  return kind === 'paragraph' && /^[([].*[)\]]\.?$/su.test(text.trim());
}

/** Returns the text without the brackets around it. */
export const withoutBrackets = (text: string) => text.trim().replace(/^[([](.*)[)\]]\.?$/su, '$1');

/** Where a remark is shown, and the change whose reason it may be. */
export type RemarkPlace = {
  /** The remark's position in the rewrite. */
  position: number;
  /** The index of the row that it follows; -1 before the first. */
  row: number;
  /** The index of the change; null if there are no changes. */
  change: number | null;
  /** Whether it directly follows deleted blocks; then it is their reason without asking. */
  followsDeletion: boolean;
};

/**
 * Returns the place of each remark, by its position in the rewrite. `positions` are those of the
 * aligned blocks, by their places in `rows`. A remark belongs to the deletion directly before it,
 * else to the nearest change, the earlier one of two that are equally near.
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

/** Returns the last of the deleted rows that directly follow `row`; `row` if there is none. */
function lastDeletionAfter(rows: readonly RewriteRow[], row: number): number {
  let last = row;
  while (rows[last + 1]?.relation === 'deleted') last++;
  return last;
}

/** Returns the index of the nearest changed row, or null if there is none. */
function nearestChange(changes: readonly (number | null)[], row: number): number | null {
  for (let distance = 0; distance <= changes.length; distance++)
    for (const near of [row - distance, row + distance])
      if (changes[near] !== null && changes[near] !== undefined) return near;
  return null;
}
