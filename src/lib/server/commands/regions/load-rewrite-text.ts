import { asc, eq } from 'drizzle-orm';
import type { Context } from '../../access/context.ts';
import { change, rewrite, rewriteBlock } from '../../database/tables/index.ts';
import { listVersionBlocks } from '../../text/versions.ts';

/** The texts and the changes of a rewrite as they are saved. */
export type RewriteText = Awaited<ReturnType<typeof loadRewriteText>>;

/** Returns the blocks that the rewrite considered, its own blocks and its changes, each in order. */
export async function loadRewriteText(
  { database }: Context,
  { id, versionId, scope }: typeof rewrite.$inferSelect
) {
  const version = await listVersionBlocks(database, versionId);
  const within = scope && new Set(scope);
  const blocks = await database
    .select()
    .from(rewriteBlock)
    .where(eq(rewriteBlock.rewriteId, id))
    .orderBy(asc(rewriteBlock.position));
  const changes = await database
    .select()
    .from(change)
    .where(eq(change.rewriteId, id))
    .orderBy(asc(change.position));
  const considered = within ? version.filter(({ blockId }) => within.has(blockId)) : version;
  return { considered, blocks, changes };
}
