import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
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
import { id, moment, revision, enumColumn } from './columns.ts';
import { document } from './documents.ts';
import { member } from './members.ts';

/** The text that the working group is writing: the only text of a document that can change. */
export const draft = pgTable('draft', {
  documentId: uuid()
    .primaryKey()
    .references(() => document.id, { onDelete: 'cascade' }),
  markdown: text().notNull(),
  /** The corrections of which block of the latest version became which of the draft. */
  corrections: jsonb().$type<Corrections>().notNull().default({}),
  updatedBy: uuid().references(() => member.id),
  updatedAt: moment().notNull(),
  revision: revision()
});

/** The identity of a block, which it keeps from version to version. */
export const block = pgTable('block', {
  id: id(),
  documentId: uuid()
    .notNull()
    .references(() => document.id)
});

/** A published text of a document; never changed. */
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
    /** What the working group changed, in a sentence. */
    note: text().notNull().default(''),
    /** Its alignment with the version before; null for the first. */
    alignment: jsonb().$type<Row[]>(),
    /** The corrections that the alignment was made with. */
    corrections: jsonb().$type<Corrections>().notNull().default({}),
    publishedBy: uuid().references(() => member.id),
    publishedAt: moment().notNull()
  },
  (table) => [
    unique('version_number_once').on(table.documentId, table.number),
    check('version_number_from_1', sql`${table.number} >= 1`)
  ]
);

/** A block of a version, with its HTML rendered when the version was published. */
export const versionBlock = pgTable(
  'version_block',
  {
    versionId: uuid()
      .notNull()
      .references(() => version.id),
    blockId: uuid()
      .notNull()
      .references(() => block.id),
    /** Its index among all blocks, from 0. */
    position: integer().notNull(),
    /**
     * Its number among the paragraphs, from 1, by which people refer to it ("afsnit 12"); null for
     * a heading.
     */
    number: integer(),
    kind: enumColumn<BlockKind>().notNull(),
    level: integer().notNull(),
    marker: text().notNull(),
    text: text().notNull(),
    markdown: text().notNull(),
    html: text().notNull(),
    /** What happened to it since the version before; `new` in the first version. */
    relation: text().notNull(),
    /** The ids of the blocks of the version before that it came from. */
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

/** Returns a foreign key to a block of a version. */
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
