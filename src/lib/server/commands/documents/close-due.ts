import { eq } from 'drizzle-orm';
import * as lifecycle from '#lib/domain/hearing/lifecycle.ts';
import { type Context, inTransaction } from '../../access/context.ts';
import { lockDueCalls, lockDueHearings } from '../../access/locks.ts';
import { callForInput, hearing } from '../../database/tables/index.ts';
import { takeStep } from '../take-step.ts';

/** Closes every hearing that is due, at its closing time and without an actor; returns how many. */
export async function closeDueHearings(context: Context): Promise<number> {
  return inTransaction({ ...context, viewer: null }, async (inside) => {
    const due = await lockDueHearings(inside);
    for (const { id, closesAt, locked } of due) {
      await inside.database.update(hearing).set({ closedAt: closesAt }).where(eq(hearing.id, id));
      const step = lifecycle.step('hearing', 'processing');
      await takeStep({ ...inside, now: closesAt }, locked, step);
    }
    return due.length;
  });
}

/** Closes every call for input that is due, at its closing time and without an actor; returns how many. */
export async function closeDueCalls(context: Context): Promise<number> {
  return inTransaction({ ...context, viewer: null }, async (inside) => {
    const due = await lockDueCalls(inside);
    for (const { id, closesAt, locked } of due) {
      await inside.database
        .update(callForInput)
        .set({ closedAt: closesAt })
        .where(eq(callForInput.id, id));
      const step = lifecycle.step('callForInput', 'drafting');
      await takeStep({ ...inside, now: closesAt }, locked, step);
    }
    return due.length;
  });
}
