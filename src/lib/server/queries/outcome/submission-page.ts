import { desc, eq } from 'drizzle-orm';
import { mayWorkOn } from '#lib/domain/hearing/permissions.ts';
import type { Context } from '../../access/context.ts';
import { readDocument } from '../../access/documents.ts';
import { decision, member, submission, version } from '../../database/tables/index.ts';
import { listBacklog } from '../../hearing/inputs/backlog.ts';

/** Returns the submissions of a document, newest round first, each with its decision if there is one. */
export async function listSubmissions({ database }: Context, documentId: string) {
  return database
    .select({
      id: submission.id,
      round: submission.round,
      message: submission.message,
      submittedAt: submission.submittedAt,
      reportId: submission.reportId,
      versionId: submission.versionId,
      versionNumber: version.number,
      decisionId: decision.id,
      outcome: decision.outcome,
      reason: decision.reason,
      reasonHtml: decision.reasonHtml,
      decidedAt: decision.decidedAt,
      decidedBy: member.name
    })
    .from(submission)
    .innerJoin(version, eq(version.id, submission.versionId))
    .leftJoin(decision, eq(decision.submissionId, submission.id))
    .leftJoin(member, eq(member.id, decision.decidedBy))
    .where(eq(submission.documentId, documentId))
    .orderBy(desc(submission.round));
}

/** Returns the page on which a document is submitted. Throws as readDocument does. */
export async function readSubmissionPage(context: Context, slug: string) {
  const document = await readDocument(context, slug);
  const worksOn = mayWorkOn(context.viewer, document);
  const submissions = await listSubmissions(context, document.id);
  return {
    document,
    worksOn,
    submission: submissions.find(({ round }) => round === document.round) ?? submissions[0] ?? null,
    heardVersion: document.hearing?.versionNumber ?? null,
    latestVersion: document.latestVersion?.number ?? null,
    maySubmit: worksOn && document.state === 'processing',
    backlog: worksOn ? await listBacklog(context, document) : { missing: [], withoutReason: [] }
  };
}
