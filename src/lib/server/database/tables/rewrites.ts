import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
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
import { changeRelations, type ChangeRelation } from '#lib/domain/hearing/enums.ts';
import { id, moment, enumCheck, revision, enumColumn } from './columns.ts';
import { hearing, meeting } from './hearings.ts';
import { member } from './members.ts';
import { version } from './versions.ts';

/** A region's text in place of the draft, or of some of its sections. */
export const rewrite = pgTable(
  'rewrite',
  {
    id: id(),
    meetingId: uuid()
      .notNull()
      .references(() => meeting.id),
    hearingId: uuid()
      .notNull()
      .references(() => hearing.id),
    versionId: uuid()
      .notNull()
      .references(() => version.id),
    /** The region's words before its text. */
    foreword: text().notNull().default(''),
    forewordHtml: text().notNull().default(''),
    markdown: text().notNull(),
    /** The ids of the version's blocks that the meeting considered; null if it considered all. */
    scope: uuid().array(),
    /** The alignment of the blocks considered with its blocks. */
    alignment: jsonb().$type<Row[]>().notNull(),
    /** The rapporteur's corrections of the alignment, which are kept when the text is edited. */
    corrections: jsonb().$type<Corrections>().notNull().default({}),
    writtenBy: uuid()
      .notNull()
      .references(() => member.id),
    writtenAt: moment().notNull(),
    /** Null while the rapporteur reviews it. */
    postedAt: moment(),
    withdrawnAt: moment(),
    withdrawnBy: uuid().references(() => member.id),
    revision: revision()
  },
  (table) => [
    index('rewrite_of_hearing').on(table.hearingId),
    check(
      'rewrite_withdrawn_by',
      sql`(${table.withdrawnAt} is null) = (${table.withdrawnBy} is null)`
    )
  ]
);

export const rewriteBlock = pgTable(
  'rewrite_block',
  {
    rewriteId: uuid()
      .notNull()
      .references(() => rewrite.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    kind: enumColumn<BlockKind>().notNull(),
    level: integer().notNull(),
    marker: text().notNull(),
    text: text().notNull(),
    markdown: text().notNull(),
    html: text().notNull(),
    /**
     * Whether it is the region's comment and not text for the draft; it becomes the reason of a
     * change.
     */
    isRemark: boolean().notNull().default(false)
  },
  (table) => [primaryKey({ columns: [table.rewriteId, table.position] })]
);

/** A difference between the draft and a rewrite, with its reason. */
export const change = pgTable(
  'change',
  {
    id: id(),
    rewriteId: uuid()
      .notNull()
      .references(() => rewrite.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    relation: enumColumn<ChangeRelation>().notNull(),
    /** The blocks of the draft that it changes; none if it is inserted. */
    blockIds: uuid()
      .array()
      .notNull()
      .default(sql`'{}'::uuid[]`),
    /** The block of the draft that it is shown at: its first, or the one it is inserted after. */
    anchorBlockId: uuid(),
    /** Its blocks' positions in the rewrite; none if it is deleted. */
    newPositions: integer()
      .array()
      .notNull()
      .default(sql`'{}'::integer[]`),
    reason: text().notNull().default('')
  },
  (table) => [
    unique('change_position_once').on(table.rewriteId, table.position),
    enumCheck('change_relation_known', table.relation, changeRelations)
  ]
);
