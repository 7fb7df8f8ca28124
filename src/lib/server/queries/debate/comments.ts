import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../../access/context.ts';
import { block, like } from '../../database/tables/index.ts';
import { threadStands } from '../../database/conditions.ts';
import type { PlaceCounts } from '../../text/comment-counts.ts';
import type { PassageCorrection } from '../../text/passage-corrections.ts';
import type { BlockHistory } from '../../text/block-history.ts';
import { type SaidRow, selectSaid, shownReplies } from './select.ts';

/** What the page asks to see more of than its first comments. */
export type Wish = {
  /** A block, 'whole' or 'gone', of which every thread is shown. */
  place: string | null;
  /** A comment that must be among those shown, with the whole of its thread. */
  commentId: string | null;
};

/** The threads of a page, but for one at each place: a phone has the page in 128 KB with its fonts. */
const threadsAPage = 160;

/** The replies of a page. Where more have been written, each thread tells how many, and opens. */
const repliesAPage = 80;

/** The threads of one place before "show all": what a margin holds beside a paragraph. */
const threadsAPlace = 5;

/** A place that is asked for whole still ends somewhere; what follows is found in the list. */
const threadsOfAWish = 400;

/** Where comments stand: by their blocks, but for those whose passage a person has set elsewhere. */
type Standing = {
  places: BlockHistory;
  corrections: Map<string, PassageCorrection>;
  counts: Map<string, PlaceCounts>;
};

/** The threads at the blocks of this version, at those that are gone, and on the whole. */
export async function readDebate(
  context: Context,
  documentId: string,
  { places, corrections, counts }: Standing,
  wish: Wish
): Promise<SaidRow[]> {
  const debated = [...counts.values()].filter(({ threadCount }) => threadCount > 0);
  if (debated.length === 0) return [];
  const cap = Math.max(
    1,
    share(threadsAPlace, threadsAPage, (most) =>
      debated.map(({ threadCount }) => Math.min(threadCount, most))
    )
  );
  const wished = wish.commentId && (await rootOf(context, documentId, wish.commentId));
  const replies = share(shownReplies, repliesAPage, (most) =>
    debated.map(({ threadCount, commentCount }) => Math.min(commentCount - threadCount, cap * most))
  );
  const moved = [...corrections.values()].filter(({ blockId }) => blockId !== null);
  const roots = rootsSql(documentId, places, moved, cap, wish, wished);
  return selectSaid(context, documentId, roots, wished, replies);
}

/** The most of each, up to `highest`, that all together keep to the budget; 0 where one is too many. */
function share(highest: number, budget: number, taken: (most: number) => number[]): number {
  const total = (most: number) => taken(most).reduce((sum, each) => sum + each, 0);
  let most = highest;
  while (most > 0 && total(most) > budget) most--;
  return most;
}

function rootsSql(
  documentId: string,
  { currentIds: homes, removedIds: gone, number }: BlockHistory,
  corrected: readonly PassageCorrection[],
  cap: number,
  { place }: Wish,
  wished: string | null
): SQL {
  const known = [...homes.keys(), ...gone];
  const places = [...homes.values(), ...gone.map(() => 'gone')];
  const most = sql`case when place = ${place} then ${threadsOfAWish}::int else ${cap}::int end`;
  return sql`
    select id, place from (
      select c.id, coalesce(known.place, 'whole') as place,
        row_number() over (partition by coalesce(known.place, 'whole') order by c.created_at, c.id) as nth
      from comment c
      left join unnest(${uuids(corrected.map(({ commentId }) => commentId))}::uuid[],
        ${uuids(corrected.map(({ blockId }) => blockId!))}::uuid[]) as corrected (id, block_id)
        on corrected.id = c.id
      left join unnest(${uuids(known)}::uuid[], ${texts(places)}::text[]) as known (id, place)
        on known.id = coalesce(corrected.block_id, c.block_id)
      left join version v on v.id = c.version_id
      where c.document_id = ${documentId}::uuid and c.parent_id is null
        and (c.block_id is null or known.place is not null)
        and (v.number is null or v.number <= ${number}::int)
        and ${threadStands(sql`c`)}
    ) as placed
    where nth <= ${most} or id = ${wished}::uuid`;
}

/** A list for PostgreSQL, as one parameter on either driver. */
const uuids = (ids: string[]) => `{${ids.join(',')}}`;

const texts = uuids;

/** The first comment of the thread that the comment is in; null where there is no such comment. */
async function rootOf(
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

export type BlockLikes = { likes: number; liked: boolean };

/** The likes of the document's blocks, and whether the viewer's is among them. */
export async function likesByBlock(
  { database, viewer }: Context,
  documentId: string
): Promise<Map<string, BlockLikes>> {
  const rows = await database
    .select({
      blockId: block.id,
      likes: sql<number>`count(*)::int`,
      liked: viewer
        ? sql<boolean>`bool_or(${like.memberId} = ${viewer.id}::uuid)`
        : sql<boolean>`false`
    })
    .from(like)
    .innerJoin(block, eq(block.id, like.blockId))
    .where(and(eq(block.documentId, documentId)))
    .groupBy(block.id);
  return new Map(rows.map(({ blockId, ...likes }) => [blockId, likes]));
}
