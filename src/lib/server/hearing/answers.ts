import { and, eq } from 'drizzle-orm';
import type { Context } from '../access/context.ts';
import { answer, input, member, publication } from '../database/tables/index.ts';
import { original } from './inputs/select.ts';

/**
 * Returns the saved answer to the document's input with this number, by whom and when; null if
 * there is none.
 */
export async function findAnswer({ database }: Context, documentId: string, number: number) {
  const [found] = await database
    .select({
      disposition: answer.disposition,
      markdown: answer.markdown,
      themeId: answer.themeId,
      duplicateOf: original.number,
      referredTo: answer.referredTo,
      revision: answer.revision,
      by: member.name,
      at: answer.answeredAt
    })
    .from(answer)
    .innerJoin(input, eq(input.id, answer.inputId))
    .leftJoin(original, eq(original.id, answer.duplicateOf))
    .leftJoin(member, eq(member.id, answer.answeredBy))
    .where(and(eq(input.documentId, documentId), eq(input.number, number)));
  return found ?? null;
}

/** Returns when the round's answers were published, or null if they have not been. */
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
