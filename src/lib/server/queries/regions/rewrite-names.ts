import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { compareNames } from '#lib/domain/name.ts';
import type { Context } from '../../access/context.ts';
import { hearing, meeting, region, rewrite, version } from '../../database/tables/index.ts';

/** The posted rewrites of a document, of every round, as choices: newest round first, by region. */
export async function listRewriteNames({ database }: Context, documentId: string) {
  const found = await database
    .select({
      id: rewrite.id,
      regionName: region.name,
      round: hearing.round,
      versionNumber: version.number
    })
    .from(rewrite)
    .innerJoin(hearing, eq(hearing.id, rewrite.hearingId))
    .innerJoin(version, eq(version.id, rewrite.versionId))
    .innerJoin(meeting, eq(meeting.id, rewrite.meetingId))
    .innerJoin(region, eq(region.id, meeting.regionId))
    .where(
      and(
        eq(hearing.documentId, documentId),
        isNotNull(rewrite.postedAt),
        isNull(rewrite.withdrawnAt)
      )
    )
    .orderBy(asc(rewrite.postedAt));
  return found.sort((a, b) => b.round - a.round || compareNames(a.regionName, b.regionName));
}
