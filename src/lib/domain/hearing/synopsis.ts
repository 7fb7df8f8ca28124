import type { Block } from '../document/block.ts';
import { planChanges, numberChanges, type RewriteRow } from './rewrite.ts';

/**
 * A rewrite as the synopsis reads it: the ids of the blocks considered, and their alignment with
 * the rewrite.
 */
export type SynopsisRewrite = {
  readonly considered: readonly string[];
  readonly rows: readonly RewriteRow[];
};

/** What one region wants of one block. Changes are given by their indices in the rewrite. */
export type SynopsisCell = {
  /** False if the block is outside the rewrite's scope, which never means that it should go. */
  considered: boolean;
  /** The change that the block is part of; null if it is unchanged or not considered. */
  change: number | null;
  /** What is inserted before it; only before the first block considered. */
  insertedBefore: number[];
  /** What is inserted after it. */
  insertedAfter: number[];
};

/** Returns a cell for each block of the draft (rows) and each rewrite (columns). */
export function buildSynopsis(
  blockIds: readonly string[],
  rewrites: readonly SynopsisRewrite[]
): SynopsisCell[][] {
  const columns = rewrites.map(buildColumn);
  return blockIds.map((blockId) =>
    columns.map((column) => column.get(blockId) ?? newUnconsideredCell())
  );
}

/** Returns whether the region wants the block changed or something inserted beside it. */
export const wantsChange = ({ change, insertedBefore, insertedAfter }: SynopsisCell) =>
  change !== null || insertedBefore.length > 0 || insertedAfter.length > 0;

const newUnconsideredCell = (): SynopsisCell => ({ ...newConsideredCell(), considered: false });

const newConsideredCell = (): SynopsisCell => ({
  considered: true,
  change: null,
  insertedBefore: [],
  insertedAfter: []
});

function buildColumn({ considered, rows }: SynopsisRewrite): Map<string, SynopsisCell> {
  const column = new Map(considered.map((blockId) => [blockId, newConsideredCell()]));
  const beforeAll = rows.findIndex(({ from }) => from.length > 0);
  const changedRows = numberChanges(rows).flatMap((change, row) => (change === null ? [] : [row]));
  planChanges(rows, considered).forEach(({ relation, blockIds, anchorBlockId }, change) => {
    for (const blockId of blockIds) column.get(blockId)!.change = change;
    const anchor = column.get(anchorBlockId ?? '');
    if (relation !== 'inserted' || !anchor) return;
    const isFirst = beforeAll === -1 || changedRows[change]! < beforeAll;
    (isFirst ? anchor.insertedBefore : anchor.insertedAfter).push(change);
  });
  return column;
}

export type SynopsisCounts = {
  /** How many regions have a rewrite. */
  regions: number;
  /** How many blocks at least one region wants changed. */
  changed: number;
  /** For each block how many regions want it changed. */
  regionsByBlock: number[];
};

/**
 * Returns how many regions want which block changed; `regionIds` has the region of each column, and
 * a region with several rewrites counts once.
 */
export function countWishes(
  cells: readonly (readonly SynopsisCell[])[],
  regionIds: readonly string[]
): SynopsisCounts {
  const regionsByBlock = cells.map(
    (row) => new Set(regionIds.filter((_, column) => wantsChange(row[column]!))).size
  );
  return {
    regions: new Set(regionIds).size,
    changed: regionsByBlock.filter((count) => count > 0).length,
    regionsByBlock
  };
}

/** Returns the places of the blocks that a region wants changed, and of the headings above them. */
export function findWantedPlaces(
  blocks: readonly Block[],
  regionsByBlock: readonly number[]
): number[] {
  let open: number[] = [];
  return blocks.flatMap((block, place) => {
    const isHeading = block.kind === 'heading';
    if (isHeading) open = [...open.filter((above) => blocks[above]!.level < block.level), place];
    if (regionsByBlock[place] === 0) return [];
    const shown = isHeading ? open : [...open, place];
    open = [];
    return shown;
  });
}
