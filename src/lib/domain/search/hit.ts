import type { BlockKind } from '../document/block.ts';

/** The kinds of thing that a search can find. */
export const hitKinds = [
  'document',
  'paragraph',
  'comment',
  'rewrite',
  'answer',
  'report'
] as const;
export type HitKind = (typeof hitKinds)[number];

/** A piece of a text, and whether it is a word that was searched for. */
export type SnippetPiece = { text: string; isMarked: boolean };

/** One thing that a search found, with the parts of its address. */
export type Hit = {
  kind: HitKind;
  id: string;
  slug: string;
  title: SnippetPiece[];
  snippet: SnippetPiece[];
  /** The name of its author. */
  by: string | null;
  region: string | null;
  at: Date;
  /** The number of the paragraph or of the input. */
  number: number | null;
  position: number;
  blockKind: BlockKind | null;
  round: number | null;
};
