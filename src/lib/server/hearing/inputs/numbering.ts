import { eq, sql } from 'drizzle-orm';
import type { InputKind } from '#lib/domain/hearing/words.ts';
import type { Context } from '../../access/context.ts';
import { inPortions } from '../../database/portions.ts';
import { input } from '../../database/tables/index.ts';

type Thing = { kind: InputKind } & Partial<
  Record<'commentId' | 'changeId' | 'remarkId' | 'letterId', string>
> &
  When;

/** What came at a time of its own, and not now, says so. */
type When = { late?: boolean; createdAt?: Date };

/**
 * Enters things that must be answered, numbered on from the document's last; gives their ids.
 * The document must be held (lockDocument), so that no number is given twice.
 */
export async function enterInputs(
  { database, now }: Context,
  { id: documentId, round }: { id: string; round: number },
  things: Thing[],
  { late = false, createdAt = now }: When = {}
): Promise<{ id: string; number: number }[]> {
  if (things.length === 0) return [];
  const [before] = await database
    .select({ last: sql<number>`coalesce(max(${input.number}), 0)::int` })
    .from(input)
    .where(eq(input.documentId, documentId));
  const rows = things.map((thing, index) => ({
    late,
    createdAt,
    ...thing,
    documentId,
    round,
    number: before!.last + index + 1
  }));
  const entered = await inPortions(rows, (portion) =>
    database.insert(input).values(portion).returning({ id: input.id, number: input.number })
  );
  return entered.flat();
}
