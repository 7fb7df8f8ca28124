import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { inTransaction, type Context } from '../../access/context.ts';
import { lockUnposted } from '../../access/locks.ts';
import { rewrite } from '../../database/tables/index.ts';
import { wholeNumber } from '../../formats/fields.ts';

export const discardForm = v.object({ revision: wholeNumber() });

/**
 * Deletes a rewrite that nobody but its writers has seen, and returns the id of its meeting. Throws
 * as lockUnposted does.
 */
export async function discardRewrite(
  context: Context,
  rewriteId: string,
  revision: number
): Promise<string> {
  return inTransaction(context, async (inside) => {
    const { meetingId } = (await lockUnposted(inside, rewriteId, revision)).rewrite;
    await inside.database.delete(rewrite).where(eq(rewrite.id, rewriteId));
    return meetingId;
  });
}
