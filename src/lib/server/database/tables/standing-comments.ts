import { and, getTableColumns, isNull, notExists, sql } from 'drizzle-orm';
import { pgView, QueryBuilder } from 'drizzle-orm/pg-core';
import { comment } from './comments.ts';
import { concealment } from './moderation.ts';

/** With the casing here too, since drizzle-kit takes the columns of a view from its query. */
const query = new QueryBuilder({ casing: 'snake_case' });

const hidden = query
  .select({ one: sql`1` })
  .from(concealment)
  .where(sql`${concealment.commentId} = ${comment.id}`);

/**
 * The comments that anybody may read: neither withdrawn nor hidden. `search` is the column that the
 * search migration adds to `comment`.
 */
export const standingComment = pgView('standing_comment').as(
  query
    .select({ ...getTableColumns(comment), search: sql<string>`${comment}.search`.as('search') })
    .from(comment)
    .where(and(isNull(comment.withdrawnAt), notExists(hidden)))
);
