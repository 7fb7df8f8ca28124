import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { moderationSteps, type ModerationStep } from '#lib/domain/hearing/enums.ts';
import { id, moment, enumCheck, enumColumn } from './columns.ts';
import { comment } from './comments.ts';
import { member } from './members.ts';

/** A comment that an administrator has hidden; the reason is shown in place of its words. */
export const concealment = pgTable('concealment', {
  commentId: uuid()
    .primaryKey()
    .references(() => comment.id),
  reason: text().notNull(),
  hiddenBy: uuid()
    .notNull()
    .references(() => member.id),
  hiddenAt: moment().notNull()
});

/**
 * Each step of moderation: who hid a comment, showed it again or dismissed its reports, when and
 * why.
 */
export const moderation = pgTable(
  'moderation',
  {
    id: id(),
    commentId: uuid()
      .notNull()
      .references(() => comment.id),
    step: enumColumn<ModerationStep>().notNull(),
    reason: text().notNull().default(''),
    moderatorId: uuid()
      .notNull()
      .references(() => member.id),
    at: moment().notNull()
  },
  (table) => [
    enumCheck('moderation_step_known', table.step, moderationSteps),
    index('moderation_of_comment').on(table.commentId, table.at)
  ]
);

/** A member's report of a comment to the administrators; one of each member on a comment. */
export const commentReport = pgTable(
  'comment_report',
  {
    id: id(),
    commentId: uuid()
      .notNull()
      .references(() => comment.id),
    reporterId: uuid()
      .notNull()
      .references(() => member.id),
    reason: text().notNull(),
    reportedAt: moment().notNull(),
    /** The step that settled it; null while it is pending. */
    moderationId: uuid().references(() => moderation.id)
  },
  (table) => [unique('comment_report_once').on(table.commentId, table.reporterId)]
);
