import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import * as lifecycle from '#lib/domain/hearing/lifecycle.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { type Context, inTransaction } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { lockForWork } from '../../access/locks.ts';
import { callForInput } from '../../database/tables/index.ts';
import { required } from '../../formats/fields.ts';
import { takeStep } from '../take-step.ts';

const maxReasonLength = 1000;

export const callClosureForm = v.object({ reason: required(maxReasonLength) });

/** Closes the call for input before its time. Throws Refusal('callNotOpen') if none is open. */
export async function closeCall(context: Context, documentId: DocumentId, reason: string) {
  await inTransaction(context, async (inside) => {
    const locked = await lockForWork(inside, documentId);
    if (locked.state !== 'callForInput') throw new Refusal('callNotOpen');
    await inside.database
      .update(callForInput)
      .set({ closedAt: inside.now })
      .where(and(eq(callForInput.documentId, locked.id), eq(callForInput.round, locked.round)));
    await takeStep(inside, locked, lifecycle.step(locked.state, 'drafting', reason));
  });
}
