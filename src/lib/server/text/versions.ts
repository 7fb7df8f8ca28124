import { and, asc, desc, eq } from 'drizzle-orm';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../access/context.ts';
import { memoize } from '../cache/memoize.ts';
import type { Database } from '../database/open.ts';
import { version, versionBlock } from '../database/tables/index.ts';

/**
 * Returns the version with this number and its blocks, the newest by default. Throws
 * Refusal('notFound').
 */
export async function readVersion({ database }: Context, documentId: string, number?: number) {
  const [found] = await database
    .select()
    .from(version)
    .where(
      and(
        eq(version.documentId, documentId),
        number === undefined ? undefined : eq(version.number, number)
      )
    )
    .orderBy(desc(version.number))
    .limit(1);
  if (!found) throw new Refusal('notFound');
  return { ...found, blocks: await listVersionBlocks(database, found.id) };
}

/** Returns the document's versions without their texts, oldest first. */
export async function listVersions({ database }: Context, documentId: string) {
  return database
    .select({
      id: version.id,
      number: version.number,
      title: version.title,
      note: version.note,
      publishedAt: version.publishedAt
    })
    .from(version)
    .where(eq(version.documentId, documentId))
    .orderBy(asc(version.number));
}

export type VersionBlock = typeof versionBlock.$inferSelect;

/** Enough for many versions of usual length, or some of many thousand blocks. */
const limits = { entries: 200, bytes: 32_000_000 };

const cached = memoize<{ blocks: VersionBlock[] }>(limits);

/**
 * Returns the blocks of a version in order. A version never changes, so they are read once and the
 * cached array is frozen.
 */
export async function listVersionBlocks(database: Database, id: string): Promise<VersionBlock[]> {
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
