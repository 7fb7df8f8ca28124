import { eq } from 'drizzle-orm';
import type { PlannedChange } from '#lib/domain/hearing/rewrite.ts';
import type { Context } from '../../access/context.ts';
import { inBatches } from '../../database/batches.ts';
import { change } from '../../database/tables/index.ts';

/** Replaces the rewrite's changes. */
export async function saveChanges(
  { database }: Context,
  rewriteId: string,
  changes: readonly (PlannedChange & { reason: string })[]
) {
  await database.delete(change).where(eq(change.rewriteId, rewriteId));
  const rows = changes.map((each, position) => ({ ...each, rewriteId, position }));
  await inBatches(rows, (portion) => database.insert(change).values(portion));
}
