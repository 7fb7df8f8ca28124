import { sql } from 'drizzle-orm';
import type { Thread } from '#lib/domain/hearing/debate.ts';
import type { Context } from '../../access/context.ts';
import { threadStands } from '../../database/conditions.ts';
import { type CommentRow, selectThreads } from './comment-rows.ts';
import { threadsByPlace } from './threads.ts';

export type ListSort = 'newest' | 'supported' | 'unanswered';

/** A thread in a list, with the block and the version that it was written on. */
export type ListedThread = Thread & {
  blockId: string | null;
  number: number | null;
  version: number | null;
};

/** The threads on a page of the list: a few screens on a phone. */
const threadsPerPage = 20;

/**
 * Returns a page of the debate as a list: the newest threads first, the most supported first, or
 * those without a reply or a published answer, the oldest first. `after` is the `next` of the page
 * before. A thread is on one page only, whatever is written and liked while somebody turns the
 * pages; a like that is taken back may move one.
 */
export async function listDebate(
  context: Context,
  documentId: string,
  sort: ListSort,
  after: string | null
): Promise<{ threads: ListedThread[]; next: string | null }> {
  const cursor = readCursor(after);
  const begun = cursor?.begun ?? context.now;
  const rows = await selectThreads(
    context,
    documentId,
    rootsSql(documentId, sort, cursor, begun),
    null
  );
  const threads = [...threadsByPlace(rows, null).values()].flat();
  const byId = new Map(threads.map((thread) => [thread.first.id, thread]));
  const firsts = rows.flatMap((row) => (row.id === row.root ? [{ ...row, ...rankOf(row) }] : []));
  const ranked = firsts.sort((one, other) => one.rank - other.rank);
  const shown = ranked.slice(0, threadsPerPage);
  const last = ranked.length > threadsPerPage ? shown.at(-1)! : null;
  return {
    threads: shown.map(({ id, blockId, blockNumber, versionNumber }) => ({
      ...byId.get(id)!,
      ...{ blockId, number: blockNumber, version: versionNumber }
    })),
    next:
      last && writeCursor({ begun, likes: last.likesAtBeginning, at: last.createdAt, id: last.id })
  };
}

/** Returns a thread's rank in the list, and the likes that it had when the list was begun. */
function rankOf({ place }: CommentRow): { rank: number; likesAtBeginning: number } {
  const [rank, likes] = place.split(' ').map(Number);
  return { rank: rank!, likesAtBeginning: likes! };
}

/** Returns the `roots (id, place)` of `selectThreads`; the place is the rank and the likes. */
function rootsSql(documentId: string, sort: ListSort, cursor: ListCursor | null, begun: Date) {
  const isBySupport = sort === 'supported';
  const keys = isBySupport ? sql`(likes, created_at, id)` : sql`(created_at, id)`;
  const order = orders[sort];
  const comparison = sort === 'unanswered' ? sql`>` : sql`<`;
  return sql`select id, (row_number() over (order by ${order})) || ' ' || likes as place
    from (
      select c.id, c.created_at, ${isBySupport ? likesBefore(begun) : sql`0`} as likes
      from comment c
      where c.document_id = ${documentId}::uuid and c.parent_id is null
        and ${sort === 'unanswered' ? isUnanswered : threadStands(sql`c`)}
    ) as listed
    where ${cursor ? sql`${keys} ${comparison} ${keysOf(cursor, sort)}` : sql`true`}
    order by ${order} limit ${threadsPerPage + 1}::int`;
}

const orders = {
  newest: sql`created_at desc, id desc`,
  supported: sql`likes desc, created_at desc, id desc`,
  unanswered: sql`created_at, id`
};

const likesBefore = (begun: Date) => sql`c.imported_likes + (select count(*) from "like" l
  where l.comment_id = c.id and l.at <= ${begun.toISOString()}::timestamptz)`;

const keysOf = ({ likes, at, id }: ListCursor, sort: ListSort) =>
  sort === 'supported'
    ? sql`(${likes}::int, ${at.toISOString()}::timestamptz, ${id}::uuid)`
    : sql`(${at.toISOString()}::timestamptz, ${id}::uuid)`;

/** The condition that the comment `c` has no reply and no published answer. */
const isUnanswered = sql`c.withdrawn_at is null
  and not exists (select from comment r where r.parent_id = c.id and r.withdrawn_at is null)
  and not exists (select from input i join answer a on a.input_id = i.id
    join publication p on p.document_id = i.document_id and p.round = i.round
    where i.comment_id = c.id)`;

/** Where the next page of a list begins: what the last thread of a page was ordered by. */
type ListCursor = {
  /** When the first page was read; likes are counted as they were then. */
  begun: Date;
  likes: number;
  at: Date;
  id: string;
};

/** Returns the cursor as an address holds it. */
const writeCursor = ({ begun, likes, at, id }: ListCursor): string =>
  [begun.getTime(), likes, at.getTime(), id].join('_');

/** Returns the cursor that an address holds; null if it holds none, which begins the list anew. */
function readCursor(written: string | null): ListCursor | null {
  const found = written?.match(cursorPattern)?.groups;
  if (!found) return null;
  const { begun, likes, at, id } = found;
  return {
    begun: new Date(Number(begun)),
    likes: Number(likes),
    at: new Date(Number(at)),
    id: id!
  };
}

/** Its numbers have no more digits than the database's moments and counts can have. */
const cursorPattern =
  /^(?<begun>\d{1,14})_(?<likes>\d{1,9})_(?<at>\d{1,14})_(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
