import type { BlockKind } from '#lib/domain/document/block.ts';
import type { ComparedRow } from '#lib/domain/document/comparison/comparison.ts';
import type { SynopsisCell } from '#lib/domain/hearing/synopsis.ts';

/** A change as the synopsis shows it. */
export type SynopsisChange = {
  reason: string;
  likes: number;
  number: number | null;
  compared: ComparedRow;
  /** The draft's paragraphs that it is about. */
  from: readonly { blockId: string; number: number | null }[];
};

/** A region's rewrite. */
export type SynopsisColumn = {
  id: string;
  region: { name: string };
  meeting: { heldOn: string; attendance: number };
  isPartial: boolean;
  /** How many changes it has. */
  count: number;
  /** Those that stand in the lines shown, by their places among all. */
  changes: Readonly<Record<number, SynopsisChange>>;
};

/** A paragraph of the draft with what each region wants of it. */
export type SynopsisLine = {
  blockId: string;
  number: number | null;
  kind: BlockKind;
  level: number;
  marker: string;
  html: string;
  cells: readonly SynopsisCell[];
};
