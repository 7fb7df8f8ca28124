import { asc, eq, sql } from 'drizzle-orm';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import type { Corrections } from '#lib/domain/document/align/row.ts';
import { isOpen } from '#lib/domain/hearing/lifecycle.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { inTransaction, type Context } from '../../access/context.ts';
import { isOneOf } from '../../database/portions.ts';
import { change, rewrite, rewriteBlock } from '../../database/tables/index.ts';
import { enterInputs } from '../../hearing/inputs/numbering.ts';
import { lockMeeting } from '../../access/locks.ts';
import { alignAgain, changeKeys, findRewrite } from '../../text/rewrites.ts';

export type RewriteReview = {
  revision: number;
  foreword: string;
  /** The reason of each change, by its place among the changes. */
  reasons: Record<number, string>;
  /** Places in the rewrite that are the region's remarks, not text of the draft. */
  remarks: number[];
  /** By places in the scope and in the rewrite, remarks counted. */
  corrections: Corrections;
};

/**
 * Saves what the rapporteur says of a rewrite that is not posted yet, and aligns it again. Says
 * whether other changes came of it than those that were looked through. Refuses with stale.
 */
export async function reviewRewrite(
  context: Context,
  rewriteId: string,
  review: RewriteReview
): Promise<{ revision: number; isRealigned: boolean }> {
  return inTransaction(context, async (inside) => {
    const { database } = inside;
    await lockUnposted(inside, rewriteId, review.revision);
    const before = await changeKeys(inside, rewriteId);
    await database
      .update(change)
      .set({ reason: reasonOf(review.reasons) })
      .where(eq(change.rewriteId, rewriteId));
    await database
      .update(rewriteBlock)
      .set({ isRemark: isOneOf(rewriteBlock.position, review.remarks) })
      .where(eq(rewriteBlock.rewriteId, rewriteId));
    await database
      .update(rewrite)
      .set({ foreword: review.foreword, forewordHtml: renderMarkdown(review.foreword) })
      .where(eq(rewrite.id, rewriteId));
    await alignAgain(inside, rewriteId, review.corrections);
    const isRealigned = before !== (await changeKeys(inside, rewriteId));
    return { revision: review.revision + 1, isRealigned };
  });
}

const reasonOf = (reasons: Record<number, string>) =>
  sql`coalesce(${JSON.stringify(reasons)}::jsonb ->> ${change.position}::text, ${change.reason})`;

/** Posts the rewrite for all to see: each of its changes is now an input. Refuses one without any. */
export async function postRewrite(context: Context, rewriteId: string, revision: number) {
  return inTransaction(context, async (inside) => {
    const { database, now } = inside;
    const { held, hearing } = await lockUnposted(inside, rewriteId, revision);
    const changes = await database
      .select({ id: change.id })
      .from(change)
      .where(eq(change.rewriteId, rewriteId))
      .orderBy(asc(change.position));
    if (changes.length === 0) throw new Refusal('rewriteSaysNothing');
    await database
      .update(rewrite)
      .set({ postedAt: now, revision: revision + 1 })
      .where(eq(rewrite.id, rewriteId));
    const things = changes.map(({ id: changeId }) => ({ kind: 'change' as const, changeId }));
    await enterInputs(inside, held, things, { late: !isOpen(hearing, now) });
  });
}

/** Throws away a rewrite that nobody but its writers has seen. Refuses with stale once it is posted. */
export async function discardRewrite(context: Context, rewriteId: string, revision: number) {
  return inTransaction(context, async (inside) => {
    await lockUnposted(inside, rewriteId, revision);
    await inside.database.delete(rewrite).where(eq(rewrite.id, rewriteId));
  });
}

async function lockUnposted(context: Context, rewriteId: string, revision: number) {
  const found = await findRewrite(context, rewriteId);
  const locked = await lockMeeting(context, found.meetingId);
  const held = await findRewrite(context, rewriteId);
  if (held.withdrawnAt) throw new Refusal('rewriteWithdrawn');
  if (held.postedAt || held.revision !== revision) throw new Refusal('stale');
  return locked;
}
