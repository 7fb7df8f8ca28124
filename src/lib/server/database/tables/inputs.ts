import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
  type AnyPgColumn
} from 'drizzle-orm/pg-core';
import { inputKinds, type InputKind } from '#lib/domain/hearing/enums.ts';
import { wishOutcomes, type WishOutcome } from '#lib/domain/hearing/withdrawal-wish.ts';
import { exactlyOne, id, moment, enumCheck, enumColumn } from './columns.ts';
import { comment } from './comments.ts';
import { document } from './documents.ts';
import { hearing, meeting } from './hearings.ts';
import { member } from './members.ts';
import { change } from './rewrites.ts';
import { toVersionBlock, version } from './versions.ts';

/** One thing that a meeting said, on a block or on the whole document. */
export const remark = pgTable(
  'remark',
  {
    id: id(),
    meetingId: uuid()
      .notNull()
      .references(() => meeting.id),
    versionId: uuid()
      .notNull()
      .references(() => version.id),
    blockId: uuid(),
    markdown: text().notNull(),
    html: text().notNull(),
    enteredAt: moment().notNull()
  },
  (table) => [
    toVersionBlock('remark_on_block', { versionId: table.versionId, blockId: table.blockId }),
    index('remark_of_meeting').on(table.meetingId)
  ]
);

/** An answer to a hearing that came by post or e-mail and was entered by the working group. */
export const letter = pgTable(
  'letter',
  {
    id: id(),
    hearingId: uuid()
      .notNull()
      .references(() => hearing.id),
    versionId: uuid()
      .notNull()
      .references(() => version.id),
    blockId: uuid(),
    sender: text().notNull(),
    receivedOn: date({ mode: 'string' }).notNull(),
    markdown: text().notNull(),
    html: text().notNull(),
    /** What its mail program wrote below it, as it was: the quoted mail, a signature. */
    tail: text().notNull().default(''),
    enteredBy: uuid()
      .notNull()
      .references(() => member.id),
    enteredAt: moment().notNull()
  },
  (table) => [
    toVersionBlock('letter_on_block', { versionId: table.versionId, blockId: table.blockId })
  ]
);

/** What must be answered: one comment, change, remark or letter. */
export const input = pgTable(
  'input',
  {
    id: id(),
    documentId: uuid()
      .notNull()
      .references(() => document.id),
    round: integer().notNull(),
    /** Its number in the document, from 1. */
    number: integer().notNull(),
    kind: enumColumn<InputKind>().notNull(),
    commentId: uuid()
      .unique()
      .references(() => comment.id),
    changeId: uuid()
      .unique()
      .references(() => change.id),
    remarkId: uuid()
      .unique()
      .references(() => remark.id),
    letterId: uuid()
      .unique()
      .references(() => letter.id),
    /** Whether it was entered after the hearing had closed. */
    late: boolean().notNull().default(false),
    /**
     * When it ceased to need an answer: its author withdrew it, or it was marked as the working
     * group's own.
     */
    withdrawnAt: moment(),
    createdAt: moment().notNull()
  },
  (table) => [
    unique('input_number_once').on(table.documentId, table.number),
    enumCheck('input_kind_known', table.kind, inputKinds),
    exactlyOne(
      'input_is_one_thing',
      table.commentId,
      table.changeId,
      table.remarkId,
      table.letterId
    ),
    check(
      'input_kind_fits',
      sql`case ${table.kind} when 'comment' then ${table.commentId} when 'change' then ${table.changeId} when 'remark' then ${table.remarkId} else ${table.letterId} end is not null`
    )
  ]
);

/**
 * An author's wish to have a comment withdrawn after its own round has closed. A comment has at
 * most one that is pending.
 */
export const withdrawalWish = pgTable(
  'withdrawal_wish',
  {
    id: id(),
    commentId: uuid()
      .notNull()
      .references(() => comment.id),
    /** The input that the comment is or is a reply to. */
    inputId: uuid()
      .notNull()
      .references((): AnyPgColumn => input.id),
    askedBy: uuid()
      .notNull()
      .references(() => member.id),
    askedAt: moment().notNull(),
    reason: text().notNull().default(''),
    /** Null while it is pending. */
    outcome: enumColumn<WishOutcome>(),
    settledBy: uuid().references(() => member.id),
    settledAt: moment(),
    /** The working group's words on it. */
    words: text().notNull().default('')
  },
  (table) => [
    enumCheck('withdrawal_wish_outcome_known', table.outcome, wishOutcomes),
    check(
      'withdrawal_wish_settled',
      sql`num_nonnulls(${table.outcome}, ${table.settledBy}, ${table.settledAt}) in (0, 3)`
    ),
    uniqueIndex('withdrawal_wish_waits_once')
      .on(table.commentId)
      .where(sql`${table.outcome} is null`),
    index('withdrawal_wish_of_comment').on(table.commentId, table.askedAt),
    index('withdrawal_wish_of_input').on(table.inputId)
  ]
);
