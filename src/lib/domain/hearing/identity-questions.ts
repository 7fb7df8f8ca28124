import type { Corrections, Row } from '../document/align/row.ts';

/** A row of the alignment between the latest version and the draft, by their places. */
export type LaidRow = { row: Row; change: number | null };

/** What a person is asked of a row before the draft is published. */
export type IdentityQuestion = {
  /**
   * Whether the paragraphs are the same, whether one that was taken out became another, or nothing
   * but whether what was said before still holds.
   */
  asks: 'same' | 'became' | 'nothing';
  /** A person has said that they are the same. */
  isSaid: boolean;
  /** Pairs with this row's old paragraphs that a person has said are different. */
  parted: { from: number; to: number }[];
};

/**
 * What to ask of the row: of one that the engine is unsure of, of one that a person has spoken
 * about, and of a paragraph with comments that was taken out where others were put in. Null where
 * there is nothing to ask. `comments` is how many hang on its old paragraphs.
 */
export function questionOf(
  { row, change }: LaidRow,
  { together = [], apart = [] }: Corrections,
  { comments, hasInserted }: { comments: number; hasInserted: boolean }
): IdentityQuestion | null {
  if (change === null || row.from.length === 0) return null;
  const isPair = row.to.length > 0;
  const isSaid = isPair && together.some(({ from }) => from.some((at) => row.from.includes(at)));
  const parted = apart.filter((pair) => row.from.includes(pair.from));
  const becomes = !isPair && hasInserted && (comments > 0 || !row.sure || parted.length > 0);
  const asks = isPair && (isSaid || !row.sure) ? 'same' : becomes ? 'became' : 'nothing';
  return asks === 'nothing' && parted.length === 0 ? null : { asks, isSaid, parted };
}
