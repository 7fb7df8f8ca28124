import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid
} from 'drizzle-orm/pg-core';
import type { BlockKind } from '#lib/domain/document/block.ts';
import type { Corrections, Row } from '#lib/domain/document/align/row.ts';
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
import { id, moment, oneOf, revision, word } from './columns.ts';
import { member, region } from './members.ts';

/** The headings that a kind of document begins with; the party changes them as it likes. */
export const documentTemplate = pgTable('document_template', {
  id: id(),
  name: text().notNull().unique(),
  markdown: text().notNull(),
  revision: revision()
});

/** One policy text through its whole life. */
export const document = pgTable(
  'document',
  {
    id: id(),
    slug: text().notNull().unique(),
    title: text().notNull(),
    /** A sentence or two, for lists. */
    summary: text().notNull().default(''),
    level: word<Level>().notNull(),
    policyArea: text().notNull(),
    regionId: uuid().references(() => region.id),
    audience: word<Audience>().notNull(),
    /** Where it stands: what the newest row of `transition` says, kept here for lists and guards. */
    state: word<DocumentState>().notNull(),
    /** From 1; a document that is returned goes into its next round. */
    round: integer().notNull().default(1),
    createdBy: uuid().references(() => member.id),
    createdAt: moment().notNull(),
    revision: revision()
  },
  (table) => [
    oneOf('document_level_known', table.level, levels),
    oneOf('document_audience_known', table.audience, audiences),
    oneOf('document_state_known', table.state, documentStates),
    check('document_round_from_1', sql`${table.round} >= 1`)
  ]
);

/** How often what a document's pages show has changed: raised by triggers, once a transaction. */
export const documentActivity = pgTable('document_activity', {
  documentId: uuid()
    .primaryKey()
    .references(() => document.id, { onDelete: 'cascade' }),
  revision: bigint({ mode: 'number' }).notNull().default(1),
  /** The transaction that raised it last, so that a long one raises it once. */
  raisedIn: text().notNull().default('')
});

/** Every step of a document: who, when, from, to, why. The deadline of a hearing closes it by itself, with no one as actor. */
export const transition = pgTable(
  'transition',
  {
    id: id(),
    documentId: uuid()
      .notNull()
      .references(() => document.id),
    fromState: word<DocumentState>(),
    toState: word<DocumentState>().notNull(),
    round: integer().notNull(),
    actorId: uuid().references(() => member.id),
    at: moment().notNull(),
    reason: text().notNull().default('')
  },
  (table) => [
    oneOf('transition_from_known', table.fromState, documentStates),
    oneOf('transition_to_known', table.toState, documentStates),
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

/** The proposers behind a document and those who were involved in making it, by name. */
export const documentPerson = pgTable(
  'document_person',
  {
    documentId: uuid()
      .notNull()
      .references(() => document.id, { onDelete: 'cascade' }),
    role: word<PersonRole>().notNull(),
    position: integer().notNull(),
    name: text().notNull(),
    memberId: uuid().references(() => member.id)
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.role, table.position] }),
    oneOf('document_person_role_known', table.role, personRoles)
  ]
);

/** What the working group is writing: the only text of a document that can change. */
export const draft = pgTable('draft', {
  documentId: uuid()
    .primaryKey()
    .references(() => document.id, { onDelete: 'cascade' }),
  markdown: text().notNull(),
  /** What is said of which paragraph of the latest version became which of the draft. */
  corrections: jsonb().$type<Corrections>().notNull().default({}),
  updatedBy: uuid().references(() => member.id),
  updatedAt: moment().notNull(),
  revision: revision()
});

/** A block's identity, which survives from version to version. */
export const block = pgTable('block', {
  id: id(),
  documentId: uuid()
    .notNull()
    .references(() => document.id)
});

/** An immutable text of a document. */
export const version = pgTable(
  'version',
  {
    id: id(),
    documentId: uuid()
      .notNull()
      .references(() => document.id),
    number: integer().notNull(),
    title: text().notNull(),
    markdown: text().notNull(),
    /** What the working group says that it changed, in a sentence. */
    note: text().notNull().default(''),
    /** How its blocks stand to those of the version before; null for the first. */
    alignment: jsonb().$type<Row[]>(),
    /** What the working group said of that, so that it is honoured when it is made again. */
    corrections: jsonb().$type<Corrections>().notNull().default({}),
    publishedBy: uuid().references(() => member.id),
    publishedAt: moment().notNull()
  },
  (table) => [
    unique('version_number_once').on(table.documentId, table.number),
    check('version_number_from_1', sql`${table.number} >= 1`)
  ]
);

/** A block's text in one version, with its HTML rendered once, when the version was published. */
export const versionBlock = pgTable(
  'version_block',
  {
    versionId: uuid()
      .notNull()
      .references(() => version.id),
    blockId: uuid()
      .notNull()
      .references(() => block.id),
    /** From 0, headings included. */
    position: integer().notNull(),
    /** What people say in a meeting, "afsnit 12": from 1, headings not counted. */
    number: integer(),
    kind: word<BlockKind>().notNull(),
    level: integer().notNull(),
    marker: text().notNull(),
    text: text().notNull(),
    markdown: text().notNull(),
    html: text().notNull(),
    /** What happened to it since the version before; 'new' in the first version. */
    relation: text().notNull(),
    /** The blocks of the version before that it came from. */
    origins: uuid()
      .array()
      .notNull()
      .default(sql`'{}'::uuid[]`)
  },
  (table) => [
    primaryKey({ columns: [table.versionId, table.blockId] }),
    unique('version_block_position_once').on(table.versionId, table.position)
  ]
);

/** A foreign key to a block as it stood in a version. */
export const toVersionBlock = (
  name: string,
  columns: {
    versionId: Parameters<typeof foreignKey>[0]['columns'][0];
    blockId: Parameters<typeof foreignKey>[0]['columns'][0];
  }
) =>
  foreignKey({
    name,
    columns: [columns.versionId, columns.blockId],
    foreignColumns: [versionBlock.versionId, versionBlock.blockId]
  });
