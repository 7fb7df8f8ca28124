import { and, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { Context } from '../access/context.ts';
import { comment, version } from '../database/tables/index.ts';
import { threadStands } from '../database/conditions.ts';
import type { PassageCorrection } from './passage-corrections.ts';
import type { BlockHistory } from './block-history.ts';

export type PlaceCounts = {
  /** First comments, including withdrawn ones with a reply or an answer that is not. */
  threadCount: number;
  /** First comments and replies that are not withdrawn. */
  commentCount: number;
};

/**
 * Returns the counts at each place of the version in `history`: its blocks by their ids, `gone` for
 * removed blocks and `whole` for the whole document. A comment whose passage a person has corrected
 * counts at the block of the correction.
 */
export async function countByPlace(
  context: Context,
  documentId: string,
  { currentIds, removedIds, number }: BlockHistory,
  corrections: Map<string, PassageCorrection>
): Promise<Map<string, PlaceCounts>> {
  const removed = new Set(removedIds);
  const placeOf = (blockId: string | null) =>
    blockId === null
      ? 'whole'
      : (currentIds.get(blockId) ?? (removed.has(blockId) ? 'gone' : null));
  const counts = new Map<string, PlaceCounts>();
  const add = (
    blockId: string | null,
    { threadCount, commentCount }: PlaceCounts,
    sign: 1 | -1
  ) => {
    const place = placeOf(blockId);
    if (place === null) return;
    const before = counts.get(place) ?? { threadCount: 0, commentCount: 0 };
    counts.set(place, {
      threadCount: before.threadCount + sign * threadCount,
      commentCount: before.commentCount + sign * commentCount
    });
  };
  for (const row of await countByBlock(context, documentId, number)) add(row.blockId, row, 1);
  for (const corrected of corrections.values()) {
    if (corrected.blockId === null) continue;
    add(corrected.writtenOn, corrected, -1);
    add(corrected.blockId, corrected, 1);
  }
  return counts;
}

/** Returns the counts by the block that comments were written on, up to version `number`. */
function countByBlock({ database }: Context, documentId: string, number: number) {
  return database
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
}
