import { and, eq, isNull } from 'drizzle-orm';
import { refuseUnlessOriginal } from '#lib/domain/hearing/disposition.ts';
import type { Context } from '../context.ts';
import { answer, input } from '../database/tables/index.ts';
import { original } from '../inputs/selection.ts';

/**
 * The id of the input that another is said to repeat, by its number.
 * Refuses a number that is none, its own, or that would make a chain (refuseUnlessOriginal).
 */
export async function findOriginal(
  context: Context,
  document: { id: string },
  repeating: { id: string; number: number; round: number },
  number: number | null
): Promise<string> {
  const { database } = context;
  const duplicatedBy = await listDuplicates(context, repeating.id);
  const [found] = await database
    .select({
      id: input.id,
      number: input.number,
      round: input.round,
      withdrawnAt: input.withdrawnAt,
      duplicateOf: original.number
    })
    .from(input)
    .leftJoin(answer, eq(answer.inputId, input.id))
    .leftJoin(original, eq(original.id, answer.duplicateOf))
    .where(and(eq(input.documentId, document.id), eq(input.number, number ?? 0)));
  refuseUnlessOriginal(
    { ...repeating, duplicatedBy },
    found ? { ...found, isWithdrawn: found.withdrawnAt !== null } : null
  );
  return found!.id;
}

async function listDuplicates({ database }: Context, inputId: string): Promise<number[]> {
  const rows = await database
    .select({ number: input.number })
    .from(answer)
    .innerJoin(input, eq(input.id, answer.inputId))
    .where(and(eq(answer.duplicateOf, inputId), isNull(input.withdrawnAt)))
    .orderBy(input.number);
  return rows.map((each) => each.number);
}
