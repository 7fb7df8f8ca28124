import { and, eq } from 'drizzle-orm';
import type { Context } from '../access/context.ts';
import { publication } from '../database/tables/index.ts';

/** Returns when the round's answers were published; null if they have not been. */
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
