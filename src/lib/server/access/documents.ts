import { and, eq, getTableColumns, sql, type SQL } from 'drizzle-orm';
import { mayRead, type Governed } from '#lib/domain/hearing/permissions.ts';
import type { Step } from '#lib/domain/hearing/lifecycle.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from './context.ts';
import { callForInput, document, hearing, transition, version } from '../database/tables/index.ts';

export type LockedDocument = Governed & typeof document.$inferSelect;

/**
 * The document, held for this transaction: nobody else changes it, or adds input to it, before
 * the transaction ends. Refuses with notFound where the viewer may not read it.
 */
export async function lockDocument(
  { database, viewer }: Context,
  documentId: DocumentId
): Promise<LockedDocument> {
  const [held] = await database
    .select({ ...getTableColumns(document), isPublished: isPublishedHere })
    .from(document)
    .where(eq(document.id, documentId))
    .for('update');
  if (!held || !mayRead(viewer, held)) throw new Refusal('notFound');
  return held;
}

/** A document's id, or the query that finds it. */
export type DocumentId = string | SQL<string>;

/** The document at the address. */
export const documentAt = (slug: string): DocumentId =>
  sql<string>`(select d.id from document d where d.slug = ${slug})`;

/** The document that the comment was said of. */
export const documentOfComment = (commentId: string): DocumentId =>
  sql<string>`(select c.document_id from comment c where c.id = ${commentId})`;

/** Whether the document by the id has a version, or has been opened for ideas. */
export const isPublishedSql = (id: SQL) =>
  sql<boolean>`(exists (select from ${version} where ${version.documentId} = ${id})
    or exists (select from ${callForInput} where ${callForInput.documentId} = ${id}))`;

/** The same of the `document` that a query is about. */
export const isPublishedHere = isPublishedSql(sql.raw('"document"."id"'));

/** Moves the document one step and writes down who did it, when and why; the deadline is no one. */
export async function takeStep(
  { database, viewer, now }: Context,
  { id, round }: { id: string; round: number },
  { from, to, reason }: Step
) {
  await database
    .update(document)
    .set({ state: to, round, revision: sql`${document.revision} + 1` })
    .where(eq(document.id, id));
  await database.insert(transition).values({
    documentId: id,
    fromState: from,
    toState: to,
    round,
    actorId: viewer?.id ?? null,
    at: now,
    reason
  });
}

/** The hearing of the document's present round, or null. */
export async function findHearing(
  { database }: Context,
  { id, round }: { id: string; round: number }
) {
  const [found] = await database
    .select()
    .from(hearing)
    .where(and(eq(hearing.documentId, id), eq(hearing.round, round)));
  return found ?? null;
}
