import { eq, inArray } from 'drizzle-orm';
import * as v from 'valibot';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import { lockRewrite } from '../../access/locks.ts';
import { change, input, rewrite } from '../../database/tables/index.ts';

export const withdrawForm = v.object({});

/**
 * Withdraws a posted rewrite: it can still be read, as withdrawn, and nobody need answer its
 * changes. Throws Refusal('rewriteWithdrawn') if it is already, Refusal('notFound') if it is not
 * posted, and as lockRewrite does.
 */
export async function withdrawRewrite(context: Context, rewriteId: string) {
  return inTransaction(context, async (inside) => {
    const { database, viewer, now } = asMember(inside);
    const { withdrawnAt, postedAt, revision } = (await lockRewrite(inside, rewriteId)).rewrite;
    if (withdrawnAt) throw new Refusal('rewriteWithdrawn');
    if (!postedAt) throw new Refusal('notFound');
    await database
      .update(rewrite)
      .set({ withdrawnAt: now, withdrawnBy: viewer.id, revision: revision + 1 })
      .where(eq(rewrite.id, rewriteId));
    const changeIds = database
      .select({ id: change.id })
      .from(change)
      .where(eq(change.rewriteId, rewriteId));
    await database
      .update(input)
      .set({ withdrawnAt: now })
      .where(inArray(input.changeId, changeIds));
  });
}
