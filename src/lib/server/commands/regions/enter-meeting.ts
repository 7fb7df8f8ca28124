import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import { asMarkdown } from '#lib/domain/document/blocks/read-text.ts';
import { maySpeakForRegion, speaksOnBehalf } from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { toDanishTime } from '#lib/domain/time.ts';
import { asMember, type Context, inTransaction } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { lockDocument } from '../../access/locks.ts';
import { day, line, text, uuid, wholeNumber } from '../../formats/fields.ts';
import { refuseUnknownRegions } from '../../access/regions.ts';
import { findRegionHearing } from '../../access/rounds.ts';
import { meeting } from '../../database/tables/index.ts';

/** In characters: the longest minutes of a meeting so far are a tenth of it. */
export const maxMinutesLength = 200_000;
const maxAttendance = 100_000;

/** The fields of a meeting that can be corrected afterwards. */
export const meetingFacts = {
  heldOn: day,
  place: line(200),
  attendance: wholeNumber(1, maxAttendance),
  minutes: text(maxMinutesLength),
  minutesFile: v.optional(v.file())
};

export const meetingForm = v.object({ regionId: uuid, ...meetingFacts });

/** A meeting as it is entered: `heldOn` as 2026-03-14, `minutes` as Markdown or as they were pasted. */
export type MeetingPlan = Omit<v.InferOutput<typeof meetingForm>, 'minutesFile'>;

/**
 * Enters a region's meeting in the document's hearing and returns its id. If the same meeting was
 * entered before, returns that one's id. The region's rapporteurs may while the hearing is open;
 * the working group may on the region's behalf, marked so, also afterwards. Throws
 * Refusal('notAllowed'), Refusal('meetingInFuture'), Refusal('regionUnknown') and
 * Refusal('hearingNotOpen').
 */
export async function enterMeeting(
  context: Context,
  documentId: DocumentId,
  given: MeetingPlan
): Promise<string> {
  const plan = { ...given, minutes: asMarkdown(given.minutes) };
  return inTransaction(context, async (inside) => {
    const { viewer, now } = asMember(inside);
    const document = await lockDocument(inside, documentId);
    if (!maySpeakForRegion(viewer, document, plan.regionId)) throw new Refusal('notAllowed');
    refuseUnlessHeld(plan.heldOn, now);
    await refuseUnknownRegions(inside, [plan.regionId]);
    const { id: hearingId } = await findRegionHearing(inside, document);
    return (await findSame(inside, hearingId, plan)) ?? (await insert(inside, hearingId, plan));
  });
}

/** Throws Refusal('meetingInFuture') if the day, as 2026-03-14, is later than today. */
export function refuseUnlessHeld(heldOn: string, now: Date) {
  if (heldOn > toDanishTime(now).date) throw new Refusal('meetingInFuture');
}

/** Returns the id of the meeting that was entered with just these facts, or null. */
async function findSame({ database }: Context, hearingId: string, plan: MeetingPlan) {
  const { regionId, heldOn, place, attendance, minutes } = plan;
  const [same] = await database
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
  return same?.id ?? null;
}

async function insert(context: Context, hearingId: string, plan: MeetingPlan): Promise<string> {
  const { database, viewer, now } = asMember(context);
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
}
