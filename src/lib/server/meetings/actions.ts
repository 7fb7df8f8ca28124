import { eq } from 'drizzle-orm';
import { renderMarkdown } from '#lib/domain/document/html.ts';
import { refuseUnlessComment } from '#lib/domain/hearing/comment.ts';
import { isOpen, refuseUnlessOpen } from '#lib/domain/hearing/lifecycle.ts';
import {
  isInWorkingGroup,
  maySpeakForRegion,
  speaksOnBehalf
} from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { inCopenhagen } from '#lib/domain/time.ts';
import { asMember, inTransaction, type Context } from '../context.ts';
import { hearing, meeting, remark } from '../database/tables/index.ts';
import { findHearing, lockDocument, type LockedDocument } from '../documents/locking.ts';
import { enterInputs } from '../inputs/numbering.ts';

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
 * Enters a region's meeting and gives its id. Its rapporteurs do so while the hearing is open; the
 * working group does on the region's behalf, marked so, and also afterwards.
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
    if (plan.heldOn > inCopenhagen(now).date) throw new Refusal('meetingInFuture');
    const { id: hearingId } = await hearingToSpeakIn(inside, held);
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

/** Adds one thing that the meeting said, on a block or on the whole; it is an input. */
export async function addRemark(
  context: Context,
  meetingId: string,
  { markdown, blockId }: { markdown: string; blockId: string | null }
): Promise<string> {
  refuseUnlessComment(markdown);
  return inTransaction(context, async (inside) => {
    const { database, now } = inside;
    const { held, hearing: heard } = await lockMeeting(inside, meetingId);
    const [added] = await database
      .insert(remark)
      .values({
        meetingId,
        versionId: heard.versionId,
        blockId,
        markdown,
        html: renderMarkdown(markdown),
        enteredAt: now
      })
      .returning({ id: remark.id });
    const late = !isOpen(heard, now);
    await enterInputs(inside, held, [{ kind: 'remark', remarkId: added!.id }], { late });
    return added!.id;
  });
}

/** The meeting with its hearing and document, held, for one who may speak for its region now. */
export async function lockMeeting(context: Context, meetingId: string) {
  const { database, viewer } = asMember(context);
  const [found] = await database
    .select({ meeting, hearing })
    .from(meeting)
    .innerJoin(hearing, eq(hearing.id, meeting.hearingId))
    .where(eq(meeting.id, meetingId));
  if (!found) throw new Refusal('notFound');
  const held = await lockDocument(context, found.hearing.documentId);
  if (!maySpeakForRegion(viewer, held, found.meeting.regionId)) throw new Refusal('notAllowed');
  await hearingToSpeakIn(context, held);
  return { ...found, held };
}

/** The round's hearing: open to rapporteurs, and to the working group until it has submitted. */
async function hearingToSpeakIn(context: Context, held: LockedDocument) {
  const { viewer, now } = context;
  const found = await findHearing(context, held);
  if (isInWorkingGroup(viewer, held) && found && held.state === 'processing') return found;
  refuseUnlessOpen(held.state === 'hearing' ? found : null, now);
  return found!;
}
