import { and, asc, eq, sql } from 'drizzle-orm';
import type { Context } from '../access/context.ts';
import { answer, theme } from '../database/tables/index.ts';

/** Returns the round's themes in their order, each with the number of its inputs. */
export async function listThemes(
  { database }: Context,
  { id, round }: { id: string; round: number }
) {
  return database
    .select({
      id: theme.id,
      title: theme.title,
      position: theme.position,
      summary: theme.summary,
      summaryHtml: theme.summaryHtml,
      revision: theme.revision,
      inputs: sql<number>`count(${answer.inputId})::int`
    })
    .from(theme)
    .leftJoin(answer, eq(answer.themeId, theme.id))
    .where(and(eq(theme.documentId, id), eq(theme.round, round)))
    .groupBy(theme.id)
    .orderBy(asc(theme.position), asc(theme.title));
}
