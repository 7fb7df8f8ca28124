import { and, eq } from 'drizzle-orm';
import type { Context } from '../access/context.ts';
import { report } from '../database/tables/index.ts';

/** What is kept of a round's report; null where nobody has written anything of it. */
export async function findReport(
  { database }: Context,
  { id, round }: { id: string; round: number }
) {
  const [found] = await database
    .select()
    .from(report)
    .where(and(eq(report.documentId, id), eq(report.round, round)));
  return found ?? null;
}
