import { sql } from 'drizzle-orm';
import type { InputKind } from '#lib/domain/hearing/words.ts';
import type { Context } from '../context.ts';
import { input } from '../database/tables/index.ts';

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
  const last = sql`(select coalesce(max(i.number), 0) from input i where i.document_id = ${documentId})`;
  return database
    .insert(input)
    .values(
      things.map((thing, index) => ({
        late,
        createdAt,
        ...thing,
        documentId,
        round,
        number: sql`${last} + ${index + 1}::int`
      }))
    )
    .returning({ id: input.id, number: input.number });
}
