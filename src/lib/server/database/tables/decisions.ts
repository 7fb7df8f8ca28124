import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import {
  adoptionStepKinds,
  outcomes,
  type AdoptionStepKind,
  type Outcome
} from '#lib/domain/hearing/enums.ts';
import type { Report } from '#lib/domain/report/report.ts';
import { id, moment, enumCheck, revision, enumColumn } from './columns.ts';
import { document } from './documents.ts';
import { member } from './members.ts';
import { block, version } from './versions.ts';

/**
 * The report of a round: the working group's foreword, and the whole content once it is submitted.
 */
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

/** A version and its report, submitted to Politisk Forum. */
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

/** Politisk Forum's decision of a submission. */
export const decision = pgTable(
  'decision',
  {
    id: id(),
    submissionId: uuid()
      .notNull()
      .unique()
      .references(() => submission.id),
    outcome: enumColumn<Outcome>().notNull(),
    /** Politisk Forum's words; of a return, what further work it wishes. */
    reason: text().notNull().default(''),
    reasonHtml: text().notNull().default(''),
    decidedBy: uuid()
      .notNull()
      .references(() => member.id),
    decidedAt: moment().notNull()
  },
  (table) => [enumCheck('decision_outcome_known', table.outcome, outcomes)]
);

/**
 * What must be rewritten, in a block or in the whole text if it has none, before the adoption is
 * complete.
 */
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
 * A step from an adoption with reservations to the adoption, about a reservation or, if it has
 * none, about a change outside them. Rows are never changed.
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
    /** The order of the steps. */
    ordinal: integer().notNull().generatedAlwaysAsIdentity(),
    kind: enumColumn<AdoptionStepKind>().notNull(),
    reservationId: uuid().references(() => reservation.id),
    /** The name of the change that was seen; null in steps from before changes had names. */
    change: text(),
    /** The block of a change outside the reservations; null if it is the title. */
    blockId: uuid().references(() => block.id),
    /** The newest version at the time. */
    versionId: uuid()
      .notNull()
      .references(() => version.id),
    /** How a reservation is met, or why something is sent back. */
    words: text().notNull().default(''),
    actorId: uuid().references(() => member.id),
    at: moment().notNull()
  },
  (table) => [
    enumCheck('adoption_step_kind_known', table.kind, adoptionStepKinds),
    check(
      'adoption_step_of_something',
      sql`${table.reservationId} is not null or ${table.change} is not null`
    ),
    index('adoption_step_of_decision').on(table.decisionId, table.ordinal)
  ]
);

/** The version that a document is adopted in, by the decision or by the last confirmation. */
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
