import type { Block } from '../document/block.ts';
import type { Relation } from '../document/align/row.ts';
import type { ChangeRelation } from './words.ts';

/** A row of the alignment between the draft's blocks within the scope and the rewrite's. */
export type RewriteRow = {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly relation: Relation;
};

/** One difference between the draft and a rewrite, before anybody has given a reason for it. */
export type PlannedChange = {
  relation: ChangeRelation;
  /** The draft's blocks it is about. */
  blockIds: string[];
  /** The block of the draft beside which it is read. */
  anchorBlockId: string | null;
  /** Places in the rewrite. */
  newPositions: number[];
};

/**
 * The changes that a rewrite asks for: every row that is not unchanged. `blockIds` are the draft's
 * blocks within the scope, by place. What is inserted is read at the block it comes after, or at
 * the first where it comes before all.
 */
export function changesOf(
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

/** The place among the changes of each row; null where it is unchanged. */
export function numberChanges(rows: readonly RewriteRow[]): (number | null)[] {
  let number = 0;
  return rows.map(({ relation }) => (relation === 'unchanged' ? null : number++));
}

/** A block with its identity. */
type Identified = Block & { blockId: string };

/**
 * The draft's blocks that a meeting considered. `headings` are the ids of the headings whose
 * sections it got through; null is the whole text. A section holds the sections below it.
 */
export function withinScope<B extends Identified>(
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
 * A text without any heading says nothing on those of the draft, since it was written to stand
 * under them: their rows are unchanged, and not deleted.
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
 * The headings of the sections that a scope is made of: all of whose paragraphs were considered.
 * Those below another of them are left out.
 */
export function scopeHeadings<B extends Identified>(
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
