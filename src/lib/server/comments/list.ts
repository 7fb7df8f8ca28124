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
 * answered, the oldest first. `after` is the `next` of the page before.
 */
export async function listDebate(
  context: Context,
  documentId: string,
  sort: ListSort,
  after: string | null
): Promise<{ threads: ListedThread[]; next: string | null }> {
  const offset = pageOf(after) * threadsAPage;
  const rows = await selectSaid(context, documentId, rootsSql(documentId, sort, offset), null);
  const places = new Map(rows.map((row) => [row.root, Number(row.place)]));
  const firsts = new Map(rows.filter((row) => row.id === row.root).map((row) => [row.id, row]));
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
    .sort((one, other) => places.get(one.first.id)! - places.get(other.first.id)!);
  const next = threads.length > threadsAPage ? String(pageOf(after) + 1) : null;
  return { threads: threads.slice(0, threadsAPage), next };
}

/** At most so many pages: a list of ten thousand threads is not read to its end. */
const mostPages = 500;

function pageOf(after: string | null): number {
  const page = Number(after ?? 0);
  return Number.isInteger(page) && page > 0 ? Math.min(page, mostPages) : 0;
}

function rootsSql(documentId: string, sort: ListSort, offset: number) {
  const supported = sql`(c.imported_likes + (select count(*) from "like" l where l.comment_id = c.id)) desc,`;
  const order =
    sort === 'supported'
      ? sql`${supported} c.created_at desc, c.id`
      : sort === 'newest'
        ? sql`c.created_at desc, c.id`
        : sql`c.created_at, c.id`;
  const unanswered = sql`and not exists (select from comment r where r.parent_id = c.id and r.withdrawn_at is null)
    and not exists (select from input i join answer a on a.input_id = i.id
      join publication p on p.document_id = i.document_id and p.round = i.round
      where i.comment_id = c.id)`;
  return sql`select c.id, (row_number() over (order by ${order}))::text as place
    from comment c
    where c.document_id = ${documentId}::uuid and c.parent_id is null and c.withdrawn_at is null
      ${sort === 'unanswered' ? unanswered : sql``}
    order by ${order} limit ${threadsAPage + 1}::int offset ${offset}::int`;
}
