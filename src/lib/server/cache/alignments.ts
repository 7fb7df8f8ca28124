import { align } from '#lib/domain/document/align/align.ts';
import type { Corrections, Row } from '#lib/domain/document/align/row.ts';
import type { Block } from '#lib/domain/document/block.ts';
import type { Database } from '../database/open.ts';
import { remembering } from './remembering.ts';

/** A few long texts that are read page by page at the same time. */
const most = { entries: 50, bytes: 20_000_000 };

const remembered = remembering<{ rows: Row[] }>(most);

type Texts = { from: readonly Block[]; to: readonly Block[]; corrections?: Corrections };

/**
 * The alignment of two texts, kept under a key that names both of them and what was said of them,
 * so that the next page of a comparison need not align them again.
 */
export async function alignOnce(
  database: Database,
  key: string,
  { from, to, corrections }: Texts
): Promise<Row[]> {
  const made = async () => ({ rows: align(from, to, corrections ? { corrections } : {}) });
  const found = await remembered(database, key, made);
  return found!.rows;
}
