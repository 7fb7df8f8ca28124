import { and, eq, isNull } from 'drizzle-orm';
import type { ModerationStep } from '#lib/domain/hearing/enums.ts';
import {
  asAdministrator,
  inTransaction,
  type Context,
  type MemberContext
} from '../../access/context.ts';
import { documentOfComment } from '../../access/documents.ts';
import { lockDocument } from '../../access/locks.ts';
import { commentReport, moderation } from '../../database/tables/index.ts';

/**
 * Does `work` with a comment in the current administrator's name, records the step with its
 * reason, and settles the comment's open reports. Throws Refusal('notAllowed') for others.
 */
export async function moderate(
  context: Context,
  commentId: string,
  { step, reason }: { step: ModerationStep; reason: string },
  work: (inside: MemberContext) => Promise<void>
) {
  await inTransaction(asAdministrator(context), async (inside) => {
    const { database, viewer, now } = inside;
    await lockDocument(inside, documentOfComment(commentId));
    await work(inside);
    const [saved] = await database
      .insert(moderation)
      .values({ commentId, step, reason, moderatorId: viewer.id, at: now })
      .returning({ id: moderation.id });
    await database
      .update(commentReport)
      .set({ moderationId: saved!.id })
      .where(isOpenReport(commentId));
  });
}

/** The condition that a report is of the comment and not settled yet. */
export const isOpenReport = (commentId: string) =>
  and(eq(commentReport.commentId, commentId), isNull(commentReport.moderationId));
