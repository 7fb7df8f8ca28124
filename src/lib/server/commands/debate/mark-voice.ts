import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { lockForWork } from '../../access/locks.ts';
import { commentVoice, hearing, meeting } from '../../database/tables/index.ts';
import { uuid } from '../../formats/fields.ts';
import { findImported, setNeedsAnswer } from './imported-comment.ts';

/** The mark of a comment; null if it is to be its author's again. */
export const voiceForm = v.pipe(
  v.object({
    commentId: uuid,
    /** The id of a meeting, or one of two words. */
    voice: v.union([v.literal('workingGroup'), v.literal('member'), uuid])
  }),
  v.transform(({ commentId, voice }) => ({ commentId, mark: markOf(voice) }))
);

function markOf(voice: string): VoiceMark | null {
  if (voice === 'member') return null;
  return voice === 'workingGroup' ? { voice } : { voice: 'region', meetingId: voice };
}

/** In whose name an imported comment speaks: a meeting's, or the working group's own. */
export type VoiceMark = { voice: 'region'; meetingId: string } | { voice: 'workingGroup' };

/**
 * Marks an imported comment as the words of a meeting, or as the working group's own, which need no
 * answer. Throws Refusal('meetingOfOtherHearing') if the comment was written in another hearing than
 * the meeting's, Refusal('notFound') if the document has no such meeting, and as lockForWork and
 * findImported do.
 */
export async function markVoice(
  context: Context,
  documentId: DocumentId,
  commentId: string,
  mark: VoiceMark
) {
  await inTransaction(context, async (inside) => {
    const { database, viewer, now } = asMember(inside);
    const locked = await lockForWork(inside, documentId);
    const marked = await findImported(inside, locked, commentId);
    const meetingId = mark.voice === 'region' ? mark.meetingId : null;
    if (meetingId) await refuseOtherMeeting(inside, locked.id, marked.hearingId, meetingId);
    const row = { voice: mark.voice, meetingId, markedBy: viewer.id, markedAt: now };
    await database
      .insert(commentVoice)
      .values({ commentId, ...row })
      .onConflictDoUpdate({ target: commentVoice.commentId, set: row });
    await setNeedsAnswer(inside, marked, mark.voice !== 'workingGroup');
  });
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
