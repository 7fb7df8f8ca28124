import { asc, eq } from 'drizzle-orm';
import type { Database } from '../database/open.ts';
import { versionBlock } from '../database/tables/index.ts';
import { memoize } from '../cache/memoize.ts';

export type VersionBlock = typeof versionBlock.$inferSelect;

/** Some versions of many thousand paragraphs, or many of usual length. */
const most = { entries: 200, bytes: 32_000_000 };

const cached = memoize<{ blocks: VersionBlock[] }>(most);

/**
 * Returns the blocks of a version in their order. A version never changes, so they are read once, and
 * the cached array is frozen.
 */
export async function blocksOfVersion(database: Database, id: string): Promise<VersionBlock[]> {
  const found = await cached(database, id, async () => {
    const blocks = await selectBlocks(database, id);
    return blocks.length === 0 ? null : { blocks };
  });
  return found?.blocks ?? [];
}

async function selectBlocks(database: Database, id: string): Promise<VersionBlock[]> {
  const blocks = await database
    .select()
    .from(versionBlock)
    .where(eq(versionBlock.versionId, id))
    .orderBy(asc(versionBlock.position));
  for (const block of blocks) {
    Object.freeze(block.origins);
    Object.freeze(block);
  }
  return Object.freeze(blocks) as VersionBlock[];
}
