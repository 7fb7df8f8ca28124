import { and, asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Context } from '../../access/context.ts';
import {
  adoptionStep,
  decision,
  member,
  reservation,
  submission,
  version,
  versionBlock
} from '../../database/tables/index.ts';

/**
 * Returns the steps taken about the document's reservations and the changes outside them, oldest
 * first: which paragraph they are about, in which version, by whom. The paragraph's number is that of
 * the version, or of the submitted version if it was removed.
 */
export async function listAdoptionSteps({ database }: Context, documentId: string) {
  const before = alias(versionBlock, 'before');
  const stepBlockId = sql`coalesce(${adoptionStep.blockId}, ${reservation.blockId})`;
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
      blockId: sql<string | null>`${stepBlockId}`,
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
        sql`${versionBlock.blockId} = ${stepBlockId}`
      )
    )
    .leftJoin(
      before,
      and(eq(before.versionId, submission.versionId), sql`${before.blockId} = ${stepBlockId}`)
    )
    .where(eq(adoptionStep.documentId, documentId))
    .orderBy(asc(adoptionStep.ordinal));
}
