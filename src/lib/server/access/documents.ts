import { and, desc, eq, exists, getTableColumns, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { mayRead, mayWorkOn, type Viewer } from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { isCallOfRound, isHearingOfRound } from '../database/conditions.ts';
import {
  adoption,
  callForInput,
  document,
  hearing,
  member,
  region,
  version
} from '../database/tables/index.ts';
import { asMember, type Context } from './context.ts';

/** A document's id, or a subquery that finds it. */
export type DocumentId = string | SQL<string>;

/** Returns the id of the document with the slug, as a subquery. */
export const documentAt = (slug: string): DocumentId =>
  sql<string>`(select d.id from document d where d.slug = ${slug})`;

/** Returns the id of the comment's document, as a subquery. */
export const documentOfComment = (commentId: string): DocumentId =>
  sql<string>`(select c.document_id from comment c where c.id = ${commentId})`;

/** Returns the id of the rewrite's document, as a subquery. */
export const documentOfRewrite = (rewriteId: string): DocumentId =>
  sql<string>`(select h.document_id from rewrite r join hearing h on h.id = r.hearing_id
    where r.id = ${rewriteId})`;

/** Returns the hearing of the document's present round, or null. */
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

/** The facts of a document that its pages show at their head and that permissions depend on. */
export type DocumentHead = NonNullable<Awaited<ReturnType<typeof findHead>>>;

/** Returns the head of the document. Throws Refusal('notFound') if the viewer may not read it. */
export async function readDocument(context: Context, slug: string): Promise<DocumentHead> {
  return requireReadable(context, await findHead(context, slug));
}

/** Returns `head`. Throws Refusal('notFound') if it is null or the viewer may not read the document. */
export function requireReadable({ viewer }: Context, head: DocumentHead | null): DocumentHead {
  if (!head || !mayRead(viewer, head)) throw new Refusal('notFound');
  return head;
}

/** Returns the head of the document without checking who may read it; null if there is none. */
export async function findHead({ database }: Context, slug: string) {
  const latest = latestVersions(database);
  const adoptedVersion = alias(version, 'adopted_version');
  const adopter = alias(member, 'adopter');
  const [row] = await database
    .select({
      document: getTableColumns(document),
      regionName: region.name,
      latestVersion: { id: latest.id, number: latest.number, publishedAt: latest.publishedAt },
      hearing: { ...getTableColumns(hearing), versionNumber: version.number },
      adopted: {
        versionNumber: adoptedVersion.number,
        adoptedAt: adoption.adoptedAt,
        adoptedBy: adopter.name
      },
      call: getTableColumns(callForInput)
    })
    .from(document)
    .leftJoin(region, eq(region.id, document.regionId))
    .leftJoin(latest, eq(latest.documentId, document.id))
    .leftJoin(hearing, isHearingOfRound)
    .leftJoin(version, eq(version.id, hearing.versionId))
    .leftJoin(adoption, eq(adoption.documentId, document.id))
    .leftJoin(adoptedVersion, eq(adoptedVersion.id, adoption.versionId))
    .leftJoin(adopter, eq(adopter.id, adoption.adoptedBy))
    .leftJoin(callForInput, isCallOfRound)
    .where(eq(document.slug, slug));
  if (!row) return null;
  const { document: columns, ...joined } = row;
  const latestVersion = joined.latestVersion?.id ? joined.latestVersion : null;
  return {
    ...columns,
    ...joined,
    latestVersion,
    /** The version that it is adopted in, by whom and when. */
    adopted: joined.adopted?.adoptedAt
      ? {
          versionNumber: joined.adopted.versionNumber!,
          adoptedAt: joined.adopted.adoptedAt,
          adoptedBy: joined.adopted.adoptedBy
        }
      : null,
    hearing: joined.hearing?.id
      ? (joined.hearing as typeof hearing.$inferSelect & { versionNumber: number })
      : null,
    isPublished: latestVersion !== null || joined.call !== null
  };
}

/** Returns a subquery of each document's latest version. */
export const latestVersions = (database: Context['database']) =>
  database
    .selectDistinctOn([version.documentId], {
      documentId: version.documentId,
      id: version.id,
      number: version.number,
      publishedAt: version.publishedAt
    })
    .from(version)
    .orderBy(version.documentId, desc(version.number))
    .as('latest_version');

/** Returns the condition that the viewer may read a row of `document`, as `mayRead` decides of one. */
export function isReadable({ database, viewer }: Context) {
  const published = or(
    exists(
      database
        .select({ one: sql`1` })
        .from(version)
        .where(eq(version.documentId, document.id))
    ),
    exists(
      database
        .select({ one: sql`1` })
        .from(callForInput)
        .where(eq(callForInput.documentId, document.id))
    )
  );
  const audience = viewer ? sql`true` : eq(document.audience, 'public');
  return or(and(published, audience), inWorkingGroup(viewer));
}

/** Returns the condition that the viewer is in the working group of a row of `document`. */
const inWorkingGroup = (viewer: Viewer) =>
  viewer && viewer.workingGroupOf.length > 0
    ? sql`${document.id} = any(${sql.param(`{${viewer.workingGroupOf.join(',')}}`)}::uuid[])`
    : sql`false`;

/**
 * Returns the head of the document for a member of its working group. Throws
 * Refusal('notAllowed') if the viewer is another member, and as readDocument does.
 */
export async function readForWork(context: Context, slug: string): Promise<DocumentHead> {
  const document = await readDocument(context, slug);
  if (!mayWorkOn(asMember(context).viewer, document)) throw new Refusal('notAllowed');
  return document;
}
