import { and, asc, eq, sql } from 'drizzle-orm';
import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import type { Context } from '../../access/context.ts';
import {
  callForInput,
  comment,
  documentPerson,
  hearing,
  input,
  member,
  transition,
  withdrawalWish,
  workingGroupMember
} from '../../database/tables/index.ts';
import { readDocument } from '../../access/documents.ts';
import { listVersions } from '../../text/versions.ts';
import { listAdoptionSteps } from './adoption-steps.ts';

/** Returns the page of all that has happened to a document. Throws as readDocument does. */
export async function readRecordPage(context: Context, slug: string) {
  const { id } = await readDocument(context, slug);
  const [transitions, adoptionSteps, versions, people, workingGroup, withdrawn] = await Promise.all(
    [
      listTransitions(context, id),
      listAdoptionSteps(context, id),
      listVersions(context, id),
      listPeople(context, id),
      listWorkingGroup(context, id),
      listWithdrawnOnWish(context, id)
    ]
  );
  return { transitions, adoptionSteps, versions, people, workingGroup, withdrawn };
}

/**
 * Returns the document's transitions, oldest first; the actor is null if a deadline took one. One
 * that closed a hearing or a call early has its planned closing time.
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

/** Returns the proposers and those who were involved, in the order in which they were named. */
async function listPeople({ database }: Context, documentId: string) {
  return database
    .select({ role: documentPerson.role, name: documentPerson.name })
    .from(documentPerson)
    .where(eq(documentPerson.documentId, documentId))
    .orderBy(documentPerson.role, documentPerson.position);
}

/** Returns the names of the working group's members, in the order in which they joined. */
async function listWorkingGroup({ database }: Context, documentId: string) {
  return database
    .select({ name: member.name })
    .from(workingGroupMember)
    .innerJoin(member, eq(member.id, workingGroupMember.memberId))
    .where(eq(workingGroupMember.documentId, documentId))
    .orderBy(asc(workingGroupMember.addedAt), asc(member.name));
}

/**
 * Returns the comments that were withdrawn on their authors' wishes, oldest first, without names and
 * text: everybody may see the record.
 */
export function listWithdrawnOnWish({ database }: Context, documentId: string) {
  return database
    .select({
      id: withdrawalWish.id,
      number: input.number,
      isReply: sql<boolean>`${comment.parentId} is not null`,
      at: sql<Date>`${withdrawalWish.settledAt}`.mapWith(withdrawalWish.askedAt)
    })
    .from(withdrawalWish)
    .innerJoin(comment, eq(comment.id, withdrawalWish.commentId))
    .innerJoin(input, eq(input.id, withdrawalWish.inputId))
    .where(and(eq(input.documentId, documentId), eq(withdrawalWish.outcome, 'granted')))
    .orderBy(asc(withdrawalWish.settledAt));
}
