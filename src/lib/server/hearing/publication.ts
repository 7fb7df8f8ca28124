import { and, eq } from 'drizzle-orm';
import type { Context } from '../access/context.ts';
import { publication } from '../database/tables/index.ts';

/** The round's answers have been shown since then; null where they are the working group's own. */
export async function findPublication(
  { database }: Context,
  { id, round }: { id: string; round: number }
): Promise<Date | null> {
  const [found] = await database
    .select({ at: publication.publishedAt })
    .from(publication)
    .where(and(eq(publication.documentId, id), eq(publication.round, round)));
  return found?.at ?? null;
}
