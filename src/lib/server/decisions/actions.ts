import { and, asc, count, eq, isNull } from 'drizzle-orm';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import * as lifecycle from '#lib/domain/hearing/lifecycle.ts';
import { mayDecide } from '#lib/domain/hearing/permissions.ts';
import type { Outcome } from '#lib/domain/hearing/words.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../context.ts';
import { inPortions } from '../database/portions.ts';
import {
  decision,
  reservation,
  submission,
  version,
  versionBlock
} from '../database/tables/index.ts';
import { lockForWork } from '../documents/actions.ts';
import { lockDocument, takeStep } from '../documents/locking.ts';

export type DecisionPlan = {
  outcome: Outcome;
  /** Markdown; with a return, the wishes for further work. */
  reason: string;
  /** With an adoption with reservations: the block, or null for the whole, and what is wished of it. */
  reservations: { blockId: string | null; wish: string }[];
};

/** Politisk Forum decides the document's submission, once; gives the decision's id. */
export async function decide(
  context: Context,
  documentId: string,
  { outcome, reason, reservations }: DecisionPlan
): Promise<string> {
  return inTransaction(context, async (inside) => {
    const { database, viewer, now } = asMember(inside);
    const held = await lockDocument(inside, documentId);
    if (!mayDecide(viewer, held)) throw new Refusal('notAllowed');
    const deciding = lifecycle.decide(held.state, { outcome, reason, reservations });
    const submitted = await findSubmission(inside, held);
    const [decided] = await database
      .insert(decision)
      .values({
        outcome,
        reason,
        reasonHtml: renderMarkdown(reason),
        submissionId: submitted.id,
        decidedBy: viewer.id,
        decidedAt: now
      })
      .returning({ id: decision.id });
    const decisionId = decided!.id;
    if (outcome === 'adoptedWithReservations') {
      await refuseUnknownBlocks(inside, submitted.versionId, reservations);
      const rows = reservations.map((each, position) => ({ ...each, position, decisionId }));
      await inPortions(rows, (portion) => database.insert(reservation).values(portion));
    }
    await takeStep(inside, held, deciding);
    return decisionId;
  });
}

async function findSubmission(
  { database }: Context,
  { id, round }: { id: string; round: number }
): Promise<typeof submission.$inferSelect> {
  const [found] = await database
    .select()
    .from(submission)
    .where(and(eq(submission.documentId, id), eq(submission.round, round)));
  if (!found) throw new Refusal('notFound');
  return found;
}

async function refuseUnknownBlocks(
  { database }: Context,
  versionId: string,
  reservations: DecisionPlan['reservations']
) {
  const blocks = await database
    .select({ blockId: versionBlock.blockId })
    .from(versionBlock)
    .where(eq(versionBlock.versionId, versionId));
  const known = new Set(blocks.map(({ blockId }) => blockId));
  if (reservations.some(({ blockId }) => blockId !== null && !known.has(blockId)))
    throw new Refusal('notFound');
}

/**
 * The working group names the version whose change meets a reservation. Refuses a version that is
 * not later than the one submitted, or one that leaves the block as it was. When every
 * reservation is met, the adoption stands.
 */
export async function meetReservation(
  context: Context,
  reservationId: string,
  { versionNumber, note }: { versionNumber: number; note: string }
) {
  return inTransaction(context, async (inside) => {
    const { database, viewer, now } = asMember(inside);
    const { reservation: reserved, submission: submitted } = await findReservation(
      inside,
      reservationId
    );
    const held = await lockForWork(inside, submitted.documentId);
    if (held.state !== 'adoptedWithReservations')
      throw new Refusal('wrongState', { state: held.state });
    const meeting = await laterVersion(inside, submitted, versionNumber);
    if (reserved.blockId && (await isUntouched(inside, reserved.blockId, submitted, meeting)))
      throw new Refusal('reservationUntouched');
    await database
      .update(reservation)
      .set({ metInVersionId: meeting.id, metBy: viewer.id, metAt: now, metNote: note })
      .where(eq(reservation.id, reservationId));
    const [left] = await database
      .select({ unmet: count() })
      .from(reservation)
      .where(and(eq(reservation.decisionId, reserved.decisionId), isNull(reservation.metAt)));
    if (left!.unmet === 0)
      await takeStep(inside, held, lifecycle.completeAdoption(held.state, left!.unmet));
  });
}

async function findReservation({ database }: Context, reservationId: string) {
  const [found] = await database
    .select({ reservation, submission })
    .from(reservation)
    .innerJoin(decision, eq(decision.id, reservation.decisionId))
    .innerJoin(submission, eq(submission.id, decision.submissionId))
    .where(and(eq(reservation.id, reservationId), isNull(reservation.metAt)));
  if (!found) throw new Refusal('notFound');
  return found;
}

type Submitted = typeof submission.$inferSelect;

async function laterVersion({ database }: Context, submitted: Submitted, number: number) {
  const versions = await database
    .select({ id: version.id, number: version.number })
    .from(version)
    .where(eq(version.documentId, submitted.documentId))
    .orderBy(asc(version.number));
  const sent = versions.find(({ id }) => id === submitted.versionId);
  const found = versions.find((each) => each.number === number);
  if (!found || !sent || found.number <= sent.number) throw new Refusal('reservationUntouched');
  return found;
}

async function isUntouched(
  { database }: Context,
  blockId: string,
  submitted: Submitted,
  later: { id: string }
): Promise<boolean> {
  const textIn = async (versionId: string) => {
    const [found] = await database
      .select({ markdown: versionBlock.markdown })
      .from(versionBlock)
      .where(and(eq(versionBlock.versionId, versionId), eq(versionBlock.blockId, blockId)));
    return found?.markdown;
  };
  return (await textIn(submitted.versionId)) === (await textIn(later.id));
}

/** Takes a returned document into its next round of drafting; the earlier round stays readable. */
export async function beginNextRound(context: Context, documentId: string) {
  return inTransaction(context, async (inside) => {
    const held = await lockForWork(inside, documentId);
    const beginning = lifecycle.step(held.state, 'drafting');
    if (held.state !== 'returned') throw new Refusal('wrongState', { state: held.state });
    await takeStep(inside, { id: held.id, round: held.round + 1 }, beginning);
  });
}
