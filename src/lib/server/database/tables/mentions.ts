import { index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { comment } from './inputs.ts';
import { member } from './members.ts';

/** A member whom a comment mentions by name, for that member to find. */
export const commentMention = pgTable(
  'comment_mention',
  {
    commentId: uuid()
      .notNull()
      .references(() => comment.id),
    memberId: uuid()
      .notNull()
      .references(() => member.id)
  },
  (table) => [
    primaryKey({ columns: [table.commentId, table.memberId] }),
    index('mention_of_member').on(table.memberId)
  ]
);
