import { eq, getTableColumns } from 'drizzle-orm';
import { takesRegions } from '#lib/domain/hearing/own-round.ts';
import {
  type Governed,
  isInWorkingGroup,
  mayRead,
  maySpeakForRegion,
  mayWorkOn
} from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { document, hearing, meeting } from '../database/tables/index.ts';
import { isPublishedHere } from '../database/views.ts';
import { asMember, type Context } from './context.ts';
import { type DocumentId, findHearing } from './documents.ts';

export type LockedDocument = Governed & typeof document.$inferSelect;

/**
 * Locks the document's row until the transaction ends, so that nobody else changes the document or
 * adds input to it. Throws Refusal('notFound') if the viewer may not read it.
 */
export async function lockDocument(
  { database, viewer }: Context,
  documentId: DocumentId
): Promise<LockedDocument> {
  const [locked] = await database
    .select({ ...getTableColumns(document), isPublished: isPublishedHere })
    .from(document)
    .where(eq(document.id, documentId))
    .for('update');
  if (!locked || !mayRead(viewer, locked)) throw new Refusal('notFound');
  return locked;
}

/** Locks the document for a member of its working group. Throws Refusal('notAllowed') for others. */
export async function lockForWork(
  context: Context,
  documentId: DocumentId
): Promise<LockedDocument> {
  const { viewer } = asMember(context);
  const locked = await lockDocument(context, documentId);
  if (!mayWorkOn(viewer, locked)) throw new Refusal('notAllowed');
  return locked;
}

/**
 * Locks the document of the meeting and returns both with the hearing. Throws Refusal('notAllowed')
 * if the viewer may not speak for the meeting's region, and Refusal('hearingNotOpen') too late.
 */
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
  const { id } = await hearingToSpeakIn(context, held);
  if (id !== found.hearing.id) throw new Refusal('hearingNotOpen');
  return { ...found, held };
}

/**
 * Returns the hearing of the document's round. Throws Refusal('hearingNotOpen') unless regions can
 * still be spoken for in it: by rapporteurs while it is open, by the working group until it submits.
 */
export async function hearingToSpeakIn(context: Context, held: LockedDocument) {
  const { viewer, now } = context;
  const found = await findHearing(context, held);
  if (!found || !takesRegions(held.state, found, isInWorkingGroup(viewer, held), now))
    throw new Refusal('hearingNotOpen');
  return found;
}
