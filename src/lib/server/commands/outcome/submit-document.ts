import { isNull, sql } from 'drizzle-orm';
import * as v from 'valibot';
import * as lifecycle from '#lib/domain/hearing/lifecycle.ts';
import { composeReport } from '#lib/domain/report/compose.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Report } from '#lib/domain/report/report.ts';
import { asMember, type Context, inTransaction } from '../../access/context.ts';
import { type DocumentId, readDocument } from '../../access/documents.ts';
import { type LockedDocument, lockForWork } from '../../access/locks.ts';
import { report, submission } from '../../database/tables/index.ts';
import { text, wholeNumber } from '../../formats/fields.ts';
import { listBacklog } from '../../hearing/inputs/backlog.ts';
import { findReport, readReportFacts } from '../../hearing/report-facts.ts';
import { takeStep } from '../take-step.ts';
import { writePublication } from '../write-publication.ts';

const maxMessageLength = 4000;

/** The revision is the number of the version that the form showed. */
export const submissionForm = v.object({
  message: text(maxMessageLength),
  revision: wholeNumber(1)
});

/**
 * Submits the newest version and the round's report to Politisk Forum, freezes the report and
 * publishes the answers, all in one transaction. Throws Refusal('stale') if a version was published
 * after `versionNumber`, Refusal('alreadySubmitted'), and as lifecycle.submit does while an input
 * lacks its disposition, or its reason.
 */
export async function submitDocument(
  context: Context,
  documentId: DocumentId,
  { message, versionNumber }: { message: string; versionNumber: number }
): Promise<{ submissionId: string }> {
  return inTransaction(context, async (inside) => {
    const locked = await lockForWork(inside, documentId);
    if (locked.state === 'submitted') throw new Refusal('alreadySubmitted');
    const { missing, withoutReason } = await listBacklog(inside, locked);
    const sending = lifecycle.submit(locked.state, {
      missing: missing.length,
      withoutReason: withoutReason.length
    });
    const document = await readDocument(inside, locked.slug);
    const newest = document.latestVersion!;
    if (newest.number !== versionNumber) throw new Refusal('stale');
    const saved = await findReport(inside, locked);
    const facts = await readReportFacts(inside, document, saved?.forewordHtml ?? '');
    const reportId = await freezeReport(inside, locked, composeReport(facts));
    await writePublication(inside, locked);
    const sent = { versionId: newest.id, reportId, message };
    const submissionId = await insertSubmission(inside, locked, sent);
    await takeStep(inside, locked, { ...sending, reason: message });
    return { submissionId };
  });
}

/** Saves the composed report as the frozen one and returns its id. Throws Refusal('frozen') if there is one. */
async function freezeReport(
  context: Context,
  { id: documentId, round }: LockedDocument,
  content: Report
): Promise<string> {
  const { database, viewer, now } = asMember(context);
  const frozen = { content, frozenAt: now };
  const [saved] = await database
    .insert(report)
    .values({ documentId, round, updatedBy: viewer.id, updatedAt: now, ...frozen })
    .onConflictDoUpdate({
      target: [report.documentId, report.round],
      set: { ...frozen, revision: sql`${report.revision} + 1` },
      setWhere: isNull(report.frozenAt)
    })
    .returning({ id: report.id });
  if (!saved) throw new Refusal('frozen');
  return saved.id;
}

async function insertSubmission(
  context: Context,
  { id: documentId, round }: LockedDocument,
  values: { versionId: string; reportId: string; message: string }
): Promise<string> {
  const { database, viewer, now } = asMember(context);
  const [sent] = await database
    .insert(submission)
    .values({ ...values, documentId, round, submittedBy: viewer.id, submittedAt: now })
    .returning({ id: submission.id });
  return sent!.id;
}
