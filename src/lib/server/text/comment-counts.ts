import { and, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { Context } from '../access/context.ts';
import { comment, version } from '../database/tables/index.ts';
import { threadStands } from '../database/conditions.ts';
import type { PassageCorrection } from './passage-corrections.ts';
import type { Places } from './places.ts';

export type PlaceCount = {
  /** First comments, those included whose words are withdrawn but whose replies or answer stand. */
  threadCount: number;
  /** Everything said, replies included. */
  commentCount: number;
};

/** How much is said at each place of the version: its blocks, 'gone' and 'whole'. */
export async function countByPlace(
  { database }: Context,
  documentId: string,
  { homes, gone, number }: Places,
  corrections: Map<string, PassageCorrection>
): Promise<Map<string, PlaceCount>> {
  const rows = await database
    .select({
      blockId: comment.blockId,
      threadCount: sql<number>`(count(*) filter (where ${comment.parentId} is null and ${threadStands(sql`${comment}`)}))::int`,
      commentCount: sql<number>`(count(*) filter (where ${comment.withdrawnAt} is null))::int`
    })
    .from(comment)
    .leftJoin(version, eq(version.id, comment.versionId))
    .where(
      and(
        eq(comment.documentId, documentId),
        or(isNull(version.number), lte(version.number, number))
      )
    )
    .groupBy(comment.blockId);
  const isGone = new Set(gone);
  const placeOf = (blockId: string | null) =>
    blockId === null ? 'whole' : (homes.get(blockId) ?? (isGone.has(blockId) ? 'gone' : null));
  const counts = new Map<string, PlaceCount>();
  const add = (blockId: string | null, { threadCount, commentCount }: PlaceCount, sign: 1 | -1) => {
    const place = placeOf(blockId);
    if (place === null) return;
    const before = counts.get(place) ?? { threadCount: 0, commentCount: 0 };
    counts.set(place, {
      threadCount: before.threadCount + sign * threadCount,
      commentCount: before.commentCount + sign * commentCount
    });
  };
  for (const row of rows) add(row.blockId, row, 1);
  for (const corrected of corrections.values()) {
    if (corrected.blockId === null) continue;
    add(corrected.writtenOn, corrected, -1);
    add(corrected.blockId, corrected, 1);
  }
  return counts;
}
