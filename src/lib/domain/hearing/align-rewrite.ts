import type { Block } from '../document/block.ts';
import type { Corrections, Row } from '../document/align/row.ts';
import { align } from '../document/index.ts';
import { placeCorrections } from './pairings.ts';
import { placeRemarks, withoutBrackets } from './remarks.ts';
import { changesOf, keepHeadings, type PlannedChange } from './rewrite.ts';

/** A block of a rewrite: its position among all, and whether it is a remark of the region. */
type RewriteBlock = Block & { position: number; isRemark: boolean };

/** The two sides of a rewrite, and what people have said of which paragraph became which. */
export type RewriteTexts = {
  /** The version's blocks that the meeting considered. */
  considered: readonly (Block & { blockId: string })[];
  /** All blocks of the rewrite in their order, remarks among them. */
  blocks: readonly RewriteBlock[];
  /** By position in the rewrite, so that they hold when a block becomes a remark or text. */
  corrections: Corrections;
};

/** The alignment of a rewrite with the version, and the changes that it asks for. */
export type AlignedRewrite = {
  rows: Row[];
  /** `foundReason` is a remark right after a deletion; empty if there is none. */
  changes: (PlannedChange & { foundReason: string })[];
};

/** Aligns the rewrite's text with the blocks considered, and returns the changes that it asks for. */
export function alignRewrite({ considered, blocks, corrections }: RewriteTexts): AlignedRewrite {
  const text = blocks.filter(({ isRemark }) => !isRemark);
  const positions = text.map(({ position }) => position);
  const aligned = align(considered, text, {
    corrections: placeCorrections(corrections, positions)
  });
  const rows = keepHeadings(aligned, considered, text);
  const blockIds = considered.map(({ blockId }) => blockId);
  const reasons = reasonsFound(rows, positions, blocks);
  const changes = changesOf(rows, blockIds).map((change, index) => ({
    ...change,
    newPositions: change.newPositions.map((place) => positions[place]!),
    foundReason: reasons.get(index)?.join('\n\n') ?? ''
  }));
  return { rows, changes };
}

/** Returns the remarks that stand right after a deletion, by the index of its change. */
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

/** Returns the changes with the reasons of those in `before` that are about the same blocks. */
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

/** Returns whether two alignments ask for the same changes, whatever their reasons. */
export const areSameChanges = (before: Changes, after: Changes): boolean =>
  before.length === after.length &&
  before.every(
    (each, index) =>
      each.relation === after[index]!.relation && sidesOf(each) === sidesOf(after[index]!)
  );

const sidesOf = ({ blockIds, newPositions }: Sides) => `${blockIds.join()}/${newPositions.join()}`;
