import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import {
  adoptionStepKinds,
  outcomes,
  type AdoptionStepKind,
  type Outcome
} from '#lib/domain/hearing/enums.ts';
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
    wish: text().notNull()
  },
  (table) => [unique('reservation_position_once').on(table.decisionId, table.position)]
);

/**
 * What was said on the way from an adoption with reservations to the adopted text, in its order:
 * of a reservation, or, without one, of a change outside them. Rows are added and never altered.
 */
export const adoptionStep = pgTable(
  'adoption_step',
  {
    id: id(),
    documentId: uuid()
      .notNull()
      .references(() => document.id),
    decisionId: uuid()
      .notNull()
      .references(() => decision.id),
    /** The order in which they were said. */
    ordinal: integer().notNull().generatedAlwaysAsIdentity(),
    kind: word<AdoptionStepKind>().notNull(),
    reservationId: uuid().references(() => reservation.id),
    /** Names the change that was spoken of; null where it was said before changes had names. */
    change: text(),
    /** The block of a change outside the reservations; null of the title. */
    blockId: uuid().references(() => block.id),
    /** The last version at the time: the one that was spoken of. */
    versionId: uuid()
      .notNull()
      .references(() => version.id),
    /** How a reservation is met, or why something is sent back. */
    words: text().notNull().default(''),
    actorId: uuid().references(() => member.id),
    at: moment().notNull()
  },
  (table) => [
    oneOf('adoption_step_kind_known', table.kind, adoptionStepKinds),
    check(
      'adoption_step_of_something',
      sql`${table.reservationId} is not null or ${table.change} is not null`
    ),
    index('adoption_step_of_decision').on(table.decisionId, table.ordinal)
  ]
);

/** The one version that a document is adopted in: fixed by the decision, or by the last confirmation. */
export const adoption = pgTable('adoption', {
  documentId: uuid()
    .primaryKey()
    .references(() => document.id),
  decisionId: uuid()
    .notNull()
    .unique()
    .references(() => decision.id),
  versionId: uuid()
    .notNull()
    .references(() => version.id),
  adoptedBy: uuid().references(() => member.id),
  adoptedAt: moment().notNull()
});
