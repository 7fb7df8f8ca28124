import type { Block } from '../document/block.ts';
import { changesOf, numberChanges, type RewriteRow } from './rewrite.ts';

/** A rewrite as the synopsis reads it: the blocks its meeting considered, and what became of them. */
export type SynopsisRewrite = {
  readonly considered: readonly string[];
  readonly rows: readonly RewriteRow[];
};

/** What one region wants of one paragraph. Changes are named by their places in the rewrite. */
export type SynopsisCell = {
  /** Outside the scope the meeting has said nothing: never that the paragraph should go. */
  considered: boolean;
  /** The change that the paragraph is part of; null where it is unchanged or not considered. */
  change: number | null;
  /** What is inserted before it: only before the first paragraph that was considered. */
  insertedBefore: number[];
  /** What is inserted after it. */
  insertedAfter: number[];
};

/** The draft's blocks down, the rewrites across: what each region wants of each paragraph. */
export function synopsisOf(
  blockIds: readonly string[],
  rewrites: readonly SynopsisRewrite[]
): SynopsisCell[][] {
  const columns = rewrites.map(columnOf);
  return blockIds.map((blockId) => columns.map((column) => column.get(blockId) ?? nothingSaid()));
}

/** Whether the region wants something else than what stands there. */
export const wantsChange = ({ change, insertedBefore, insertedAfter }: SynopsisCell) =>
  change !== null || insertedBefore.length > 0 || insertedAfter.length > 0;

const nothingSaid = (): SynopsisCell => ({ ...asItStands(), considered: false });

const asItStands = (): SynopsisCell => ({
  considered: true,
  change: null,
  insertedBefore: [],
  insertedAfter: []
});

function columnOf({ considered, rows }: SynopsisRewrite): Map<string, SynopsisCell> {
  const column = new Map(considered.map((blockId) => [blockId, asItStands()]));
  const beforeAll = rows.findIndex(({ from }) => from.length > 0);
  const changedRows = numberChanges(rows).flatMap((change, row) => (change === null ? [] : [row]));
  changesOf(rows, considered).forEach(({ relation, blockIds, anchorBlockId }, change) => {
    for (const blockId of blockIds) column.get(blockId)!.change = change;
    const anchor = column.get(anchorBlockId ?? '');
    if (relation !== 'inserted' || !anchor) return;
    const isFirst = beforeAll === -1 || changedRows[change]! < beforeAll;
    (isFirst ? anchor.insertedBefore : anchor.insertedAfter).push(change);
  });
  return column;
}

export type SynopsisTally = {
  /** How many regions have said something, each counted once, however many rewrites it sent. */
  regions: number;
  /** Paragraphs that at least one region wants changed. */
  changed: number;
  /** For each paragraph how many regions want it changed. */
  wanting: number[];
};

/** How many regions want what; `regionIds` names the region of each column. */
export function tallySynopsis(
  cells: readonly (readonly SynopsisCell[])[],
  regionIds: readonly string[]
): SynopsisTally {
  const wanting = cells.map(
    (row) => new Set(regionIds.filter((_, column) => wantsChange(row[column]!))).size
  );
  return {
    regions: new Set(regionIds).size,
    changed: wanting.filter((count) => count > 0).length,
    wanting
  };
}

/** The places of what somebody wants changed, with the headings that they stand under. */
export function placesWanted(blocks: readonly Block[], wanting: readonly number[]): number[] {
  let open: number[] = [];
  return blocks.flatMap((block, place) => {
    const isHeading = block.kind === 'heading';
    if (isHeading) open = [...open.filter((above) => blocks[above]!.level < block.level), place];
    if (wanting[place] === 0) return [];
    const shown = isHeading ? open : [...open, place];
    open = [];
    return shown;
  });
}
