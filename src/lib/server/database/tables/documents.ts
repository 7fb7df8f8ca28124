import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid
} from 'drizzle-orm/pg-core';
import {
  audiences,
  documentStates,
  levels,
  personRoles,
  type Audience,
  type DocumentState,
  type Level,
  type PersonRole
} from '#lib/domain/hearing/enums.ts';
import { id, moment, enumCheck, revision, enumColumn } from './columns.ts';
import { member, region } from './members.ts';

/** The headings that a new document of some kind begins with. */
export const documentTemplate = pgTable('document_template', {
  id: id(),
  name: text().notNull().unique(),
  markdown: text().notNull(),
  revision: revision()
});

/** A policy text through its whole life. */
export const document = pgTable(
  'document',
  {
    id: id(),
    slug: text().notNull().unique(),
    title: text().notNull(),
    /** One or two sentences, shown in lists. */
    summary: text().notNull().default(''),
    level: enumColumn<Level>().notNull(),
    policyArea: text().notNull(),
    regionId: uuid().references(() => region.id),
    audience: enumColumn<Audience>().notNull(),
    /** The state of its newest transition, stored here too for lists and guards. */
    state: enumColumn<DocumentState>().notNull(),
    /** From 1; a returned document begins its next round. */
    round: integer().notNull().default(1),
    createdBy: uuid().references(() => member.id),
    createdAt: moment().notNull(),
    revision: revision()
  },
  (table) => [
    enumCheck('document_level_known', table.level, levels),
    enumCheck('document_audience_known', table.audience, audiences),
    enumCheck('document_state_known', table.state, documentStates),
    check('document_round_from_1', sql`${table.round} >= 1`)
  ]
);

/**
 * A number for each document that triggers raise, once in a transaction, when anything changes that
 * its pages show.
 */
export const documentActivity = pgTable('document_activity', {
  documentId: uuid()
    .primaryKey()
    .references(() => document.id, { onDelete: 'cascade' }),
  revision: bigint({ mode: 'number' }).notNull().default(1),
  /** The last transaction that raised it, so that a long one raises it once. */
  raisedIn: text().notNull().default('')
});

/**
 * Each transition of a document: who, when, from, to and why. A hearing that closes at its end has
 * no actor.
 */
export const transition = pgTable(
  'transition',
  {
    id: id(),
    documentId: uuid()
      .notNull()
      .references(() => document.id),
    fromState: enumColumn<DocumentState>(),
    toState: enumColumn<DocumentState>().notNull(),
    round: integer().notNull(),
    actorId: uuid().references(() => member.id),
    at: moment().notNull(),
    reason: text().notNull().default('')
  },
  (table) => [
    enumCheck('transition_from_known', table.fromState, documentStates),
    enumCheck('transition_to_known', table.toState, documentStates),
    index('transition_of_document').on(table.documentId, table.at)
  ]
);

export const workingGroupMember = pgTable(
  'working_group_member',
  {
    documentId: uuid()
      .notNull()
      .references(() => document.id, { onDelete: 'cascade' }),
    memberId: uuid()
      .notNull()
      .references(() => member.id, { onDelete: 'cascade' }),
    addedBy: uuid().references(() => member.id),
    addedAt: moment().notNull()
  },
  (table) => [primaryKey({ columns: [table.documentId, table.memberId] })]
);

/** A proposer of the document, or a person involved in writing it, by name. */
export const documentPerson = pgTable(
  'document_person',
  {
    documentId: uuid()
      .notNull()
      .references(() => document.id, { onDelete: 'cascade' }),
    role: enumColumn<PersonRole>().notNull(),
    position: integer().notNull(),
    name: text().notNull(),
    memberId: uuid().references(() => member.id)
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.role, table.position] }),
    enumCheck('document_person_role_known', table.role, personRoles)
  ]
);
