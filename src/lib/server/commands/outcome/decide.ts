import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import * as lifecycle from '#lib/domain/hearing/lifecycle.ts';
import { outcomes, type Outcome } from '#lib/domain/hearing/enums.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, type Context, inTransaction } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { type LockedDocument, lockForForum } from '../../access/locks.ts';
import { inBatches } from '../../database/batches.ts';
import { decision, reservation, submission, versionBlock } from '../../database/tables/index.ts';
import { text, uuid } from '../../formats/fields.ts';
import { takeStep } from '../take-step.ts';
import { insertAdoption } from './adoption-steps.ts';

const maxReasonLength = 20_000;
const maxReservationLength = 4_000;

/** A reservation is the block and the wish at the same place of two lists. */
export const decisionForm = v.object({
  outcome: v.picklist(outcomes),
  reason: text(maxReasonLength),
  block: v.array(v.union([v.literal(''), uuid])),
  wish: v.array(text(maxReservationLength))
});

/** The form as it is sent to get one more row, before all fields have a value. */
export const unfinishedDecisionForm = v.object({
  outcome: v.optional(v.string(), ''),
  reason: text(maxReasonLength),
  block: v.array(v.string()),
  wish: v.array(text(maxReservationLength))
});

export type DecisionPlan = {
  outcome: Outcome;
  /** Markdown; if the document is returned, it says what must be worked on. */
  reason: string;
  /** The reservations of an adoption: the block, or null for the whole, and what must be rewritten. */
  reservations: { blockId: string | null; wish: string }[];
};

/** Returns the plan of the form, without the rows that were left empty. */
export const planDecision = ({
  outcome,
  reason,
  block,
  wish
}: v.InferOutput<typeof decisionForm>): DecisionPlan => ({
  outcome,
  reason,
  reservations: wish
    .map((each, index) => ({ blockId: block[index] || null, wish: each }))
    .filter((each) => each.wish || each.blockId)
});

/**
 * Decides the document's submission for Politisk Forum, once, and returns the decision's id. What is
 * adopted as written is adopted in the submitted version. Throws Refusal('notAllowed'),
 * Refusal('notFound') if a reservation's block is not in that version, and as lifecycle.decide does.
 */
export async function decide(
  context: Context,
  documentId: DocumentId,
  plan: DecisionPlan
): Promise<string> {
  return inTransaction(context, async (inside) => {
    const locked = await lockForForum(inside, documentId);
    const deciding = lifecycle.decideSubmission(locked.state, plan);
    const { id, versionId } = await findSubmission(inside, locked);
    const decisionId = await insertDecision(inside, id, plan);
    if (plan.outcome === 'adoptedWithReservations')
      await insertReservations(inside, { decisionId, versionId }, plan.reservations);
    if (plan.outcome === 'adoptedAsWritten')
      await insertAdoption(inside, { documentId: locked.id, decisionId, versionId });
    await takeStep(inside, locked, deciding);
    return decisionId;
  });
}

async function findSubmission({ database }: Context, { id, round }: LockedDocument) {
  const [found] = await database
    .select({ id: submission.id, versionId: submission.versionId })
    .from(submission)
    .where(and(eq(submission.documentId, id), eq(submission.round, round)));
  if (!found) throw new Refusal('notFound');
  return found;
}

async function insertDecision(
  context: Context,
  submissionId: string,
  { outcome, reason }: DecisionPlan
): Promise<string> {
  const { database, viewer, now } = asMember(context);
  const [decided] = await database
    .insert(decision)
    .values({
      ...{ outcome, reason, submissionId },
      reasonHtml: renderMarkdown(reason),
      decidedBy: viewer.id,
      decidedAt: now
    })
    .returning({ id: decision.id });
  return decided!.id;
}

async function insertReservations(
  { database }: Context,
  { decisionId, versionId }: { decisionId: string; versionId: string },
  reservations: DecisionPlan['reservations']
) {
  const blocks = await database
    .select({ blockId: versionBlock.blockId })
    .from(versionBlock)
    .where(eq(versionBlock.versionId, versionId));
  const known = new Set(blocks.map(({ blockId }) => blockId));
  if (reservations.some(({ blockId }) => blockId !== null && !known.has(blockId)))
    throw new Refusal('notFound');
  const rows = reservations.map((each, position) => ({ ...each, position, decisionId }));
  await inBatches(rows, (portion) => database.insert(reservation).values(portion));
}
