import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { outcomes, type Outcome } from '#lib/domain/hearing/words.ts';
import type { Report } from '#lib/domain/report/report.ts';
import { id, moment, oneOf, revision, word } from './columns.ts';
import { block, document, version } from './documents.ts';
import { member } from './members.ts';

/** The hearing summed up; what the working group writes of it, and the whole, frozen when sent. */
export const report = pgTable(
  'report',
  {
    id: id(),
    documentId: uuid()
      .notNull()
      .references(() => document.id),
    round: integer().notNull(),
    foreword: text().notNull().default(''),
    forewordHtml: text().notNull().default(''),
    updatedBy: uuid().references(() => member.id),
    updatedAt: moment().notNull(),
    content: jsonb().$type<Report>(),
    frozenAt: moment(),
    revision: revision()
  },
  (table) => [
    unique('report_once_a_round').on(table.documentId, table.round),
    check('report_frozen_whole', sql`(${table.content} is null) = (${table.frozenAt} is null)`)
  ]
);

/** A version and its report, sent to Politisk Forum. */
export const submission = pgTable(
  'submission',
  {
    id: id(),
    documentId: uuid()
      .notNull()
      .references(() => document.id),
    round: integer().notNull(),
    versionId: uuid()
      .notNull()
      .references(() => version.id),
    reportId: uuid()
      .notNull()
      .unique()
      .references(() => report.id),
    message: text().notNull().default(''),
    submittedBy: uuid().references(() => member.id),
    submittedAt: moment().notNull()
  },
  (table) => [unique('submission_once_a_round').on(table.documentId, table.round)]
);

export const decision = pgTable(
  'decision',
  {
    id: id(),
    submissionId: uuid()
      .notNull()
      .unique()
      .references(() => submission.id),
    outcome: word<Outcome>().notNull(),
    /** The forum's own words; with a return, its wishes for further work. */
    reason: text().notNull().default(''),
    reasonHtml: text().notNull().default(''),
    decidedBy: uuid()
      .notNull()
      .references(() => member.id),
    decidedAt: moment().notNull()
  },
  (table) => [oneOf('decision_outcome_known', table.outcome, outcomes)]
);

/** A block, and what must be rewritten in it before the adoption stands. */
export const reservation = pgTable(
  'reservation',
  {
    id: id(),
    decisionId: uuid()
      .notNull()
      .references(() => decision.id),
    position: integer().notNull(),
    blockId: uuid().references(() => block.id),
    wish: text().notNull(),
    /** The later version whose change meets it. */
    metInVersionId: uuid().references(() => version.id),
    metBy: uuid().references(() => member.id),
    metAt: moment(),
    /** How it was met, in the working group's words. */
    metNote: text().notNull().default('')
  },
  (table) => [
    unique('reservation_position_once').on(table.decisionId, table.position),
    check(
      'reservation_met_whole',
      sql`(${table.metInVersionId} is null) = (${table.metAt} is null)`
    )
  ]
);
