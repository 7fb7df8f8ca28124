/**
 * Blocks keep their identity from version to version: what stayed, was edited or moved keeps its
 * id; of a split the part with most of the text keeps it and the others say where they came from;
 * a merged block keeps that of its largest part and remembers the rest.
 */
import { align } from '../align/align.ts';
import type { Block } from '../block.ts';
import type { Relation, Row } from '../align/row.ts';

/** A block of the version before: who it is, and its text to tell the largest part by. */
export interface Known {
  readonly blockId: string;
  readonly text: string;
}

/** A block of the new version, and what happened to it since the version before. */
export interface Identified {
  readonly blockId: string;
  /** Whom it came from, the one whose id it keeps first; nobody when inserted. */
  readonly from: readonly string[];
  readonly relation: Relation;
  readonly edited: boolean;
}

/** A block that is no longer there under its own id. */
export interface Ended {
  readonly blockId: string;
  readonly relation: 'deleted' | 'merged';
  /** The block that took it up; nobody when deleted. */
  readonly into: readonly string[];
}

/** From one version to the next. */
export interface IdentityStep {
  /** In the order of the new version's blocks. */
  readonly blocks: readonly Identified[];
  readonly ended: readonly Ended[];
}

/**
 * Who is who in the new version. `rows` are those of aligning `previous` with `blocks`; `newId`
 * gives an id that was never used. No two blocks get the same id, and one that ended never
 * returns. Rows of other texts are refused with a RangeError.
 */
export function assignIdentity(
  previous: readonly Known[],
  rows: readonly Row[],
  blocks: readonly Pick<Block, 'text'>[],
  newId: () => string
): IdentityStep {
  refuseOtherTexts(previous, rows, blocks);
  const identified: Identified[] = new Array(blocks.length);
  const ended: Ended[] = [];
  for (const { from: places, to, relation, edited } of rows) {
    const from = longestFirst(places, previous).map((place) => previous[place]!.blockId);
    const [keeper, ...others] = longestFirst(to, blocks);
    if (keeper !== undefined)
      identified[keeper] = { blockId: from[0] ?? newId(), from, relation, edited };
    for (const place of others.sort(ascending)) {
      identified[place] = { blockId: newId(), from, relation, edited };
    }
    if (keeper === undefined) ended.push({ blockId: from[0]!, relation: 'deleted', into: [] });
    for (const blockId of from.slice(1)) {
      ended.push({ blockId, relation: 'merged', into: from.slice(0, 1) });
    }
  }
  return { blocks: identified, ended };
}

/** The first version: every block is new. */
export function firstIdentity(blocks: readonly unknown[], newId: () => string): IdentityStep {
  const inserted = (): Identified => ({
    blockId: newId(),
    from: [],
    relation: 'inserted',
    edited: false
  });
  return { blocks: blocks.map(inserted), ended: [] };
}

/** Any number of versions, oldest first: a step for each, the first from nothing. */
export function identifyVersions(
  versions: readonly (readonly Block[])[],
  newId: () => string
): IdentityStep[] {
  const steps: IdentityStep[] = [];
  versions.forEach((blocks, at) => {
    const before = versions[at - 1];
    if (!before) return steps.push(firstIdentity(blocks, newId));
    const known = before.map(({ text }, place) => ({
      blockId: steps[at - 1]!.blocks[place]!.blockId,
      text
    }));
    return steps.push(assignIdentity(known, align(before, blocks), blocks, newId));
  });
  return steps;
}

/** Equally long ones in their order. */
function longestFirst(places: readonly number[], blocks: readonly Pick<Block, 'text'>[]): number[] {
  return places.toSorted((a, b) => blocks[b]!.text.length - blocks[a]!.text.length || a - b);
}

function refuseOtherTexts(
  previous: readonly unknown[],
  rows: readonly Row[],
  blocks: readonly unknown[]
): void {
  const covers = (places: number[], side: readonly unknown[]): boolean =>
    places.length === side.length && places.sort(ascending).every((place, at) => place === at);
  const isWhole =
    covers(
      rows.flatMap((row) => row.from),
      previous
    ) &&
    covers(
      rows.flatMap((row) => row.to),
      blocks
    );
  if (!isWhole) throw new RangeError('the rows do not belong to these two versions');
}

function ascending(one: number, other: number): number {
  return one - other;
}
