import { and, asc, desc, eq, isNotNull, or, sql, type SQL } from 'drizzle-orm';
import { isInWorkingGroup, maySpeakForRegion } from '#lib/domain/hearing/permissions.ts';
import { acceptsRegionInput } from '#lib/domain/hearing/input-period.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import {
  hearing,
  input,
  meeting,
  member,
  region,
  remark,
  rewrite,
  version,
  versionBlock
} from '../../database/tables/index.ts';
import type { DocumentHead } from '../../access/documents.ts';

/**
 * Returns a meeting of the document with its minutes, its remarks and its rewrites. A rewrite that is
 * not posted is there only for those who may speak for the region. Throws Refusal('notFound').
 */
export async function readMeeting(context: Context, document: DocumentHead, meetingId: string) {
  const [found] = await selectMeetings(
    context,
    and(eq(meeting.id, meetingId), eq(hearing.documentId, document.id))
  );
  if (!found) throw new Refusal('notFound');
  const maySpeak = maySpeakForRegion(context.viewer, document, found.region.id);
  const [remarks, rewrites] = await Promise.all([
    listRemarks(context, meetingId),
    listRewrites(context, meetingId, maySpeak)
  ]);
  const mayChange =
    maySpeak && document.hearing?.id === found.hearingId && takesMeetings(context, document);
  return { ...found, remarks, rewrites, mayChange };
}

/** Returns the meetings of a hearing without their minutes, newest first. */
export async function listMeetingSummaries(context: Context, hearingId: string) {
  const found = await selectMeetings(context, eq(meeting.hearingId, hearingId));
  return found.map(({ minutes: _, minutesHtml: __, ...summary }) => summary);
}

function selectMeetings({ database }: Context, where: SQL | undefined) {
  return database
    .select(meetingColumns)
    .from(meeting)
    .innerJoin(hearing, eq(hearing.id, meeting.hearingId))
    .innerJoin(version, eq(version.id, hearing.versionId))
    .innerJoin(region, eq(region.id, meeting.regionId))
    .innerJoin(member, eq(member.id, meeting.enteredBy))
    .where(where)
    .orderBy(desc(meeting.heldOn), asc(meeting.enteredAt));
}

const meetingColumns = {
  id: meeting.id,
  hearingId: meeting.hearingId,
  versionId: hearing.versionId,
  versionNumber: version.number,
  round: hearing.round,
  region: { id: region.id, name: region.name },
  heldOn: meeting.heldOn,
  place: meeting.place,
  attendance: meeting.attendance,
  minutes: meeting.minutes,
  minutesHtml: meeting.minutesHtml,
  enteredBy: member.name,
  enteredAt: meeting.enteredAt,
  onBehalf: meeting.onBehalf,
  revision: meeting.revision,
  remarkCount: sql<number>`(select count(*)::int from remark r where r.meeting_id = ${meeting.id})`
};

function listRemarks({ database }: Context, meetingId: string) {
  return database
    .select({
      id: remark.id,
      html: remark.html,
      blockId: remark.blockId,
      blockNumber: versionBlock.number,
      blockText: versionBlock.text,
      versionNumber: version.number,
      number: input.number
    })
    .from(remark)
    .innerJoin(version, eq(version.id, remark.versionId))
    .leftJoin(input, eq(input.remarkId, remark.id))
    .leftJoin(
      versionBlock,
      and(eq(versionBlock.versionId, remark.versionId), eq(versionBlock.blockId, remark.blockId))
    )
    .where(eq(remark.meetingId, meetingId))
    .orderBy(asc(remark.enteredAt), asc(input.number));
}

/** Returns the meeting's rewrites, those that are not posted only if `withUnposted`. */
function listRewrites({ database }: Context, meetingId: string, withUnposted: boolean) {
  return database
    .select({
      id: rewrite.id,
      writtenAt: rewrite.writtenAt,
      postedAt: rewrite.postedAt,
      withdrawnAt: rewrite.withdrawnAt,
      isPartial: sql<boolean>`${rewrite.scope} is not null`,
      changes: sql<number>`(select count(*)::int from change c where c.rewrite_id = "rewrite"."id")`
    })
    .from(rewrite)
    .where(
      and(
        eq(rewrite.meetingId, meetingId),
        or(isNotNull(rewrite.postedAt), withUnposted ? sql`true` : undefined)
      )
    )
    .orderBy(asc(rewrite.writtenAt));
}

/**
 * Returns whether the viewer may add to a meeting now, if the viewer may speak for its region: while
 * the hearing is open, and the working group until it submits.
 */
export const takesMeetings = ({ viewer, now }: Context, document: DocumentHead): boolean =>
  acceptsRegionInput(document.state, document.hearing, isInWorkingGroup(viewer, document), now);
