import { and, eq, isNull } from 'drizzle-orm';
import type { ModerationStep } from '#lib/domain/hearing/words.ts';
import { isVisible } from '#lib/domain/document/visible.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import {
  inTransaction,
  type Context,
  type MemberContext,
  asAdministrator
} from '../../access/context.ts';
import { commentReport, concealment, moderation } from '../../database/tables/index.ts';
import { lockDocument } from '../../access/locks.ts';
import { documentOfComment } from '../../access/documents.ts';

/**
 * Hides a comment: its words are gone from everywhere, and the reason stands in their place.
 * Settles what was reported of it. Refuses with stale where it is hidden already.
 */
export async function hideComment(context: Context, commentId: string, reason: string) {
  if (!isVisible(reason)) throw new Refusal('emptyText');
  await moderate(
    context,
    commentId,
    { step: 'hidden', reason },
    async ({ database, viewer, now }) => {
      const hidden = await database
        .insert(concealment)
        .values({ commentId, reason, hiddenBy: viewer.id, hiddenAt: now })
        .onConflictDoNothing()
        .returning({ commentId: concealment.commentId });
      if (hidden.length === 0) throw new Refusal('stale');
    }
  );
}

/** Shows a hidden comment again. Refuses with stale where it is not hidden. */
export async function showComment(context: Context, commentId: string, reason = '') {
  await moderate(context, commentId, { step: 'shown', reason }, async ({ database }) => {
    const shown = await database
      .delete(concealment)
      .where(eq(concealment.commentId, commentId))
      .returning({ commentId: concealment.commentId });
    if (shown.length === 0) throw new Refusal('stale');
  });
}

/** Finds nothing wrong with a comment that was reported: it stands, and the reports are settled. */
export async function dismissReports(context: Context, commentId: string, reason = '') {
  await moderate(context, commentId, { step: 'dismissed', reason }, async ({ database }) => {
    const waiting = await database.$count(commentReport, isWaiting(commentId));
    if (waiting === 0) throw new Refusal('stale');
  });
}

/** Takes a step with a comment, writes down who did it and why, and settles its reports. */
async function moderate(
  context: Context,
  commentId: string,
  { step, reason }: { step: ModerationStep; reason: string },
  take: (inside: MemberContext) => Promise<void>
) {
  asAdministrator(context);
  await inTransaction(context, async (within) => {
    const inside = asAdministrator(within);
    const { database, viewer, now } = inside;
    await lockDocument(inside, documentOfComment(commentId));
    await take(inside);
    const [taken] = await database
      .insert(moderation)
      .values({ commentId, step, reason, moderatorId: viewer.id, at: now })
      .returning({ id: moderation.id });
    await database
      .update(commentReport)
      .set({ moderationId: taken!.id })
      .where(isWaiting(commentId));
  });
}

const isWaiting = (commentId: string) =>
  and(eq(commentReport.commentId, commentId), isNull(commentReport.moderationId));
