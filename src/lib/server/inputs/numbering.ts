import { eq, sql } from 'drizzle-orm';
import type { InputKind } from '#lib/domain/hearing/words.ts';
import type { Context } from '../context.ts';
import { input } from '../database/tables/index.ts';

type Thing = { kind: InputKind } & Partial<
  Record<'commentId' | 'changeId' | 'remarkId' | 'letterId', string>
>;

/**
 * Enters things that must be answered, numbered on from the document's last; gives their ids.
 * The document must be held (lockDocument), so that no number is given twice.
 */
export async function enterInputs(
  { database, now }: Context,
  { id: documentId, round }: { id: string; round: number },
  things: Thing[],
  { late = false, createdAt = now }: { late?: boolean; createdAt?: Date } = {}
): Promise<{ id: string; number: number }[]> {
  if (things.length === 0) return [];
  const [last] = await database
    .select({ number: sql<number>`coalesce(max(${input.number}), 0)` })
    .from(input)
    .where(eq(input.documentId, documentId));
  return database
    .insert(input)
    .values(
      things.map((thing, index) => ({
        ...thing,
        documentId,
        round,
        number: last!.number + 1 + index,
        late,
        createdAt
      }))
    )
    .returning({ id: input.id, number: input.number });
}
