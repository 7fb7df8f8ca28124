import { and, eq } from 'drizzle-orm';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import * as lifecycle from '#lib/domain/hearing/lifecycle.ts';
import { mayDecide } from '#lib/domain/hearing/permissions.ts';
import type { Outcome } from '#lib/domain/hearing/words.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import { inPortions } from '../../database/portions.ts';
import { decision, reservation, submission, versionBlock } from '../../database/tables/index.ts';
import { lockForWork, lockDocument } from '../../access/locks.ts';
import { takeStep } from '../take-step.ts';
import { fixAdoption } from './confirm-reservations.ts';

export type DecisionPlan = {
  outcome: Outcome;
  /** Markdown; with a return, the wishes for further work. */
  reason: string;
  /** With an adoption with reservations: the block, or null for the whole, and what is wished of it. */
  reservations: { blockId: string | null; wish: string }[];
};

/**
 * Politisk Forum decides the document's submission, once; gives the decision's id. What is adopted as
 * written is adopted in the submitted version.
 */
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
    if (outcome === 'adoptedAsWritten')
      await fixAdoption(inside, { documentId, decisionId, versionId: submitted.versionId });
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

/** Takes a returned document into its next round of drafting; the earlier round stays readable. */
export async function beginNextRound(context: Context, documentId: string) {
  return inTransaction(context, async (inside) => {
    const held = await lockForWork(inside, documentId);
    const beginning = lifecycle.nextRound(held.state);
    await takeStep(inside, { id: held.id, round: held.round + 1 }, beginning);
  });
}
