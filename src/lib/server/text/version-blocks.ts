import { asc, eq } from 'drizzle-orm';
import type { Database } from '../database/open.ts';
import { versionBlock } from '../database/tables/index.ts';
import { memoize } from '../cache/memoize.ts';

export type VersionBlock = typeof versionBlock.$inferSelect;

/** Some versions of many thousand paragraphs, or all that are read of usual ones. */
const most = { entries: 200, bytes: 32_000_000 };

const remembered = memoize<{ blocks: VersionBlock[] }>(most);

/**
 * The blocks of a version in their order. They never change once it is published, so that they are
 * read once, and are frozen for all who are given them.
 */
export async function blocksOfVersion(database: Database, id: string): Promise<VersionBlock[]> {
  const found = await remembered(database, id, async () => {
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
