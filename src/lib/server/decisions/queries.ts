import { and, asc, desc, eq } from 'drizzle-orm';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import type { Context } from '../context.ts';
import {
  block,
  callForInput,
  decision,
  document,
  hearing,
  member,
  reservation,
  submission,
  transition,
  version,
  versionBlock
} from '../database/tables/index.ts';
import { readable } from '../documents/queries.ts';

/** The submissions of a document, newest round first, each with its decision where there is one. */
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

/** The reservations of a document's decisions, with the block as it was submitted and the version that met each. */
export async function listReservations({ database }: Context, documentId: string) {
  return database
    .select({
      id: reservation.id,
      decisionId: reservation.decisionId,
      position: reservation.position,
      blockId: reservation.blockId,
      wish: reservation.wish,
      number: versionBlock.number,
      text: versionBlock.text,
      metAt: reservation.metAt,
      metNote: reservation.metNote,
      metInVersion: version.number
    })
    .from(reservation)
    .innerJoin(decision, eq(decision.id, reservation.decisionId))
    .innerJoin(submission, eq(submission.id, decision.submissionId))
    .leftJoin(block, eq(block.id, reservation.blockId))
    .leftJoin(
      versionBlock,
      and(eq(versionBlock.versionId, submission.versionId), eq(versionBlock.blockId, block.id))
    )
    .leftJoin(version, eq(version.id, reservation.metInVersionId))
    .where(eq(submission.documentId, documentId))
    .orderBy(asc(submission.round), asc(reservation.position));
}

/**
 * Every step that the document has taken, oldest first; no name where the deadline took it. One
 * that closed a hearing or a call before its time tells when that was to be.
 */
export async function listTransitions({ database }: Context, documentId: string) {
  const rows = await database
    .select({
      id: transition.id,
      from: transition.fromState,
      to: transition.toState,
      round: transition.round,
      at: transition.at,
      reason: transition.reason,
      actor: member.name,
      hearingClosesAt: hearing.closesAt,
      callClosesAt: callForInput.closesAt
    })
    .from(transition)
    .leftJoin(member, eq(member.id, transition.actorId))
    .leftJoin(
      hearing,
      and(eq(hearing.documentId, transition.documentId), eq(hearing.round, transition.round))
    )
    .leftJoin(
      callForInput,
      and(
        eq(callForInput.documentId, transition.documentId),
        eq(callForInput.round, transition.round)
      )
    )
    .where(eq(transition.documentId, documentId))
    .orderBy(asc(transition.at), asc(transition.round));
  return rows.map(({ reason, hearingClosesAt, callClosesAt, ...step }) => {
    const planned =
      step.from === 'hearing'
        ? hearingClosesAt
        : step.from === 'callForInput'
          ? callClosesAt
          : null;
    return {
      ...step,
      reasonHtml: renderMarkdown(reason),
      plannedClosing: planned && step.at < planned ? planned : null
    };
  });
}

/** What lies before Politisk Forum now, longest waiting first. */
export async function listAwaitingDecision(context: Context) {
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
    .where(and(eq(document.state, 'submitted'), readable(context)))
    .orderBy(asc(submission.submittedAt));
}
