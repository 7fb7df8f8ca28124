import { and, eq, sql, type SQL } from 'drizzle-orm';
import { callForInput, document, hearing, version } from './tables/index.ts';

/**
 * The condition that a first comment's thread is shown: its own words, a reply at any depth or a
 * published answer is not withdrawn. Hidden words count, since the reason is shown. `first` is the
 * name of the comment's table in the query.
 */
export const threadStands = (first: SQL) => sql`(${first}.withdrawn_at is null
  or exists (
    with recursive below as (
      select r.id, r.withdrawn_at from comment r where r.parent_id = ${first}.id
      union all
      select r.id, r.withdrawn_at from comment r join below on r.parent_id = below.id
    ) select from below where withdrawn_at is null)
  or exists (select from input i join answer a on a.input_id = i.id and a.disposition is not null
    join publication p on p.document_id = i.document_id and p.round = i.round
    where i.comment_id = ${first}.id))`;

/** The condition that the document with this id has a version or a call for input. */
export const isPublished = (id: SQL) =>
  sql<boolean>`(exists (select from ${version} where ${version.documentId} = ${id})
    or exists (select from ${callForInput} where ${callForInput.documentId} = ${id}))`;

/** The same condition for the `document` of a query. */
export const isDocumentPublished = isPublished(sql.raw('"document"."id"'));

/** The condition that the `hearing` of a query is of its document's present round. */
export const isHearingOfRound = and(
  eq(hearing.documentId, document.id),
  eq(hearing.round, document.round)
);

/** The condition that the `callForInput` of a query is of its document's present round. */
export const isCallOfRound = and(
  eq(callForInput.documentId, document.id),
  eq(callForInput.round, document.round)
);
