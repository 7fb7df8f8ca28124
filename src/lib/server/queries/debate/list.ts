import { sql } from 'drizzle-orm';
import type { Thread } from '#lib/domain/hearing/debate.ts';
import type { Context } from '../../access/context.ts';
import { readCursor, writeCursor, type ListCursor } from './cursor.ts';
import { selectSaid } from './select.ts';
import { threadStands } from '../../database/conditions.ts';
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
 * answered, the oldest first. `after` is the `next` of the page before. A thread stands on one page
 * only, whatever is written and liked while somebody turns the pages; a like that is taken back may
 * move one.
 */
export async function listDebate(
  context: Context,
  documentId: string,
  sort: ListSort,
  after: string | null
): Promise<{ threads: ListedThread[]; next: string | null }> {
  const cursor = readCursor(after);
  const begun = cursor?.begun ?? context.now;
  const roots = rootsSql(documentId, sort, cursor, begun);
  const rows = await selectSaid(context, documentId, roots, null);
  const firsts = new Map(rows.filter((row) => row.id === row.root).map((row) => [row.id, row]));
  const placeOf = ({ first }: Thread) => standingOf(firsts.get(first.id)!.place);
  const threads = [...threadsByPlace(rows, null).values()]
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
    .sort((one, other) => placeOf(one).nth - placeOf(other).nth);
  const shown = threads.slice(0, threadsAPage);
  const last = threads.length > threadsAPage ? shown.at(-1)! : null;
  const next =
    last &&
    writeCursor({ begun, likes: placeOf(last).likes, at: last.first.at, id: last.first.id });
  return { threads: shown, next };
}

/** A thread's place in the list: its turn on the page, and how many liked it when that began. */
function standingOf(place: string): { nth: number; likes: number } {
  const [nth, likes] = place.split(' ').map(Number);
  return { nth: nth!, likes: likes! };
}

function rootsSql(documentId: string, sort: ListSort, cursor: ListCursor | null, begun: Date) {
  const keys = sort === 'supported' ? sql`(likes, created_at, id)` : sql`(created_at, id)`;
  const order =
    sort === 'supported'
      ? sql`likes desc, created_at desc, id desc`
      : sort === 'newest'
        ? sql`created_at desc, id desc`
        : sql`created_at, id`;
  return sql`select id, (row_number() over (order by ${order})) || ' ' || likes as place
    from (
      select c.id, c.created_at, ${sort === 'supported' ? likesBy(begun) : sql`0`} as likes
      from comment c
      where c.document_id = ${documentId}::uuid and c.parent_id is null
        and ${sort === 'unanswered' ? unanswered : threadStands(sql`c`)}
    ) as listed
    where ${cursor ? sql`${keys} ${sort === 'unanswered' ? sql`>` : sql`<`} ${keysOf(cursor, sort)}` : sql`true`}
    order by ${order} limit ${threadsAPage + 1}::int`;
}

const likesBy = (begun: Date) => sql`c.imported_likes + (select count(*) from "like" l
  where l.comment_id = c.id and l.at <= ${begun.toISOString()}::timestamptz)`;

const keysOf = ({ likes, at, id }: ListCursor, sort: ListSort) =>
  sort === 'supported'
    ? sql`(${likes}::int, ${at.toISOString()}::timestamptz, ${id}::uuid)`
    : sql`(${at.toISOString()}::timestamptz, ${id}::uuid)`;

/** Nobody has replied, and no published answer has been given. */
const unanswered = sql`c.withdrawn_at is null
  and not exists (select from comment r where r.parent_id = c.id and r.withdrawn_at is null)
  and not exists (select from input i join answer a on a.input_id = i.id
    join publication p on p.document_id = i.document_id and p.round = i.round
    where i.comment_id = c.id)`;
