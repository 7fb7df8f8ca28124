import * as lifecycle from '#lib/domain/hearing/lifecycle.ts';
import { composeReport } from '#lib/domain/report/compose.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { writePublication } from '../write-publication.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import { submission } from '../../database/tables/index.ts';
import { lockForWork } from '../../access/locks.ts';
import { takeStep } from '../take-step.ts';
import { readDocument } from '../../access/documents.ts';
import { listBacklog } from '../../hearing/inputs/backlog.ts';
import { freezeReport } from './reports.ts';
import { readFacts } from '../../hearing/report-facts.ts';
import { findReport } from '../../hearing/report.ts';

/**
 * Sends the newest version and the round's report to Politisk Forum: the report is frozen and the
 * answers published in the same moment. `versionNumber` is the version that the form showed;
 * refuses with stale where another has been published since. Refuses with inputsUnanswered, and
 * how many, while an input lacks its disposition, or a reason where it was not accepted.
 */
export async function submitDocument(
  context: Context,
  documentId: string,
  { message, versionNumber }: { message: string; versionNumber: number }
): Promise<{ submissionId: string }> {
  return inTransaction(context, async (inside) => {
    const { database, viewer, now } = asMember(inside);
    const held = await lockForWork(inside, documentId);
    if (held.state === 'submitted') throw new Refusal('alreadySubmitted');
    const { missing, withoutReason } = await listBacklog(inside, held);
    const sending = lifecycle.submit(held.state, {
      missing: missing.length,
      withoutReason: withoutReason.length
    });
    const document = await readDocument(inside, held.slug);
    const newest = document.latestVersion!;
    if (newest.number !== versionNumber) throw new Refusal('stale');
    const written = await findReport(inside, held);
    const facts = await readFacts(inside, document, written?.forewordHtml ?? '');
    const reportId = await freezeReport(inside, held, composeReport(facts));
    await writePublication(inside, held);
    const [sent] = await database
      .insert(submission)
      .values({
        documentId,
        round: held.round,
        versionId: newest.id,
        reportId,
        message,
        submittedBy: viewer.id,
        submittedAt: now
      })
      .returning({ id: submission.id });
    await takeStep(inside, held, { ...sending, reason: message });
    return { submissionId: sent!.id };
  });
}
