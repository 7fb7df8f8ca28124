import { and, eq } from 'drizzle-orm';
import { isOpen, refuseUnlessOpen, type Period } from '#lib/domain/hearing/lifecycle.ts';
import { mayDebate, type Governed } from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { OwnRound } from '#lib/domain/hearing/own-round.ts';
import { asMember, type Context } from './context.ts';
import { callForInput, document, hearing } from '../database/tables/index.ts';
import { type DocumentId } from './documents.ts';
import { isPublishedHere } from '../database/views.ts';

/** The document of a debate, held, with what is open in its present round. */
export type Debate = Governed & {
  round: number;
  hearing: Opened<{ versionId: string }> | null;
  call: Opened | null;
};
type Opened<More = object> = More & Period & { id: string; closedAt: Date | null };

/**
 * Holds the document for one who may debate it, in a single query: many write at once, and each
 * waits for the one before. Refuses with notFound where the member may not read it. What is open is read beside the lock; who closes it moves the
 * document on, and that is seen.
 */
export async function lockForDebate(context: Context, documentId: DocumentId): Promise<Debate> {
  const { database, viewer } = asMember(context);
  const [found] = await database
    .select({
      held: {
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
  if (!found || !mayDebate(viewer, found.held)) throw new Refusal('notFound');
  const { held, ...open } = found;
  return { ...held, ...open };
}

/** Where what is said goes: the open hearing and its version, or the open call for input. */
export type DebatePlace = { hearingId: string; versionId: string } | { callId: string };

/** The place that is open at this moment; refuses with hearingNotOpen. */
export function openPlace({ state, hearing, call }: Debate, now: Date): DebatePlace {
  if (state === 'callForInput') {
    if (!call || !isOpen(call, now)) throw new Refusal('hearingNotOpen');
    return { callId: call.id };
  }
  const open = state === 'hearing' ? hearing : null;
  refuseUnlessOpen(open, now);
  return { hearingId: open!.id, versionId: open!.versionId };
}

/** The hearing or the call that a thing was said in, by its own columns; null where there is none. */
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
