import { eq, sql } from 'drizzle-orm';
import type { InputKind } from '#lib/domain/hearing/enums.ts';
import type { Context } from '../access/context.ts';
import { inBatches } from '../database/batches.ts';
import { input } from '../database/tables/index.ts';

/** When an input was given, by default now, and whether after the hearing had closed, by default not. */
type Arrival = { late?: boolean; createdAt?: Date };

/** What becomes an input, by its kind and its id. */
type NewInput = { kind: InputKind } & Partial<
  Record<'commentId' | 'changeId' | 'remarkId' | 'letterId', string>
> &
  Arrival;

/**
 * Enters `inputs` in the document's round, numbered on from its last, and returns their ids and
 * numbers. The document must be locked, so that no number is used twice.
 */
export async function enterInputs(
  { database, now }: Context,
  { id: documentId, round }: { id: string; round: number },
  inputs: NewInput[],
  { late = false, createdAt = now }: Arrival = {}
): Promise<{ id: string; number: number }[]> {
  if (inputs.length === 0) return [];
  const [last] = await database
    .select({ last: sql<number>`coalesce(max(${input.number}), 0)::int` })
    .from(input)
    .where(eq(input.documentId, documentId));
  const rows = inputs.map((each, index) => ({
    late,
    createdAt,
    ...each,
    documentId,
    round,
    number: last!.last + index + 1
  }));
  const entered = await inBatches(rows, (portion) =>
    database.insert(input).values(portion).returning({ id: input.id, number: input.number })
  );
  return entered.flat();
}
