import { align } from '#lib/domain/document/align/align.ts';
import type { Corrections, Row } from '#lib/domain/document/align/row.ts';
import type { Block } from '#lib/domain/document/block.ts';
import type { Database } from '../database/open.ts';
import { memoize } from './memoize.ts';

/** Enough for a few long texts that are read page by page at the same time. */
const limits = { entries: 50, bytes: 20_000_000 };

const cached = memoize<{ rows: Row[] }>(limits);

type Texts = { from: readonly Block[]; to: readonly Block[]; corrections?: Corrections };

/**
 * Returns the alignment of two texts. It is kept under a key that must name both of them and their
 * corrections, so that the next page of a comparison need not align them again.
 */
export async function alignOnce(
  database: Database,
  key: string,
  { from, to, corrections }: Texts
): Promise<Row[]> {
  const made = async () => ({ rows: align(from, to, corrections ? { corrections } : {}) });
  const found = await cached(database, key, made);
  return found!.rows;
}
