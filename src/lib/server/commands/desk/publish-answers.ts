import { refuseUnlessAnswerable, refuseUnlessComplete } from '#lib/domain/hearing/disposition.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { type Context, inTransaction } from '../../access/context.ts';
import { lockForWork } from '../../access/locks.ts';
import { listBacklog } from '../../hearing/inputs/backlog.ts';
import { writePublication } from '../write-publication.ts';

/**
 * Publishes all answers of the round together, once the hearing has closed. Refuses with
 * answersIncomplete while some are missing; said twice it is done once.
 */
export async function publishAnswers(context: Context, documentId: string) {
  await inTransaction(context, async (inside) => {
    const held = await lockForWork(inside, documentId);
    refuseUnlessAnswerable(held, { round: held.round, isWithdrawn: false });
    if (held.state !== 'processing') throw new Refusal('wrongState', { state: held.state });
    const { missing, withoutReason } = await listBacklog(inside, held);
    refuseUnlessComplete({ missing: missing.length, withoutReason: withoutReason.length });
    await writePublication(inside, held);
  });
}
