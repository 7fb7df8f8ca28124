import { eq } from 'drizzle-orm';
import { isOpen, refuseUnlessOpen, type Period } from '#lib/domain/hearing/lifecycle.ts';
import { acceptsRegionInput, type InputPeriod } from '#lib/domain/hearing/input-period.ts';
import { isInWorkingGroup, type DocumentAccess } from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { callForInput, hearing } from '../database/tables/index.ts';
import type { Context } from './context.ts';
import { findHearing } from './documents.ts';

/** The document of a debate, with the hearing and the call for input of its present round. */
export type Debate = DocumentAccess & {
  round: number;
  hearing: Opened<{ versionId: string }> | null;
  call: Opened | null;
};
type Opened<More = object> = More & Period & { id: string; closedAt: Date | null };

/** Where new comments go: the open hearing and its version, or the open call for input. */
export type DebatePlace = { hearingId: string; versionId: string } | { callId: string };

/** Returns the hearing or call that is open at `now`. Throws Refusal('hearingNotOpen') if none is. */
export function findOpenPlace({ state, hearing, call }: Debate, now: Date): DebatePlace {
  if (state === 'callForInput') {
    if (!call || !isOpen(call, now)) throw new Refusal('hearingNotOpen');
    return { callId: call.id };
  }
  const open = state === 'hearing' ? hearing : null;
  refuseUnlessOpen(open, now);
  return { hearingId: open!.id, versionId: open!.versionId };
}

/** Returns the period of the hearing or call with the given id, or null if there is none. */
export async function findInputPeriod(
  { database }: Context,
  { hearingId, callId }: { hearingId: string | null; callId: string | null }
): Promise<InputPeriod | null> {
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
 * Returns the hearing of the document's round. Throws Refusal('hearingNotOpen') unless regions can
 * still be spoken for in it: by rapporteurs while it is open, by the working group until it submits.
 */
export async function findRegionHearing(
  context: Context,
  document: DocumentAccess & { round: number }
) {
  const { viewer, now } = context;
  const found = await findHearing(context, document);
  if (!found || !acceptsRegionInput(document.state, found, isInWorkingGroup(viewer, document), now))
    throw new Refusal('hearingNotOpen');
  return found;
}
