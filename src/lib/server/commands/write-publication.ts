import { asMember, type Context } from '../access/context.ts';
import { publication } from '../database/tables/index.ts';

/** Writes down that the round's answers are shown from now on, where they are not already. */
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
