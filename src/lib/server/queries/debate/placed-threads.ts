import { sql, type SQL } from 'drizzle-orm';
import type { Context } from '../../access/context.ts';
import { threadStands } from '../../database/conditions.ts';
import type { PlaceCounts } from '../../text/comment-counts.ts';
import type { PassageCorrection } from '../../text/passage-corrections.ts';
import type { BlockHistory } from '../../text/block-history.ts';
import { type CommentRow, maxShownReplies, selectThreads } from './comment-rows.ts';

/** What an address asks to see beside the first threads of each place. */
export type ThreadsAsked = {
  /** A place whose threads are all shown: a block's id, `whole` or `gone`. */
  place: string | null;
  /** A comment that must be shown, with all of its thread. */
  commentId: string | null;
};

/** The threads on a page; with more, a phone would load over 128 KB with the fonts. */
const maxThreadsPerPage = 160;

/** The replies on a page. A thread with more says how many there are, and can be opened. */
const maxRepliesPerPage = 80;

/** The threads of one place before "show all": what a margin holds beside a paragraph. */
const maxThreadsPerPlace = 5;

/** The threads of the place that is asked for; the rest are found in the debate's list. */
const maxThreadsOfAskedPlace = 400;

/** Where the comments of a version are, and how many. */
type CommentPlaces = {
  places: BlockHistory;
  /** By the ids of the comments whose passages a person has corrected. */
  corrections: Map<string, PassageCorrection>;
  counts: Map<string, PlaceCounts>;
};

/**
 * Returns the rows of the threads at the blocks of the version, at removed blocks (`gone`) and on
 * the whole document (`whole`), no more of each than a page holds. Takes no query if nothing has
 * been written, else one, and one more for `asked.commentId`.
 */
export async function readPlacedThreads(
  context: Context,
  documentId: string,
  { places, corrections, counts }: CommentPlaces,
  asked: ThreadsAsked
): Promise<CommentRow[]> {
  const commented = [...counts.values()].filter(({ threadCount }) => threadCount > 0);
  if (commented.length === 0) return [];
  const maxThreads = Math.max(
    1,
    findLimit(maxThreadsPerPlace, maxThreadsPerPage, (limit) =>
      commented.map(({ threadCount }) => Math.min(threadCount, limit))
    )
  );
  const maxReplies = findLimit(maxShownReplies, maxRepliesPerPage, (limit) =>
    commented.map(({ threadCount, commentCount }) =>
      Math.min(commentCount - threadCount, maxThreads * limit)
    )
  );
  const openedThread = asked.commentId && (await findRoot(context, documentId, asked.commentId));
  const moved = [...corrections.values()].filter(({ blockId }) => blockId !== null);
  const opened = { place: asked.place, thread: openedThread };
  const roots = rootsSql(documentId, places, moved, maxThreads, opened);
  return selectThreads(context, documentId, roots, openedThread, maxReplies);
}

/**
 * Returns the largest limit up to `highest` at which the counts of all places, which `countsAt`
 * gives, add up to no more than `total`; 0 if there is none.
 */
function findLimit(highest: number, total: number, countsAt: (limit: number) => number[]): number {
  const sumAt = (limit: number) => countsAt(limit).reduce((sum, each) => sum + each, 0);
  let limit = highest;
  while (limit > 0 && sumAt(limit) > total) limit--;
  return limit;
}

/** Returns the id of the first comment of the comment's thread; null if there is no such comment. */
async function findRoot(
  { database }: Context,
  documentId: string,
  commentId: string
): Promise<string | null> {
  const above = sql`(with recursive above as (
      select id, parent_id from comment where id = ${commentId}::uuid and document_id = ${documentId}::uuid
      union all select c.id, c.parent_id from comment c join above on c.id = above.parent_id
    ) select id from above where parent_id is null) as above`;
  const [found] = await database.select({ id: sql<string>`above.id` }).from(above);
  return found?.id ?? null;
}

/**
 * Returns the `roots (id, place)` of `selectThreads`: the first `maxThreads` threads of each place,
 * more of the opened place, and the opened thread wherever it is.
 */
function rootsSql(
  documentId: string,
  { currentIds, removedIds, number }: BlockHistory,
  corrections: readonly PassageCorrection[],
  maxThreads: number,
  opened: { place: string | null; thread: string | null }
): SQL {
  const blockIds = [...currentIds.keys(), ...removedIds];
  const places = [...currentIds.values(), ...removedIds.map(() => 'gone')];
  const limit = sql`case when place = ${opened.place} then ${maxThreadsOfAskedPlace}::int else ${maxThreads}::int end`;
  return sql`
    select id, place from (
      select c.id, coalesce(known.place, 'whole') as place,
        row_number() over (partition by coalesce(known.place, 'whole') order by c.created_at, c.id) as nth
      from comment c
      left join unnest(${arrayOf(corrections.map(({ commentId }) => commentId))}::uuid[],
        ${arrayOf(corrections.map(({ blockId }) => blockId!))}::uuid[]) as corrected (id, block_id)
        on corrected.id = c.id
      left join unnest(${arrayOf(blockIds)}::uuid[], ${arrayOf(places)}::text[]) as known (id, place)
        on known.id = coalesce(corrected.block_id, c.block_id)
      left join version v on v.id = c.version_id
      where c.document_id = ${documentId}::uuid and c.parent_id is null
        and (c.block_id is null or known.place is not null)
        and (v.number is null or v.number <= ${number}::int)
        and ${threadStands(sql`c`)}
    ) as placed
    where nth <= ${limit} or id = ${opened.thread}::uuid`;
}

/** Returns the values as an array literal of PostgreSQL, which is one parameter on either driver. */
const arrayOf = (values: string[]) => `{${values.join(',')}}`;
