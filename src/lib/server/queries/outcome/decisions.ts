import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import { awaitsForum } from '#lib/domain/hearing/adoption.ts';
import type { Context } from '../../access/context.ts';
import {
  adoption,
  adoptionStep,
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
} from '../../database/tables/index.ts';
import { readable } from '../../access/documents.ts';
import { findStanding } from '../../hearing/adoption.ts';

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

/**
 * What was said of the document's reservations and of changes outside them, oldest first: of which
 * paragraph, in which version, by whom. The paragraph's number is the version's, or the submitted
 * one's where it was taken out.
 */
export async function listAdoptionSteps({ database }: Context, documentId: string) {
  const before = alias(versionBlock, 'before');
  const spokenOf = sql`coalesce(${adoptionStep.blockId}, ${reservation.blockId})`;
  return database
    .select({
      id: adoptionStep.id,
      kind: adoptionStep.kind,
      reservationId: adoptionStep.reservationId,
      change: adoptionStep.change,
      words: adoptionStep.words,
      at: adoptionStep.at,
      actor: member.name,
      versionNumber: version.number,
      submittedNumber: sql<number>`(select v.number from version v where v.id = ${submission.versionId})`,
      position: reservation.position,
      blockId: sql<string | null>`${spokenOf}`,
      number: sql<number | null>`coalesce(${versionBlock.number}, ${before.number})`,
      text: sql<string | null>`coalesce(${versionBlock.text}, ${before.text})`
    })
    .from(adoptionStep)
    .innerJoin(decision, eq(decision.id, adoptionStep.decisionId))
    .innerJoin(submission, eq(submission.id, decision.submissionId))
    .innerJoin(version, eq(version.id, adoptionStep.versionId))
    .leftJoin(reservation, eq(reservation.id, adoptionStep.reservationId))
    .leftJoin(member, eq(member.id, adoptionStep.actorId))
    .leftJoin(
      versionBlock,
      and(
        eq(versionBlock.versionId, adoptionStep.versionId),
        sql`${versionBlock.blockId} = ${spokenOf}`
      )
    )
    .leftJoin(
      before,
      and(eq(before.versionId, submission.versionId), sql`${before.blockId} = ${spokenOf}`)
    )
    .where(eq(adoptionStep.documentId, documentId))
    .orderBy(asc(adoptionStep.ordinal));
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

/** The documents that wait for Politisk Forum's confirmation, longest adopted with reservations first. */
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
    .where(and(eq(document.state, 'adoptedWithReservations'), readable(context)))
    .orderBy(asc(decision.decidedAt));
  const waiting = [];
  for (const row of rows) {
    const { judgement, last } = (await findStanding(context, row))!;
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

/** What was adopted last, with the version that each is adopted in. */
export async function listAdopted(context: Context, limit: number) {
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
    .where(readable(context))
    .orderBy(desc(adoption.adoptedAt))
    .limit(limit);
}
