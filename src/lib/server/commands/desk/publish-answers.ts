import * as v from 'valibot';
import { refuseUnlessAnswerable, refuseUnlessComplete } from '#lib/domain/hearing/disposition.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { type Context, inTransaction } from '../../access/context.ts';
import type { DocumentId } from '../../access/documents.ts';
import { lockForWork } from '../../access/locks.ts';
import { listBacklog } from '../../hearing/inputs/backlog.ts';
import { writePublication } from '../write-publication.ts';

export const publicationForm = v.object({});

/**
 * Publishes all answers of the round together, once the hearing has closed; doing it again changes
 * nothing. Throws Refusal('answersIncomplete') if an input lacks its answer.
 */
export async function publishAnswers(context: Context, documentId: DocumentId) {
  await inTransaction(context, async (inside) => {
    const locked = await lockForWork(inside, documentId);
    refuseUnlessAnswerable(locked, { round: locked.round, isWithdrawn: false });
    if (locked.state !== 'processing') throw new Refusal('wrongState', { state: locked.state });
    const { missing, withoutReason } = await listBacklog(inside, locked);
    refuseUnlessComplete({ missing: missing.length, withoutReason: withoutReason.length });
    await writePublication(inside, locked);
  });
}
