import type { Block } from '../document/block.ts';
import type { Corrections, Row } from '../document/align/row.ts';
import { align } from '../document/align/align.ts';
import { placeCorrections } from './corrections.ts';
import { placeRemarks, withoutBrackets } from './remarks.ts';
import { planChanges, keepHeadings, type PlannedChange } from './rewrite.ts';

/**
 * A block of a rewrite: its position among all blocks, and whether it is a remark of the region.
 */
type RewriteBlock = Block & { position: number; isRemark: boolean };

/** The two sides of a rewrite, and people's corrections of their alignment. */
export type RewriteTexts = {
  /** The version's blocks that the meeting considered. */
  considered: readonly (Block & { blockId: string })[];
  /** All blocks of the rewrite in their order, remarks among them. */
  blocks: readonly RewriteBlock[];
  /**
   * By position in the rewrite, so that they hold when a block becomes a remark or is one no
   * longer.
   */
  corrections: Corrections;
};

/** The alignment of a rewrite with the blocks considered, and the changes that it asks for. */
export type AlignedRewrite = {
  rows: Row[];
  /** `foundReason` is the text of a remark directly after a deletion, or empty. */
  changes: (PlannedChange & { foundReason: string })[];
};

/**
 * Returns the alignment of the rewrite, without its remarks, with the blocks considered, and the
 * changes that it asks for.
 */
export function alignRewrite({ considered, blocks, corrections }: RewriteTexts): AlignedRewrite {
  const text = blocks.filter(({ isRemark }) => !isRemark);
  const positions = text.map(({ position }) => position);
  const aligned = align(considered, text, {
    corrections: placeCorrections(corrections, positions)
  });
  const rows = keepHeadings(aligned, considered, text);
  const blockIds = considered.map(({ blockId }) => blockId);
  const reasons = reasonsFound(rows, positions, blocks);
  const changes = planChanges(rows, blockIds).map((change, index) => ({
    ...change,
    newPositions: change.newPositions.map((place) => positions[place]!),
    foundReason: reasons.get(index)?.join('\n\n') ?? ''
  }));
  return { rows, changes };
}

/** Returns the texts of the remarks directly after a deletion, by the index of its change. */
function reasonsFound(
  rows: readonly Row[],
  positions: readonly number[],
  blocks: readonly RewriteBlock[]
): Map<number, string[]> {
  const remarks = blocks.filter(({ isRemark }) => isRemark);
  const places = placeRemarks(
    rows,
    positions,
    remarks.map(({ position }) => position)
  );
  const reasons = new Map<number, string[]>();
  places.forEach(({ change, followsDeletion }, index) => {
    const words = withoutBrackets(remarks[index]!.text);
    if (change === null || !followsDeletion || !words) return;
    reasons.set(change, [...(reasons.get(change) ?? []), words]);
  });
  return reasons;
}

type Sides = Pick<PlannedChange, 'blockIds' | 'newPositions'>;

/**
 * Returns the changes of an alignment with the reasons that changes of the same blocks had in
 * `before`.
 */
export function keepReasons(
  before: readonly (Sides & { reason: string })[],
  { changes }: AlignedRewrite
): (PlannedChange & { reason: string })[] {
  const reasons = new Map(before.map((each) => [sidesOf(each), each.reason]));
  return changes.map(({ foundReason, ...change }) => ({
    ...change,
    reason: reasons.get(sidesOf(change)) ?? foundReason
  }));
}

type Changes = readonly (Sides & Pick<PlannedChange, 'relation'>)[];

/** Returns whether two lists of changes are the same apart from their reasons. */
export const areSameChanges = (before: Changes, after: Changes): boolean =>
  before.length === after.length &&
  before.every(
    (each, index) =>
      each.relation === after[index]!.relation && sidesOf(each) === sidesOf(after[index]!)
  );

const sidesOf = ({ blockIds, newPositions }: Sides) => `${blockIds.join()}/${newPositions.join()}`;
