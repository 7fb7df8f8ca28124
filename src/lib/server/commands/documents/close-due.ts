import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import * as lifecycle from '#lib/domain/hearing/lifecycle.ts';
import { type Context, inTransaction } from '../../access/context.ts';
import { callForInput, document, hearing } from '../../database/tables/index.ts';
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

function lockDueHearings({ database, now }: Context) {
  return database
    .select({ id: hearing.id, closesAt: hearing.closesAt, locked: document })
    .from(hearing)
    .innerJoin(
      document,
      and(eq(document.id, hearing.documentId), eq(document.round, hearing.round))
    )
    .where(and(eq(document.state, 'hearing'), isNull(hearing.closedAt), lte(hearing.closesAt, now)))
    .orderBy(asc(document.id))
    .for('update', { of: document });
}

/** Closes every call for input that is due, in the same way; returns how many. */
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

function lockDueCalls({ database, now }: Context) {
  return database
    .select({ id: callForInput.id, closesAt: callForInput.closesAt, locked: document })
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
}
