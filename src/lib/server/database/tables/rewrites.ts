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
import { id, moment, oneOf, revision, word } from './columns.ts';
import { version } from './documents.ts';
import { hearing, meeting } from './hearings.ts';
import { member } from './members.ts';

/** A region's text in place of the draft's, or of some sections of it. */
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
    /** What the region says before its text. */
    foreword: text().notNull().default(''),
    forewordHtml: text().notNull().default(''),
    markdown: text().notNull(),
    /** The blocks of the version that the meeting considered; null where it considered all. */
    scope: uuid().array(),
    /** How its blocks stand to the blocks within the scope. */
    alignment: jsonb().$type<Row[]>().notNull(),
    /** What the rapporteur has said of it, so that it is honoured when it is made again. */
    corrections: jsonb().$type<Corrections>().notNull().default({}),
    writtenBy: uuid()
      .notNull()
      .references(() => member.id),
    writtenAt: moment().notNull(),
    /** Null while the rapporteur still looks it through. */
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
    kind: word<BlockKind>().notNull(),
    level: integer().notNull(),
    marker: text().notNull(),
    text: text().notNull(),
    markdown: text().notNull(),
    html: text().notNull(),
    /** The region's own aside, not text of the draft: it stands as the reason of a change. */
    isRemark: boolean().notNull().default(false)
  },
  (table) => [primaryKey({ columns: [table.rewriteId, table.position] })]
);

/** One difference between the draft and a rewrite, with its own reason. */
export const change = pgTable(
  'change',
  {
    id: id(),
    rewriteId: uuid()
      .notNull()
      .references(() => rewrite.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    relation: word<ChangeRelation>().notNull(),
    /** The draft's blocks it is about; none where it is inserted. */
    blockIds: uuid()
      .array()
      .notNull()
      .default(sql`'{}'::uuid[]`),
    /** The block of the draft that it stands at: its first, or the one it is inserted after. */
    anchorBlockId: uuid(),
    /** Positions in the rewrite; none where it is deleted. */
    newPositions: integer()
      .array()
      .notNull()
      .default(sql`'{}'::integer[]`),
    reason: text().notNull().default('')
  },
  (table) => [
    unique('change_position_once').on(table.rewriteId, table.position),
    oneOf('change_relation_known', table.relation, changeRelations)
  ]
);
