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

/** A document's id, or the query that finds it. */
export type DocumentId = string | SQL<string>;

/** The document at the address. */
export const documentAt = (slug: string): DocumentId =>
  sql<string>`(select d.id from document d where d.slug = ${slug})`;

/** The document that the comment belongs to. */
export const documentOfComment = (commentId: string): DocumentId =>
  sql<string>`(select c.document_id from comment c where c.id = ${commentId})`;

/** The document that the rewrite belongs to. */
export const documentOfRewrite = (rewriteId: string): DocumentId =>
  sql<string>`(select h.document_id from rewrite r join hearing h on h.id = r.hearing_id
    where r.id = ${rewriteId})`;

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

/** What every page of a document shows at its head, and what its permissions hang on. */
export type DocumentHead = NonNullable<Awaited<ReturnType<typeof findHead>>>;

/** The head of the document at the address. Refuses with notFound where it may not be read. */
export async function readDocument(context: Context, slug: string): Promise<DocumentHead> {
  return admit(context, await findHead(context, slug));
}

/** The head, where the viewer may read it. Refuses with notFound. */
export function admit({ viewer }: Context, head: DocumentHead | null): DocumentHead {
  if (!head || !mayRead(viewer, head)) throw new Refusal('notFound');
  return head;
}

/** The head of the document at the address, whoever may read it; null where there is none. */
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
  const { document: columns, ...beside } = row;
  const latestVersion = beside.latestVersion?.id ? beside.latestVersion : null;
  return {
    ...columns,
    ...beside,
    latestVersion,
    /** The version that it is adopted in, by whom and when. */
    adopted: beside.adopted?.adoptedAt
      ? {
          versionNumber: beside.adopted.versionNumber!,
          adoptedAt: beside.adopted.adoptedAt,
          adoptedBy: beside.adopted.adoptedBy
        }
      : null,
    hearing: beside.hearing?.id
      ? (beside.hearing as typeof hearing.$inferSelect & { versionNumber: number })
      : null,
    isPublished: latestVersion !== null || beside.call !== null
  };
}

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

/** The condition that a row of `document` may be read: `mayRead`, for lists. */
export function readable({ database, viewer }: Context) {
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

const inWorkingGroup = (viewer: Viewer) =>
  viewer && viewer.workingGroupOf.length > 0
    ? sql`${document.id} = any(${sql.param(`{${viewer.workingGroupOf.join(',')}}`)}::uuid[])`
    : sql`false`;

/**
 * Returns the head of the document at the address for a member of its working group. Throws
 * Refusal('notAllowed') if the viewer is another member, and what readDocument does.
 */
export async function readForWork(context: Context, slug: string): Promise<DocumentHead> {
  const document = await readDocument(context, slug);
  if (!mayWorkOn(asMember(context).viewer, document)) throw new Refusal('notAllowed');
  return document;
}
