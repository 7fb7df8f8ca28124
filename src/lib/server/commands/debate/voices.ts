import { and, eq } from 'drizzle-orm';
import { refuseUnlessAnswerable } from '#lib/domain/hearing/disposition.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import { comment, commentVoice, hearing, input, meeting } from '../../database/tables/index.ts';
import { lockForWork } from '../../access/locks.ts';

/** In whose name an imported comment speaks: a meeting's, or the working group's own. */
export type VoiceMark = { voice: 'region'; meetingId: string } | { voice: 'workingGroup' };

/**
 * Marks an imported comment as a meeting's words, or as the working group's own, which nobody need
 * answer. Refuses comments that were written here (notMarkable), and a meeting that was held in
 * another hearing than the comment was said in (meetingOfOtherHearing).
 */
export async function markVoice(
  context: Context,
  documentId: string,
  commentId: string,
  mark: VoiceMark
) {
  await inTransaction(context, async (inside) => {
    const { database, viewer, now } = asMember(inside);
    const marked = await lockImported(inside, documentId, commentId);
    const meetingId = mark.voice === 'region' ? mark.meetingId : null;
    if (meetingId) await refuseOtherMeeting(inside, documentId, marked.hearingId, meetingId);
    const row = { voice: mark.voice, meetingId, markedBy: viewer.id, markedAt: now };
    await database
      .insert(commentVoice)
      .values({ commentId, ...row })
      .onConflictDoUpdate({ target: commentVoice.commentId, set: row });
    await askForAnswer(inside, marked, mark.voice !== 'workingGroup');
  });
}

/** Takes the mark away: the comment is its author's again, and is to be answered. */
export async function unmarkVoice(context: Context, documentId: string, commentId: string) {
  await inTransaction(context, async (inside) => {
    const marked = await lockImported(inside, documentId, commentId);
    await inside.database.delete(commentVoice).where(eq(commentVoice.commentId, commentId));
    await askForAnswer(inside, marked, true);
  });
}

async function lockImported(context: Context, documentId: string, commentId: string) {
  const held = await lockForWork(context, documentId);
  const [found] = await context.database
    .select({
      id: comment.id,
      source: comment.source,
      hearingId: comment.hearingId,
      withdrawnAt: comment.withdrawnAt,
      round: input.round
    })
    .from(comment)
    .leftJoin(input, eq(input.commentId, comment.id))
    .where(and(eq(comment.id, commentId), eq(comment.documentId, documentId)));
  if (!found) throw new Refusal('notFound');
  if (found.source === null) throw new Refusal('notMarkable');
  refuseUnlessAnswerable(held, { round: found.round ?? held.round, isWithdrawn: false });
  return found;
}

async function refuseOtherMeeting(
  { database }: Context,
  documentId: string,
  hearingId: string | null,
  meetingId: string
) {
  const [known] = await database
    .select({ hearingId: meeting.hearingId })
    .from(meeting)
    .innerJoin(hearing, eq(hearing.id, meeting.hearingId))
    .where(and(eq(meeting.id, meetingId), eq(hearing.documentId, documentId)));
  if (!known) throw new Refusal('notFound');
  if (known.hearingId !== hearingId) throw new Refusal('meetingOfOtherHearing');
}

/** A comment that its author took back is not asked for again. */
async function askForAnswer(
  { database, now }: Context,
  { id, withdrawnAt }: { id: string; withdrawnAt: Date | null },
  asked: boolean
) {
  await database
    .update(input)
    .set({ withdrawnAt: asked ? withdrawnAt : now })
    .where(eq(input.commentId, id));
}
