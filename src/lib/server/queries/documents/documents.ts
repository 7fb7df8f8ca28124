import { and, asc, desc, eq, exists, getTableColumns, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { mayRead, type Viewer } from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import {
  adoption,
  callForInput,
  document,
  documentPerson,
  hearing,
  member,
  region,
  version,
  workingGroupMember
} from '../../database/tables/index.ts';
import { blocksOfVersion } from '../../text/version-blocks.ts';

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
    .leftJoin(hearing, and(eq(hearing.documentId, document.id), eq(hearing.round, document.round)))
    .leftJoin(version, eq(version.id, hearing.versionId))
    .leftJoin(adoption, eq(adoption.documentId, document.id))
    .leftJoin(adoptedVersion, eq(adoptedVersion.id, adoption.versionId))
    .leftJoin(adopter, eq(adopter.id, adoption.adoptedBy))
    .leftJoin(
      callForInput,
      and(eq(callForInput.documentId, document.id), eq(callForInput.round, document.round))
    )
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

const latestVersions = (database: Context['database']) =>
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

/** The documents that the viewer may read, newest first, each with what a list says of it. */
export async function listDocuments(context: Context) {
  const { database } = context;
  const latest = latestVersions(database);
  return database
    .select({
      id: document.id,
      slug: document.slug,
      title: document.title,
      summary: document.summary,
      level: document.level,
      policyArea: document.policyArea,
      audience: document.audience,
      state: document.state,
      round: document.round,
      regionName: region.name,
      versionNumber: latest.number,
      opensAt: hearing.opensAt,
      closesAt: hearing.closesAt,
      closedAt: hearing.closedAt,
      /** The version that it is adopted in. */
      adoptedVersion: sql<number | null>`(select v.number from ${adoption} a
        join version v on v.id = a.version_id where a.document_id = ${document.id})`,
      /** Comments with their replies. */
      comments: sql<number>`(select count(*)::int from comment c
        where c.document_id = ${document.id} and c.withdrawn_at is null
          and not exists (select from concealment h where h.comment_id = c.id))`,
      /** Regions that have posted a rewrite in the present round. */
      regions: sql<number>`(select count(distinct g.region_id)::int from rewrite w
        join meeting g on g.id = w.meeting_id
        where w.hearing_id = ${hearing.id} and w.posted_at is not null and w.withdrawn_at is null)`,
      /** When it came to where it stands. */
      since:
        sql<Date>`(select max(t.at) from transition t where t.document_id = ${document.id})`.mapWith(
          document.createdAt
        )
    })
    .from(document)
    .leftJoin(region, eq(region.id, document.regionId))
    .leftJoin(latest, eq(latest.documentId, document.id))
    .leftJoin(hearing, and(eq(hearing.documentId, document.id), eq(hearing.round, document.round)))
    .where(readable(context))
    .orderBy(desc(document.createdAt));
}

/** A version of the document with its blocks; the newest where no number is given. Refuses with notFound. */
export async function readVersion({ database }: Context, documentId: string, number?: number) {
  const [found] = await database
    .select()
    .from(version)
    .where(
      and(
        eq(version.documentId, documentId),
        number === undefined ? undefined : eq(version.number, number)
      )
    )
    .orderBy(desc(version.number))
    .limit(1);
  if (!found) throw new Refusal('notFound');
  return { ...found, blocks: await blocksOfVersion(database, found.id) };
}

/** The document's versions, oldest first, without their texts. */
export async function listVersions({ database }: Context, documentId: string) {
  return database
    .select({
      id: version.id,
      number: version.number,
      title: version.title,
      note: version.note,
      publishedAt: version.publishedAt
    })
    .from(version)
    .where(eq(version.documentId, documentId))
    .orderBy(asc(version.number));
}

/** The proposers and those who were involved, in the order in which they were named. */
export async function listPeople({ database }: Context, documentId: string) {
  return database
    .select({ role: documentPerson.role, name: documentPerson.name })
    .from(documentPerson)
    .where(eq(documentPerson.documentId, documentId))
    .orderBy(documentPerson.role, documentPerson.position);
}

/** The names of the document's working group, in the order in which they joined. */
export async function listWorkingGroup({ database }: Context, documentId: string) {
  return database
    .select({ name: member.name })
    .from(workingGroupMember)
    .innerJoin(member, eq(member.id, workingGroupMember.memberId))
    .where(eq(workingGroupMember.documentId, documentId))
    .orderBy(asc(workingGroupMember.addedAt), asc(member.name));
}
