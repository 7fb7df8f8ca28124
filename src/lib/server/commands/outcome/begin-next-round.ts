import * as v from 'valibot';
import * as lifecycle from '#lib/domain/hearing/lifecycle.ts';
import { type Context, inTransaction } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { lockForWork } from '../../access/locks.ts';
import { takeStep } from '../take-step.ts';

export const nextRoundForm = v.object({});

/** Begins the next round of a returned document. Throws as lifecycle.beginNextRound does. */
export async function beginNextRound(context: Context, documentId: DocumentId) {
  return inTransaction(context, async (inside) => {
    const locked = await lockForWork(inside, documentId);
    const beginning = lifecycle.beginNextRound(locked.state);
    await takeStep(inside, { id: locked.id, round: locked.round + 1 }, beginning);
  });
}
