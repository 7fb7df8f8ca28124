import { and, getTableColumns, isNull, notExists, sql } from 'drizzle-orm';
import { pgView, QueryBuilder } from 'drizzle-orm/pg-core';
import { comment, concealment } from './inputs.ts';

/** drizzle-kit writes the columns of a view by the casing of its query, not by its own. */
const query = new QueryBuilder({ casing: 'snake_case' });

const hidden = query
  .select({ one: sql`1` })
  .from(concealment)
  .where(sql`${concealment.commentId} = ${comment.id}`);

/**
 * The comments that everybody may read: neither withdrawn nor hidden. `search` is the column that
 * the migration of the search adds to `comment`.
 */
export const standingComment = pgView('standing_comment').as(
  query
    .select({ ...getTableColumns(comment), search: sql<string>`${comment}.search`.as('search') })
    .from(comment)
    .where(and(isNull(comment.withdrawnAt), notExists(hidden)))
);
