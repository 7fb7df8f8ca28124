import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import { refuseUnlessShown } from '#lib/domain/document/visible.ts';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import * as lifecycle from '#lib/domain/hearing/lifecycle.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import { callForInput, document } from '../../database/tables/index.ts';
import { lockForWork } from '../../access/locks.ts';
import { takeStep } from '../take-step.ts';

export type CallPlan = lifecycle.Period & { markdown: string };

/** Asks for ideas before there is a draft. Refuses what lifecycle.openCall does, and a second call in a round. */
export async function openCall(context: Context, documentId: string, plan: CallPlan) {
  refuseUnlessShown(plan.markdown);
  await inTransaction(context, async (inside) => {
    const { database, viewer, now } = asMember(inside);
    const held = await lockForWork(inside, documentId);
    const { step, period } = lifecycle.openCall(held.state, plan, now);
    const [opened] = await database
      .insert(callForInput)
      .values({
        ...plan,
        ...period,
        documentId,
        round: held.round,
        html: renderMarkdown(plan.markdown),
        openedBy: viewer.id
      })
      .onConflictDoNothing()
      .returning({ id: callForInput.id });
    if (!opened) throw new Refusal('wrongState', { state: held.state });
    await takeStep(inside, held, step);
  });
}

/** Closes the call by hand, before its time. */
export async function closeCall(context: Context, documentId: string, reason: string) {
  await inTransaction(context, async (inside) => {
    const held = await lockForWork(inside, documentId);
    if (held.state !== 'callForInput') throw new Refusal('callNotOpen');
    await inside.database
      .update(callForInput)
      .set({ closedAt: inside.now })
      .where(and(eq(callForInput.documentId, documentId), eq(callForInput.round, held.round)));
    await takeStep(inside, held, lifecycle.step(held.state, 'drafting', reason));
  });
}

/** Closes every call whose time is up, as of that time and in nobody's name; gives how many. */
export async function closeDueCalls(context: Context): Promise<number> {
  return inTransaction({ ...context, viewer: null }, async (inside) => {
    const { database, now } = inside;
    const due = await database
      .select({ call: callForInput, document })
      .from(callForInput)
      .innerJoin(
        document,
        and(eq(document.id, callForInput.documentId), eq(document.round, callForInput.round))
      )
      .where(
        and(
          eq(document.state, 'callForInput'),
          isNull(callForInput.closedAt),
          lte(callForInput.closesAt, now)
        )
      )
      .orderBy(asc(document.id))
      .for('update', { of: document });
    for (const { call, document: held } of due) {
      const at = { ...inside, now: call.closesAt };
      await database
        .update(callForInput)
        .set({ closedAt: at.now })
        .where(eq(callForInput.id, call.id));
      await takeStep(at, held, lifecycle.step('callForInput', 'drafting'));
    }
    return due.length;
  });
}
