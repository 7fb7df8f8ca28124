import { and, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import { asMarkdown } from '#lib/domain/document/blocks/read-text.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { type Context, inTransaction } from '../../access/context.ts';
import { lockMeeting } from '../../access/locks.ts';
import { wholeNumber } from '../../formats/fields.ts';
import { meeting } from '../../database/tables/index.ts';
import { meetingFacts, type MeetingPlan, refuseUnlessHeld } from './enter-meeting.ts';

export const revisionForm = v.object({
  ...meetingFacts,
  base: v.optional(v.string(), ''),
  revision: wholeNumber()
});

/**
 * Corrects the facts of a meeting; its region stays. Throws Refusal('stale') if somebody has saved
 * another revision, Refusal('meetingInFuture'), and as lockMeeting does.
 */
export async function reviseMeeting(
  context: Context,
  meetingId: string,
  { revision, ...facts }: Omit<MeetingPlan, 'regionId'> & { revision: number }
) {
  const minutes = asMarkdown(facts.minutes);
  return inTransaction(context, async (inside) => {
    await lockMeeting(inside, meetingId);
    refuseUnlessHeld(facts.heldOn, inside.now);
    const [revised] = await inside.database
      .update(meeting)
      .set({
        ...facts,
        minutes,
        minutesHtml: renderMarkdown(minutes),
        revision: sql`${meeting.revision} + 1`
      })
      .where(and(eq(meeting.id, meetingId), eq(meeting.revision, revision)))
      .returning({ id: meeting.id });
    if (!revised) throw new Refusal('stale');
  });
}
