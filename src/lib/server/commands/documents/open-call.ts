import * as v from 'valibot';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import { refuseUnlessShown } from '#lib/domain/document/visible.ts';
import * as lifecycle from '#lib/domain/hearing/lifecycle.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { fromDanishTime, endOfDay } from '#lib/domain/time.ts';
import { asMember, type Context, inTransaction } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { lockForWork } from '../../access/locks.ts';
import { callForInput } from '../../database/tables/index.ts';
import { day, requiredMarkdown } from '../../formats/fields.ts';
import { takeStep } from '../take-step.ts';

const maxCallLength = 10_000;

export const callForm = v.object({ markdown: requiredMarkdown(maxCallLength), closes: day });

export type CallPlan = lifecycle.Period & { markdown: string };

/** Returns the plan of the form: a call that opens `now` and closes at the end of its last day. */
export const planCall = (
  { markdown, closes }: v.InferOutput<typeof callForm>,
  now: Date
): CallPlan => ({ markdown, opensAt: now, closesAt: fromDanishTime(closes, endOfDay) });

/**
 * Opens a call for input before there is a draft. Throws as lifecycle.openCall does, and
 * Refusal('wrongState') if the round has had a call.
 */
export async function openCall(context: Context, documentId: DocumentId, plan: CallPlan) {
  refuseUnlessShown(plan.markdown);
  await inTransaction(context, async (inside) => {
    const { database, viewer, now } = asMember(inside);
    const locked = await lockForWork(inside, documentId);
    const { step, period } = lifecycle.openCall(locked.state, plan, now);
    const [opened] = await database
      .insert(callForInput)
      .values({
        ...plan,
        ...period,
        documentId: locked.id,
        round: locked.round,
        html: renderMarkdown(plan.markdown),
        openedBy: viewer.id
      })
      .onConflictDoNothing()
      .returning({ id: callForInput.id });
    if (!opened) throw new Refusal('wrongState', { state: locked.state });
    await takeStep(inside, locked, step);
  });
}
