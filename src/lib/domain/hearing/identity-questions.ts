import type { Corrections, Row } from '../document/align/row.ts';

/**
 * A row of the alignment of the latest version with the draft, and the index of its change; null if
 * it is unchanged.
 */
export type NumberedRow = { row: Row; change: number | null };

/** What a person is asked about a row before the draft is published. */
export type IdentityQuestion = {
  /**
   * `same`: whether the blocks are the same. `became`: what a deleted block became. `nothing`:
   * whether to keep the earlier answers.
   */
  asks: 'same' | 'became' | 'nothing';
  /** Whether a person has said that the blocks are the same. */
  isConfirmed: boolean;
  /** The pairs with the row's blocks of `from` that a person has said are different. */
  separated: { from: number; to: number }[];
};

/**
 * Returns the question about a row: if the alignment is unsure of it, if a person has answered
 * about it before, or if it was deleted with `comments` comments on it while blocks were inserted.
 * Returns null if there is nothing to ask.
 */
export function askIdentity(
  { row, change }: NumberedRow,
  { together = [], apart = [] }: Corrections,
  { comments, hasInserted }: { comments: number; hasInserted: boolean }
): IdentityQuestion | null {
  if (change === null || row.from.length === 0) return null;
  const isPair = row.to.length > 0;
  const isConfirmed =
    isPair && together.some(({ from }) => from.some((at) => row.from.includes(at)));
  const separated = apart.filter((pair) => row.from.includes(pair.from));
  const becomes = !isPair && hasInserted && (comments > 0 || !row.sure || separated.length > 0);
  const asks = isPair && (isConfirmed || !row.sure) ? 'same' : becomes ? 'became' : 'nothing';
  return asks === 'nothing' && separated.length === 0 ? null : { asks, isConfirmed, separated };
}
