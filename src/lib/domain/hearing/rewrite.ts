import type { Block } from '../document/block.ts';
import type { Relation } from '../document/align/row.ts';
import { Refusal } from '../refusal.ts';
import type { ChangeRelation } from './enums.ts';

/** A row of the alignment of the blocks considered with the blocks of the rewrite. */
export type RewriteRow = {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly relation: Relation;
};

/** A difference between the draft and a rewrite, without a reason. */
export type PlannedChange = {
  relation: ChangeRelation;
  /** The blocks of the draft that it changes. */
  blockIds: string[];
  /** The block of the draft that it is shown at. */
  anchorBlockId: string | null;
  /** Its blocks' positions in the rewrite. */
  newPositions: number[];
};

/**
 * Returns the changes that a rewrite asks for: every row that is not unchanged. `blockIds` are the
 * ids of the blocks considered. An insertion is shown at the block before it, or at the first block
 * if there is none before it.
 */
export function planChanges(
  rows: readonly RewriteRow[],
  blockIds: readonly string[]
): PlannedChange[] {
  let passed = blockIds[0] ?? null;
  return rows.flatMap((row) => {
    const own = row.from.map((place) => blockIds[place]!);
    const anchorBlockId = own[0] ?? passed;
    passed = own.at(-1) ?? passed;
    if (row.relation === 'unchanged') return [];
    const { relation } = row;
    return [{ relation, blockIds: own, anchorBlockId, newPositions: [...row.to] }];
  });
}

/** Returns for each row the index of its change among all changes, or null if it is unchanged. */
export function numberChanges(rows: readonly RewriteRow[]): (number | null)[] {
  let number = 0;
  return rows.map(({ relation }) => (relation === 'unchanged' ? null : number++));
}

/** What a meeting considered, as its form says it: the whole text, or the sections of headings. */
export type ScopeChoice = { extent: 'whole' | 'sections'; scope: string[] };

/**
 * Returns the ids of the headings that were chosen, or null for the whole text. Throws
 * Refusal('scopeUnexpected') if both were.
 */
export function scopeTyped({ extent, scope }: ScopeChoice): string[] | null {
  if (extent === 'whole' && scope.length > 0) throw new Refusal('scopeUnexpected');
  return extent === 'whole' ? null : scope;
}

/** A block with its identity. */
type IdentifiedBlock = Block & { blockId: string };

/**
 * Returns the blocks in the sections of `headings`, the ids of their headings, subsections
 * included; all blocks if it is null.
 */
export function withinScope<B extends IdentifiedBlock>(
  blocks: readonly B[],
  headings: readonly string[] | null
): B[] {
  if (headings === null) return [...blocks];
  const chosen = new Set(headings);
  let within: number | null = null;
  return blocks.filter((block) => {
    if (block.kind === 'heading' && (within === null || block.level <= within))
      within = chosen.has(block.blockId) ? block.level : null;
    return within !== null;
  });
}

/**
 * Returns the rows with deleted headings as unchanged if the rewrite has no heading at all: it was
 * written to stand under those of the draft.
 */
export function keepHeadings<Row extends RewriteRow>(
  rows: readonly Row[],
  draft: readonly Pick<Block, 'kind'>[],
  text: readonly Pick<Block, 'kind'>[]
): Row[] {
  if (text.some(({ kind }) => kind === 'heading')) return [...rows];
  return rows.map((row) =>
    row.relation === 'deleted' && draft[row.from[0]!]?.kind === 'heading'
      ? { ...row, relation: 'unchanged' }
      : row
  );
}

/**
 * Returns the headings whose sections are all within `considered`, without those below another of
 * them.
 */
export function scopeHeadings<B extends IdentifiedBlock>(
  draft: readonly B[],
  considered: readonly { blockId: string }[]
): B[] {
  const within = new Set(considered.map(({ blockId }) => blockId));
  let level = Infinity;
  return draft.filter((block) => {
    if (block.kind !== 'heading' || block.level > level) return false;
    const own = withinScope(draft, [block.blockId]).filter(({ kind }) => kind !== 'heading');
    const isConsidered = own.length > 0 && own.every(({ blockId }) => within.has(blockId));
    level = isConsidered ? block.level : Infinity;
    return isConsidered;
  });
}
