import { and, eq, sql } from 'drizzle-orm';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import { maySpeakForRegion, speaksOnBehalf } from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { inCopenhagen } from '#lib/domain/time.ts';
import { asMember, type Context, inTransaction } from '../../access/context.ts';
import { hearingToSpeakIn, lockDocument, lockMeeting } from '../../access/locks.ts';
import { meeting } from '../../database/tables/index.ts';
import { refuseUnknownRegions } from '../../access/regions.ts';

export type MeetingPlan = {
  regionId: string;
  /** The day, as 2026-03-14. */
  heldOn: string;
  place: string;
  attendance: number;
  /** Markdown. */
  minutes: string;
};

/**
 * Enters a region's meeting and gives its id: of the one that is there where the same is sent
 * twice. Its rapporteurs do so while the hearing is open; the working group does on the region's
 * behalf, marked so, and also afterwards.
 */
export async function enterMeeting(
  context: Context,
  documentId: string,
  plan: MeetingPlan
): Promise<string> {
  return inTransaction(context, async (inside) => {
    const { database, viewer, now } = asMember(inside);
    const held = await lockDocument(inside, documentId);
    if (!maySpeakForRegion(viewer, held, plan.regionId)) throw new Refusal('notAllowed');
    refuseUnlessHeld(plan.heldOn, now);
    await refuseUnknownRegions(inside, [plan.regionId]);
    const { id: hearingId } = await hearingToSpeakIn(inside, held);
    const twin = await findTwin(inside, hearingId, plan);
    if (twin) return twin;
    const [entered] = await database
      .insert(meeting)
      .values({
        ...plan,
        hearingId,
        minutesHtml: renderMarkdown(plan.minutes),
        enteredBy: viewer.id,
        onBehalf: speaksOnBehalf(viewer, plan.regionId),
        enteredAt: now
      })
      .returning({ id: meeting.id });
    return entered!.id;
  });
}

function refuseUnlessHeld(heldOn: string, now: Date) {
  if (heldOn > inCopenhagen(now).date) throw new Refusal('meetingInFuture');
}

async function findTwin({ database }: Context, hearingId: string, plan: MeetingPlan) {
  const { regionId, heldOn, place, attendance, minutes } = plan;
  const [twin] = await database
    .select({ id: meeting.id })
    .from(meeting)
    .where(
      and(
        eq(meeting.hearingId, hearingId),
        eq(meeting.regionId, regionId),
        eq(meeting.heldOn, heldOn),
        eq(meeting.place, place),
        eq(meeting.attendance, attendance),
        eq(meeting.minutes, minutes)
      )
    );
  return twin?.id ?? null;
}

/** Corrects what is said of a meeting; its region stands. Refuses with stale. */
export async function reviseMeeting(
  context: Context,
  meetingId: string,
  { revision, ...facts }: Omit<MeetingPlan, 'regionId'> & { revision: number }
) {
  return inTransaction(context, async (inside) => {
    await lockMeeting(inside, meetingId);
    refuseUnlessHeld(facts.heldOn, inside.now);
    const [revised] = await inside.database
      .update(meeting)
      .set({
        ...facts,
        minutesHtml: renderMarkdown(facts.minutes),
        revision: sql`${meeting.revision} + 1`
      })
      .where(and(eq(meeting.id, meetingId), eq(meeting.revision, revision)))
      .returning({ id: meeting.id });
    if (!revised) throw new Refusal('stale');
  });
}
