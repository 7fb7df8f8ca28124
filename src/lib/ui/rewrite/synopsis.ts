import type { BlockKind } from '#lib/domain/document/block.ts';
import type { ComparedRow } from '#lib/domain/document/comparison/comparison.ts';
import type { SynopsisCell } from '#lib/domain/hearing/synopsis.ts';

/** A change of a rewrite, for the synopsis. */
export type SynopsisChange = {
  reason: string;
  likes: number;
  number: number | null;
  compared: ComparedRow;
  /** Its paragraphs of the draft. */
  from: readonly { blockId: string; number: number | null }[];
};

/** A region's rewrite, which is a column of the synopsis. */
export type SynopsisColumn = {
  id: string;
  region: { name: string };
  meeting: { heldOn: string; attendance: number };
  isPartial: boolean;
  /** The number of its changes. */
  count: number;
  /** The changes of the page, by their index among all. */
  changes: Readonly<Record<number, SynopsisChange>>;
};

/** A block of the draft with the cell of each column, which is a row of the synopsis. */
export type SynopsisRow = {
  blockId: string;
  number: number | null;
  kind: BlockKind;
  level: number;
  marker: string;
  html: string;
  cells: readonly SynopsisCell[];
};
