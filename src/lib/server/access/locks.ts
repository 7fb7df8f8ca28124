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
 * The document, held for this transaction: nobody else changes it, or adds input to it, before
 * the transaction ends. Refuses with notFound where the viewer may not read it.
 */
export async function lockDocument(
  { database, viewer }: Context,
  documentId: DocumentId
): Promise<LockedDocument> {
  const [held] = await database
    .select({ ...getTableColumns(document), isPublished: isPublishedHere })
    .from(document)
    .where(eq(document.id, documentId))
    .for('update');
  if (!held || !mayRead(viewer, held)) throw new Refusal('notFound');
  return held;
}

/** The document, held, for one of its working group; refuses others with notAllowed. */
export async function lockForWork(context: Context, documentId: string): Promise<LockedDocument> {
  const { viewer } = asMember(context);
  const held = await lockDocument(context, documentId);
  if (!mayWorkOn(viewer, held)) throw new Refusal('notAllowed');
  return held;
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
  const { id } = await hearingToSpeakIn(context, held);
  if (id !== found.hearing.id) throw new Refusal('hearingNotOpen');
  return { ...found, held };
}

/** The round's hearing: open to rapporteurs, and to the working group until it has submitted. */
export async function hearingToSpeakIn(context: Context, held: LockedDocument) {
  const { viewer, now } = context;
  const found = await findHearing(context, held);
  if (!found || !takesRegions(held.state, found, isInWorkingGroup(viewer, held), now))
    throw new Refusal('hearingNotOpen');
  return found;
}
