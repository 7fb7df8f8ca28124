import { eq } from 'drizzle-orm';
import { isOpen } from '#lib/domain/hearing/lifecycle.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { inTransaction, type Context } from '../../access/context.ts';
import { type LockedRewrite, lockUnposted } from '../../access/locks.ts';
import { rewrite } from '../../database/tables/index.ts';
import { enterInputs } from '../enter-inputs.ts';
import { loadRewriteText, type RewriteText } from './load-rewrite-text.ts';
import { saveReview, type ReadReview } from './review-rewrite.ts';

/**
 * Saves the review and posts the rewrite for all to see: each of its changes becomes an input.
 * If the review results in other changes than the reviewed ones, it is saved and the rewrite is not
 * posted. Returns whether it was posted. Throws Refusal('rewriteSaysNothing') if there are no changes,
 * and as lockUnposted does.
 */
export async function postRewrite(
  context: Context,
  rewriteId: string,
  revision: number,
  readReview: ReadReview = () => ({})
): Promise<{ isPosted: boolean }> {
  return inTransaction(context, async (inside) => {
    const locked = await lockUnposted(inside, rewriteId, revision);
    const text = await loadRewriteText(inside, locked.rewrite);
    const review = readReview({ ...text, ...locked });
    const { isRealigned } = await saveReview(inside, locked, text, review);
    if (isRealigned) return { isPosted: false };
    if (text.changes.length === 0) throw new Refusal('rewriteSaysNothing');
    await post(inside, locked, text);
    return { isPosted: true };
  });
}

async function post(
  context: Context,
  { rewrite: row, document, hearing }: LockedRewrite,
  { changes }: RewriteText
) {
  const { database, now } = context;
  await database
    .update(rewrite)
    .set({ postedAt: now, revision: row.revision + 2 })
    .where(eq(rewrite.id, row.id));
  const inputs = changes.map(({ id }) => ({ kind: 'change' as const, changeId: id }));
  await enterInputs(context, document, inputs, { late: !isOpen(hearing, now) });
}
