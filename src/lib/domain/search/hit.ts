import type { BlockKind } from '../document/block.ts';

/** What can be found. */
export const hitKinds = [
  'document',
  'paragraph',
  'comment',
  'rewrite',
  'answer',
  'report'
] as const;
export type HitKind = (typeof hitKinds)[number];

/** A stretch of a text, and whether it is what was looked for. */
export type SnippetPiece = { text: string; isMarked: boolean };

/** One thing that was found, with what its address is made of. */
export type Hit = {
  kind: HitKind;
  id: string;
  slug: string;
  title: SnippetPiece[];
  snippet: SnippetPiece[];
  /** Who says it. */
  by: string | null;
  region: string | null;
  at: Date;
  /** The paragraph's, or the input's. */
  number: number | null;
  position: number;
  blockKind: BlockKind | null;
  round: number | null;
};
