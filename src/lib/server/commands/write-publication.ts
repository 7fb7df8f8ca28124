import { asMember, type Context } from '../access/context.ts';
import { publication } from '../database/tables/index.ts';

/** Records that the answers of the round are published, unless they are already. */
export async function writePublication(
  context: Context,
  { id, round }: { id: string; round: number }
) {
  const { database, viewer, now } = asMember(context);
  await database
    .insert(publication)
    .values({ documentId: id, round, publishedBy: viewer.id, publishedAt: now })
    .onConflictDoNothing();
}
