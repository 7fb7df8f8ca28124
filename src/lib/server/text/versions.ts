import { and, asc, desc, eq } from 'drizzle-orm';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../access/context.ts';
import { version } from '../database/tables/index.ts';
import { blocksOfVersion } from './version-blocks.ts';

/** Returns the version of the number with its blocks, or the newest if none is given. Throws Refusal('notFound'). */
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
  return { ...found, blocks: await blocksOfVersion(database, found.id) };
}

/** Returns the document's versions, oldest first, without their texts. */
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
