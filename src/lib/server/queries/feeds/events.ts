import { and, desc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { FeedEvent } from '#lib/domain/feed/feed.ts';
import type { Context } from '../../access/context.ts';
import {
  comment,
  commentVoice,
  decision,
  document,
  hearing,
  meeting,
  member,
  region,
  rewrite,
  standingComment,
  submission,
  transition,
  version
} from '../../database/tables/index.ts';

type EventOf<Kind extends FeedEvent['kind']> = Extract<FeedEvent, { kind: Kind }>;

const documentColumns = { slug: document.slug, title: document.title };

/** Returns the documents' steps, newest first, without decisions, which are events by themselves. */
export async function selectSteps(
  { database }: Context,
  where: SQL | undefined,
  limit: number
): Promise<EventOf<'step'>[]> {
  const rows = await database
    .select({
      ...documentColumns,
      id: transition.id,
      by: member.name,
      at: transition.at,
      updated: transition.at,
      to: transition.toState,
      reason: transition.reason,
      adoptedVersion: sql<number | null>`(select v.number from adoption a
        join version v on v.id = a.version_id
        where a.document_id = ${document.id} and ${transition.toState} = 'adopted')`
    })
    .from(transition)
    .innerJoin(document, eq(document.id, transition.documentId))
    .leftJoin(member, eq(member.id, transition.actorId))
    .where(and(where, sql`${transition.fromState} is distinct from 'submitted'`))
    .orderBy(desc(transition.at))
    .limit(limit);
  return rows.map((row) => ({ kind: 'step', ...row }));
}

/** Returns the decisions of Politisk Forum, newest first. */
export async function selectDecisions(
  { database }: Context,
  where: SQL | undefined,
  limit: number
): Promise<EventOf<'decision'>[]> {
  const rows = await database
    .select({
      ...documentColumns,
      id: decision.id,
      by: member.name,
      at: decision.decidedAt,
      updated: decision.decidedAt,
      outcome: decision.outcome,
      reasonHtml: decision.reasonHtml,
      adoptedVersion: sql<number | null>`(select v.number from adoption a
        join version v on v.id = a.version_id where a.decision_id = ${decision.id}
        and ${decision.outcome} = 'adoptedAsWritten')`
    })
    .from(decision)
    .innerJoin(submission, eq(submission.id, decision.submissionId))
    .innerJoin(document, eq(document.id, submission.documentId))
    .innerJoin(member, eq(member.id, decision.decidedBy))
    .where(where)
    .orderBy(desc(decision.decidedAt))
    .limit(limit);
  return rows.map((row) => ({ kind: 'decision', ...row }));
}

/** Returns the published versions, newest first. */
export async function selectVersions(
  { database }: Context,
  where: SQL | undefined,
  limit: number
): Promise<EventOf<'version'>[]> {
  const rows = await database
    .select({
      ...documentColumns,
      id: version.id,
      by: member.name,
      at: version.publishedAt,
      updated: version.publishedAt,
      number: version.number,
      note: version.note
    })
    .from(version)
    .innerJoin(document, eq(document.id, version.documentId))
    .leftJoin(member, eq(member.id, version.publishedBy))
    .where(where)
    .orderBy(desc(version.publishedAt))
    .limit(limit);
  return rows.map((row) => ({ kind: 'version', ...row }));
}

/** Returns the comments that are neither hidden nor withdrawn, newest first. */
export async function selectComments(
  { database }: Context,
  where: SQL | undefined,
  limit: number
): Promise<EventOf<'comment'>[]> {
  const parent = alias(comment, 'parent');
  const rows = await database
    .select({
      ...documentColumns,
      id: standingComment.id,
      by: sql<string>`coalesce(${region.name}, ${standingComment.authorName})`,
      at: standingComment.createdAt,
      updated:
        sql<Date>`coalesce(${standingComment.editedAt}, ${standingComment.createdAt})`.mapWith(
          standingComment.createdAt
        ),
      html: standingComment.html,
      wording: standingComment.wording,
      replyTo: parent.authorName
    })
    .from(standingComment)
    .innerJoin(document, eq(document.id, standingComment.documentId))
    .leftJoin(parent, eq(parent.id, standingComment.parentId))
    .leftJoin(commentVoice, eq(commentVoice.commentId, standingComment.id))
    .leftJoin(meeting, eq(meeting.id, commentVoice.meetingId))
    .leftJoin(region, eq(region.id, meeting.regionId))
    .where(where)
    .orderBy(desc(standingComment.createdAt))
    .limit(limit);
  return rows.map((row) => ({ kind: 'comment', ...row }));
}

/** Returns the posted rewrites that are not withdrawn, newest first. */
export async function selectRewrites(
  { database }: Context,
  where: SQL | undefined,
  limit: number
): Promise<EventOf<'rewrite'>[]> {
  const postedAt = sql<Date>`${rewrite.postedAt}`.mapWith(rewrite.writtenAt);
  const rows = await database
    .select({
      ...documentColumns,
      id: rewrite.id,
      by: region.name,
      at: postedAt,
      updated: postedAt,
      region: region.name,
      place: meeting.place,
      heldOn: meeting.heldOn,
      attendance: meeting.attendance
    })
    .from(rewrite)
    .innerJoin(hearing, eq(hearing.id, rewrite.hearingId))
    .innerJoin(document, eq(document.id, hearing.documentId))
    .innerJoin(meeting, eq(meeting.id, rewrite.meetingId))
    .innerJoin(region, eq(region.id, meeting.regionId))
    .where(and(where, sql`${rewrite.postedAt} is not null`, isNull(rewrite.withdrawnAt)))
    .orderBy(desc(rewrite.postedAt))
    .limit(limit);
  return rows.map((row) => ({ kind: 'rewrite', ...row }));
}
