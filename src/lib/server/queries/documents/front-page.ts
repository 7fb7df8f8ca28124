import { desc, eq, sql } from 'drizzle-orm';
import { mayBeginDocument } from '#lib/domain/hearing/permissions.ts';
import type { Context } from '../../access/context.ts';
import { latestVersions, isReadable } from '../../access/documents.ts';
import { isHearingOfRound } from '../../database/conditions.ts';
import { adoption, document, hearing, region } from '../../database/tables/index.ts';

/** Returns the front page: the documents that the viewer may read. */
export const readFrontPage = async (context: Context) => ({
  documents: await listDocuments(context),
  mayBegin: mayBeginDocument(context.viewer)
});

/** Returns the documents that the viewer may read, newest first, each with what a list shows of it. */
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
      comments: sql<number>`(select count(*)::int from standing_comment c
        where c.document_id = ${document.id})`,
      /** Regions that have posted a rewrite in the present round. */
      regions: sql<number>`(select count(distinct g.region_id)::int from rewrite w
        join meeting g on g.id = w.meeting_id
        where w.hearing_id = ${hearing.id} and w.posted_at is not null and w.withdrawn_at is null)`,
      /** When it came to its state. */
      since:
        sql<Date>`(select max(t.at) from transition t where t.document_id = ${document.id})`.mapWith(
          document.createdAt
        )
    })
    .from(document)
    .leftJoin(region, eq(region.id, document.regionId))
    .leftJoin(latest, eq(latest.documentId, document.id))
    .leftJoin(hearing, isHearingOfRound)
    .where(isReadable(context))
    .orderBy(desc(document.createdAt));
}
