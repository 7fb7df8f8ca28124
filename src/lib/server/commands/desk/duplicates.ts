import { and, eq, isNull } from 'drizzle-orm';
import { refuseUnlessOriginal } from '#lib/domain/hearing/disposition.ts';
import type { Context } from '../../access/context.ts';
import { isOneOf } from '../../database/portions.ts';
import { answer, input } from '../../database/tables/index.ts';
import { original } from '../../hearing/inputs/selection.ts';

/** An input that is said to repeat another. */
type Repeating = { id: string; number: number; round: number };

/**
 * The id of the input that others are said to repeat, by its number.
 * Refuses a number that is none, one of theirs, or that would make a chain (refuseUnlessOriginal).
 */
export async function findOriginal(
  context: Context,
  document: { id: string },
  repeating: readonly Repeating[],
  number: number | null
): Promise<string> {
  const duplicates = await listDuplicates(context, repeating);
  const [found] = await context.database
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
  for (const each of repeating)
    refuseUnlessOriginal(
      { ...each, duplicatedBy: duplicates.get(each.id) ?? [] },
      found ? { ...found, isWithdrawn: found.withdrawnAt !== null } : null
    );
  return found!.id;
}

/** The numbers of the inputs that repeat each of these, by the id of that one. */
async function listDuplicates({ database }: Context, repeated: readonly Repeating[]) {
  const ids = repeated.map(({ id }) => id);
  const rows = await database
    .select({ of: answer.duplicateOf, number: input.number })
    .from(answer)
    .innerJoin(input, eq(input.id, answer.inputId))
    .where(and(isOneOf(answer.duplicateOf, ids), isNull(input.withdrawnAt)))
    .orderBy(input.number);
  const numbers = new Map<string | null, number[]>();
  for (const { of, number } of rows) numbers.set(of, [...(numbers.get(of) ?? []), number]);
  return numbers;
}
