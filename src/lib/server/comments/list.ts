import { sql } from 'drizzle-orm';
import type { Thread } from '#lib/domain/hearing/said.ts';
import type { Context } from '../context.ts';
import { selectSaid } from './select.ts';
import { threadsByPlace } from './threads.ts';

export type ListSort = 'newest' | 'supported' | 'unanswered';

/** A thread in a list, with where in the text it stands. */
export type ListedThread = Thread & {
  blockId: string | null;
  number: number | null;
  version: number | null;
};

/** Threads a page of the list: some screens on a phone. */
const threadsAPage = 20;

/**
 * The debate as a list: the newest first, the most supported first, or those that nobody has
 * answered, the oldest first. `after` is the `next` of the page before, which names its last
 * thread: what is written between two pages moves nothing. One that is not understood is none.
 */
export async function listDebate(
  context: Context,
  documentId: string,
  sort: ListSort,
  after: string | null
): Promise<{ threads: ListedThread[]; next: string | null }> {
  const cursor = readCursor(after);
  const rows = await selectSaid(context, documentId, rootsSql(documentId, sort, cursor), null);
  const places = new Map(rows.map((row) => [row.root, Number(row.place)]));
  const firsts = new Map(rows.filter((row) => row.id === row.root).map((row) => [row.id, row]));
  const found = [...threadsByPlace(rows, null).values()]
    .flat()
    .map((thread) => {
      const row = firsts.get(thread.first.id)!;
      return {
        ...thread,
        blockId: row.blockId,
        number: row.blockNumber,
        version: row.versionNumber
      };
    })
    .sort((one, other) => places.get(one.first.id)! - places.get(other.first.id)!);
  const threads = found.slice(0, threadsAPage);
  const last = threads.at(-1)?.first;
  const next = last && found.length > threadsAPage ? `${last.id}.${last.likes}` : null;
  return { threads, next };
}

/** The last thread of the page before, and how many liked it then. */
type Cursor = { id: string; likes: number };

const cursorForm = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.(\d{1,9})$/;

function readCursor(after: string | null): Cursor | null {
  const [, id, likes] = cursorForm.exec(after ?? '') ?? [];
  return id ? { id, likes: Number(likes) } : null;
}

/** Where a thread stands in each order: its support, when it began, and its id where those are equal. */
const support = sql`(c.imported_likes + (select count(*) from "like" l where l.comment_id = c.id))`;

function rootsSql(documentId: string, sort: ListSort, cursor: Cursor | null) {
  const order =
    sort === 'supported'
      ? sql`${support} desc, c.created_at desc, c.id desc`
      : sort === 'newest'
        ? sql`c.created_at desc, c.id desc`
        : sql`c.created_at, c.id`;
  return sql`select c.id, (row_number() over (order by ${order}))::text as place
    from comment c
    where c.document_id = ${documentId}::uuid and c.parent_id is null and ${shownIn(sort)}
      ${cursor ? sql`and ${isBeyond(sort, cursor)}` : sql``}
    order by ${order} limit ${threadsAPage + 1}::int`;
}

/** What was taken back stands while something is said below it, but waits for no answer. */
function shownIn(sort: ListSort) {
  if (sort !== 'unanswered')
    return sql`(c.withdrawn_at is null
      or exists (select from comment r where r.parent_id = c.id))`;
  return sql`c.withdrawn_at is null
    and not exists (select from comment r where r.parent_id = c.id and r.withdrawn_at is null)
    and not exists (select from input i join answer a on a.input_id = i.id
      join publication p on p.document_id = i.document_id and p.round = i.round
      where i.comment_id = c.id)`;
}

/** The threads after the cursor's in the order; of a thread that is gone, none are. */
function isBeyond(sort: ListSort, { id, likes }: Cursor) {
  const last = sql`(select k.created_at from comment k where k.id = ${id}::uuid), ${id}::uuid`;
  if (sort === 'unanswered') return sql`(c.created_at, c.id) > (${last})`;
  if (sort === 'newest') return sql`(c.created_at, c.id) < (${last})`;
  return sql`(${support}, c.created_at, c.id) < (${likes}::bigint, ${last})`;
}
