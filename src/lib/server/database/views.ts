import { sql, type SQL } from 'drizzle-orm';
import { callForInput, version } from './tables/index.ts';

/**
 * Whether a first comment's thread has anything in it: its own words, a reply that stands, however
 * deep, or the answer that was published to it. Hidden words stand, with the reason why. `first`
 * is what the query calls the comment's table.
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

/** Whether the document by the id has a version, or has been opened for ideas. */
export const isPublishedSql = (id: SQL) =>
  sql<boolean>`(exists (select from ${version} where ${version.documentId} = ${id})
    or exists (select from ${callForInput} where ${callForInput.documentId} = ${id}))`;

/** The same of the `document` that a query is about. */
export const isPublishedHere = isPublishedSql(sql.raw('"document"."id"'));
