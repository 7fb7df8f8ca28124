import { and, asc, eq, getTableColumns, isNull, lte } from 'drizzle-orm';
import { refuseUnlessInputPeriodOpen } from '#lib/domain/hearing/input-period.ts';
import {
  type DocumentAccess,
  mayDebate,
  mayDecide,
  mayRead,
  maySpeakForRegion,
  mayWorkOn
} from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { callForInput, document, hearing, meeting, rewrite } from '../database/tables/index.ts';
import { isCallOfRound, isDocumentPublished, isHearingOfRound } from '../database/conditions.ts';
import { findComment } from './comments.ts';
import { asMember, type Context } from './context.ts';
import { type DocumentId, documentOfRewrite } from './documents.ts';
import { type Debate, findInputPeriod, findRegionHearing } from './rounds.ts';

export type LockedDocument = DocumentAccess & typeof document.$inferSelect;

/**
 * Locks the document's row until the transaction ends, so that nobody else changes the document or
 * adds input to it. Throws Refusal('notFound') if the viewer may not read it.
 */
export async function lockDocument(
  { database, viewer }: Context,
  documentId: DocumentId
): Promise<LockedDocument> {
  const [locked] = await database
    .select({ ...getTableColumns(document), isPublished: isDocumentPublished })
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

/** Locks the document for Politisk Forum. Throws Refusal('notAllowed') if the viewer is not in it. */
export async function lockForForum(
  context: Context,
  documentId: DocumentId
): Promise<LockedDocument> {
  const { viewer } = asMember(context);
  const locked = await lockDocument(context, documentId);
  if (!mayDecide(viewer, locked)) throw new Refusal('notAllowed');
  return locked;
}

/**
 * Locks the document for the current member, in a single query, since many write at once and wait
 * for each other. The hearing and the call are read without a lock: closing them changes the
 * document's row, so the values are current. Throws Refusal('notLoggedIn') without a member, and
 * Refusal('notFound') if the member may not debate the document.
 */
export async function lockForDebate(context: Context, documentId: DocumentId): Promise<Debate> {
  const { database, viewer } = asMember(context);
  const [found] = await database
    .select({
      locked: {
        id: document.id,
        audience: document.audience,
        state: document.state,
        round: document.round,
        isPublished: isDocumentPublished
      },
      hearing: {
        id: hearing.id,
        versionId: hearing.versionId,
        opensAt: hearing.opensAt,
        closesAt: hearing.closesAt,
        closedAt: hearing.closedAt
      },
      call: {
        id: callForInput.id,
        opensAt: callForInput.opensAt,
        closesAt: callForInput.closesAt,
        closedAt: callForInput.closedAt
      }
    })
    .from(document)
    .leftJoin(hearing, isHearingOfRound)
    .leftJoin(callForInput, isCallOfRound)
    .where(eq(document.id, documentId))
    .for('update', { of: document });
  if (!found || !mayDebate(viewer, found.locked)) throw new Refusal('notFound');
  const { locked, ...open } = found;
  return { ...locked, ...open };
}

/**
 * Locks the document of a comment of the current member, and returns both. Throws
 * Refusal('notAllowed') if another wrote the comment, and Refusal('notFound') if it is withdrawn.
 */
export async function lockOwnComment(context: Context, commentId: string) {
  const { viewer } = asMember(context);
  const { documentId } = await findComment(context, commentId);
  const locked = await lockForDebate(context, documentId);
  const comment = await findComment(context, commentId);
  if (comment.authorId !== viewer.id) throw new Refusal('notAllowed');
  return { comment, document: locked };
}

/**
 * Locks the document of a comment of the current member, and returns the comment. Throws
 * Refusal('hearingNotOpen') if the hearing or call that it was written in is closed, and as
 * lockOwnComment does.
 */
export async function lockEditableComment(context: Context, commentId: string) {
  const { comment, document: locked } = await lockOwnComment(context, commentId);
  refuseUnlessInputPeriodOpen(locked, await findInputPeriod(context, comment), context.now);
  return comment;
}

/**
 * Locks the document of the meeting, and returns both with the hearing. Throws
 * Refusal('notFound') if there is none, Refusal('notAllowed') if the viewer may not speak for the
 * meeting's region, and Refusal('hearingNotOpen') if it takes no more input.
 */
export async function lockMeeting(context: Context, meetingId: string) {
  const { database, viewer } = asMember(context);
  const [found] = await database
    .select({ meeting, hearing })
    .from(meeting)
    .innerJoin(hearing, eq(hearing.id, meeting.hearingId))
    .where(eq(meeting.id, meetingId));
  if (!found) throw new Refusal('notFound');
  const locked = await lockDocument(context, found.hearing.documentId);
  if (!maySpeakForRegion(viewer, locked, found.meeting.regionId)) throw new Refusal('notAllowed');
  const { id } = await findRegionHearing(context, locked);
  if (id !== found.hearing.id) throw new Refusal('hearingNotOpen');
  return { ...found, document: locked };
}

/** A rewrite whose document is locked, with that document and the hearing. */
export type LockedRewrite = Awaited<ReturnType<typeof lockRewrite>>;

/**
 * Locks the document of the rewrite, for a viewer who may speak for its region now, and returns
 * both with the hearing. Throws Refusal('notFound') if there is none, or if it is not posted and
 * the viewer may not see it, Refusal('notAllowed') and Refusal('hearingNotOpen').
 */
export async function lockRewrite(context: Context, rewriteId: string) {
  const { database, viewer } = asMember(context);
  const locked = await lockDocument(context, documentOfRewrite(rewriteId));
  const [found] = await database
    .select({ rewrite, regionId: meeting.regionId })
    .from(rewrite)
    .innerJoin(meeting, eq(meeting.id, rewrite.meetingId))
    .where(eq(rewrite.id, rewriteId));
  if (!found) throw new Refusal('notFound');
  if (!maySpeakForRegion(viewer, locked, found.regionId))
    throw new Refusal(found.rewrite.postedAt ? 'notAllowed' : 'notFound');
  const open = await findRegionHearing(context, locked);
  if (open.id !== found.rewrite.hearingId) throw new Refusal('hearingNotOpen');
  return { rewrite: found.rewrite, document: locked, hearing: open };
}

/**
 * Locks a rewrite that is not posted yet and has this revision. Throws Refusal('rewriteWithdrawn')
 * and Refusal('stale') beside the refusals of lockRewrite.
 */
export async function lockUnposted(context: Context, rewriteId: string, revision: number) {
  const locked = await lockRewrite(context, rewriteId);
  const { withdrawnAt, postedAt, ...row } = locked.rewrite;
  if (withdrawnAt) throw new Refusal('rewriteWithdrawn');
  if (postedAt || row.revision !== revision) throw new Refusal('stale');
  return locked;
}

/** Locks the documents whose hearing is due to close, ordered by id, and returns both. */
export const lockDueHearings = ({ database, now }: Context) =>
  database
    .select({ id: hearing.id, closesAt: hearing.closesAt, locked: document })
    .from(hearing)
    .innerJoin(document, isHearingOfRound)
    .where(and(eq(document.state, 'hearing'), isNull(hearing.closedAt), lte(hearing.closesAt, now)))
    .orderBy(asc(document.id))
    .for('update', { of: document });

/** Locks the documents whose call for input is due to close, ordered by id, and returns both. */
export const lockDueCalls = ({ database, now }: Context) =>
  database
    .select({ id: callForInput.id, closesAt: callForInput.closesAt, locked: document })
    .from(callForInput)
    .innerJoin(document, isCallOfRound)
    .where(
      and(
        eq(document.state, 'callForInput'),
        isNull(callForInput.closedAt),
        lte(callForInput.closesAt, now)
      )
    )
    .orderBy(asc(document.id))
    .for('update', { of: document });
