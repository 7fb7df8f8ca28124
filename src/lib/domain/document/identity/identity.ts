/**
 * Blocks keep their identity from version to version: what stayed, was edited or moved keeps its
 * id; of a split the part with most of the text keeps it and the others say where they came from;
 * a merged block keeps that of its largest part and remembers the rest.
 */
import type { Block } from '../block.ts';
import type { Relation, Row } from '../align/row.ts';

/** A block of the version before: its id, and its text, by which the largest part is found. */
export interface Known {
  readonly blockId: string;
  readonly text: string;
}

/** A block of a new version, and what happened to it since the version before. */
export interface Identified {
  readonly blockId: string;
  /** The ids it came from, the one that it keeps first; none if inserted. */
  readonly from: readonly string[];
  readonly relation: Relation;
  readonly edited: boolean;
}

/** An id of the version before that no block of the new version has. */
export interface Ended {
  readonly blockId: string;
  readonly relation: 'deleted' | 'merged';
  /** The block that it was merged into; none if deleted. */
  readonly into: readonly string[];
}

/** What happened to all blocks from one version to the next. */
export interface IdentityStep {
  /** In the order of the new version's blocks. */
  readonly blocks: readonly Identified[];
  readonly ended: readonly Ended[];
}

/**
 * Returns the ids of the blocks of a new version. `rows` are the alignment of `previous` with
 * `blocks`; `newId` returns an id that was never used. No two blocks get the same id, and an id that
 * ended never returns. Throws a RangeError if the rows are of other texts.
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
  for (const { from, to, relation, edited } of rows) {
    const ids = longestFirst(from, previous).map((place) => previous[place]!.blockId);
    const [keeper, ...others] = longestFirst(to, blocks);
    if (keeper !== undefined)
      identified[keeper] = { blockId: ids[0] ?? newId(), from: ids, relation, edited };
    for (const place of others.sort(ascending)) {
      identified[place] = { blockId: newId(), from: ids, relation, edited };
    }
    if (keeper === undefined) ended.push({ blockId: ids[0]!, relation: 'deleted', into: [] });
    for (const blockId of ids.slice(1)) {
      ended.push({ blockId, relation: 'merged', into: ids.slice(0, 1) });
    }
  }
  return { blocks: identified, ended };
}

/** Returns the ids of a first version, in which every block is new. */
export function firstIdentity(blocks: readonly unknown[], newId: () => string): IdentityStep {
  const inserted = (): Identified => ({
    blockId: newId(),
    from: [],
    relation: 'inserted',
    edited: false
  });
  return { blocks: blocks.map(inserted), ended: [] };
}

/** Returns the places by the length of their blocks, longest first; equally long ones in order. */
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
