import { and, eq } from 'drizzle-orm';
import { isOpen, refuseUnlessOpen, type Period } from '#lib/domain/hearing/lifecycle.ts';
import { refuseUnlessOwnRoundOpen, type OwnRound } from '#lib/domain/hearing/own-round.ts';
import { mayDebate, type Governed } from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { findComment } from './comments.ts';
import { asMember, type Context } from './context.ts';
import { callForInput, document, hearing } from '../database/tables/index.ts';
import { type DocumentId } from './documents.ts';
import { isPublishedHere } from '../database/views.ts';

/** The locked document of a debate, with what is open in its present round. */
export type Debate = Governed & {
  round: number;
  hearing: Opened<{ versionId: string }> | null;
  call: Opened | null;
};
type Opened<More = object> = More & Period & { id: string; closedAt: Date | null };

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
        isPublished: isPublishedHere
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
    .leftJoin(hearing, and(eq(hearing.documentId, document.id), eq(hearing.round, document.round)))
    .leftJoin(
      callForInput,
      and(eq(callForInput.documentId, document.id), eq(callForInput.round, document.round))
    )
    .where(eq(document.id, documentId))
    .for('update', { of: document });
  if (!found || !mayDebate(viewer, found.locked)) throw new Refusal('notFound');
  const { locked, ...open } = found;
  return { ...locked, ...open };
}

/** Where new comments go: the open hearing and its version, or the open call for input. */
export type DebatePlace = { hearingId: string; versionId: string } | { callId: string };

/** Returns the hearing or call that is open at `now`. Throws Refusal('hearingNotOpen') if none is. */
export function openPlace({ state, hearing, call }: Debate, now: Date): DebatePlace {
  if (state === 'callForInput') {
    if (!call || !isOpen(call, now)) throw new Refusal('hearingNotOpen');
    return { callId: call.id };
  }
  const open = state === 'hearing' ? hearing : null;
  refuseUnlessOpen(open, now);
  return { hearingId: open!.id, versionId: open!.versionId };
}

/** Returns the round of the hearing or call with the given id, or null if there is none. */
export async function findOwnRound(
  { database }: Context,
  { hearingId, callId }: { hearingId: string | null; callId: string | null }
): Promise<OwnRound | null> {
  const place = hearingId ? hearing : callForInput;
  const [found] = await database
    .select({
      round: place.round,
      opensAt: place.opensAt,
      closesAt: place.closesAt,
      closedAt: place.closedAt
    })
    .from(place)
    .where(eq(place.id, (hearingId ?? callId)!));
  return found ?? null;
}

/**
 * Locks the document of a comment of the current member, and returns both. Throws
 * Refusal('notAllowed') if another wrote the comment, and Refusal('notFound') if it is withdrawn.
 */
export async function lockOwnComment(context: Context, commentId: string) {
  const { viewer } = asMember(context);
  const { documentId } = await findComment(context, commentId);
  const document = await lockForDebate(context, documentId);
  const comment = await findComment(context, commentId);
  if (comment.authorId !== viewer.id) throw new Refusal('notAllowed');
  return { comment, document };
}

/**
 * Locks a comment of the current member and returns it. Throws Refusal('hearingNotOpen') if the
 * hearing or call that it was written in is closed, and as lockOwnComment does.
 */
export async function lockEditableComment(context: Context, commentId: string) {
  const { comment, document } = await lockOwnComment(context, commentId);
  refuseUnlessOwnRoundOpen(document, await findOwnRound(context, comment), context.now);
  return comment;
}
