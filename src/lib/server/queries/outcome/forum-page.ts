import { and, asc, desc, eq } from 'drizzle-orm';
import { isInPolitiskForum } from '#lib/domain/hearing/permissions.ts';
import { awaitsForum } from '#lib/domain/hearing/adoption.ts';
import type { Context } from '../../access/context.ts';
import { isReadable } from '../../access/documents.ts';
import { adoption, decision, document, submission, version } from '../../database/tables/index.ts';
import { findAdoptionReview } from '../../hearing/adoption-review.ts';

/** The adopted documents that are listed; the front page has the rest. */
const maxAdopted = 20;

/** Returns the page of what waits for Politisk Forum, and of what was adopted last. */
export const readForumPage = async (context: Context) => ({
  waiting: await listAwaitingDecision(context),
  unconfirmed: await listAwaitingConfirmation(context),
  adopted: await listAdopted(context),
  mayDecide: isInPolitiskForum(context.viewer)
});

/** Returns the submissions that wait for Politisk Forum's decision, oldest first. */
async function listAwaitingDecision(context: Context) {
  return context.database
    .select({
      slug: document.slug,
      title: document.title,
      policyArea: document.policyArea,
      round: submission.round,
      submittedAt: submission.submittedAt,
      message: submission.message,
      versionNumber: version.number
    })
    .from(submission)
    .innerJoin(
      document,
      and(eq(document.id, submission.documentId), eq(document.round, submission.round))
    )
    .innerJoin(version, eq(version.id, submission.versionId))
    .where(and(eq(document.state, 'submitted'), isReadable(context)))
    .orderBy(asc(submission.submittedAt));
}

/** Returns the documents that wait for Politisk Forum's confirmation, by when they were adopted with reservations. */
export async function listAwaitingConfirmation(context: Context) {
  const rows = await context.database
    .select({
      id: document.id,
      slug: document.slug,
      title: document.title,
      policyArea: document.policyArea,
      round: document.round,
      decidedAt: decision.decidedAt
    })
    .from(decision)
    .innerJoin(submission, eq(submission.id, decision.submissionId))
    .innerJoin(
      document,
      and(eq(document.id, submission.documentId), eq(document.round, submission.round))
    )
    .where(and(eq(document.state, 'adoptedWithReservations'), isReadable(context)))
    .orderBy(asc(decision.decidedAt));
  const waiting = [];
  for (const row of rows) {
    const { judgement, last } = (await findAdoptionReview(context, row))!;
    if (!awaitsForum(judgement)) continue;
    const isWaiting = ({ state }: { state: string }) => state === 'waiting';
    waiting.push({
      ...row,
      versionNumber: last.number,
      reservations: judgement.reservations.filter(isWaiting).length,
      changes: judgement.changes.filter(isWaiting).length
    });
  }
  return waiting;
}

/** Returns the documents that were adopted last, each with the version that it is adopted in. */
export async function listAdopted(context: Context, limit = maxAdopted) {
  return context.database
    .select({
      slug: document.slug,
      title: document.title,
      policyArea: document.policyArea,
      versionNumber: version.number,
      adoptedAt: adoption.adoptedAt
    })
    .from(adoption)
    .innerJoin(document, eq(document.id, adoption.documentId))
    .innerJoin(version, eq(version.id, adoption.versionId))
    .where(isReadable(context))
    .orderBy(desc(adoption.adoptedAt))
    .limit(limit);
}
