import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import * as lifecycle from '#lib/domain/hearing/lifecycle.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { type Context, inTransaction } from '../../access/context.ts';
import { type DocumentId, findHearing } from '../../access/documents.ts';
import { lockForWork } from '../../access/locks.ts';
import { hearing } from '../../database/tables/index.ts';
import { required } from '../../formats/fields.ts';
import { takeStep } from '../take-step.ts';

const maxReasonLength = 1000;

export const hearingClosureForm = v.object({ reason: required(maxReasonLength) });

/** Closes the hearing before its time. Throws as lifecycle.step does if none is open. */
export async function closeHearing(context: Context, documentId: DocumentId, reason: string) {
  return inTransaction(context, async (inside) => {
    const locked = await lockForWork(inside, documentId);
    const closing = lifecycle.step(locked.state, 'processing', reason);
    const open = await findHearing(inside, locked);
    if (!open) throw new Refusal('notFound');
    await inside.database
      .update(hearing)
      .set({ closedAt: inside.now })
      .where(eq(hearing.id, open.id));
    await takeStep(inside, locked, closing);
  });
}
