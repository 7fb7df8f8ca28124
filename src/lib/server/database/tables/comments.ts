import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
  type AnyPgColumn
} from 'drizzle-orm/pg-core';
import { commentKinds, voices, type CommentKind, type Voice } from '#lib/domain/hearing/enums.ts';
import { exactlyOne, id, moment, enumCheck, revision, enumColumn } from './columns.ts';
import { document } from './documents.ts';
import { callForInput, hearing, meeting } from './hearings.ts';
import { member } from './members.ts';
import { change } from './rewrites.ts';
import { block, toVersionBlock, version } from './versions.ts';

/**
 * A passage of a block, as the W3C's text quote selector and text position selector describe it.
 */
export type QuoteSelector = {
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
};

/** A member's words on a block, on a passage of it or on the whole document, or a reply. */
export const comment = pgTable(
  'comment',
  {
    id: id(),
    documentId: uuid()
      .notNull()
      .references(() => document.id),
    hearingId: uuid().references(() => hearing.id),
    callId: uuid().references(() => callForInput.id),
    /** The version that it was written on; null in a call for input, which has none. */
    versionId: uuid().references(() => version.id),
    blockId: uuid(),
    quote: jsonb().$type<QuoteSelector>(),
    parentId: uuid().references((): AnyPgColumn => comment.id),
    kind: enumColumn<CommentKind>(),
    authorId: uuid().references(() => member.id),
    /** The name that it was written under; of an author without an account, from an import. */
    authorName: text().notNull(),
    markdown: text().notNull(),
    html: text().notNull(),
    /**
     * The proposed text in place of the quote or the whole block, in a comment of kind `wording`.
     */
    wording: text(),
    /** The quoted part of the e-mail that it was imported from; shown folded. */
    tail: text().notNull().default(''),
    /** The number of likes in the forum that it was imported from. */
    importedLikes: integer().notNull().default(0),
    /**
     * Its id in the forum that it was imported from, as `discourse:412/3001`; a repeated import
     * skips it.
     */
    source: text(),
    /** A key of the form and its content: sending the same form twice makes one comment. */
    formKey: uuid(),
    createdAt: moment().notNull(),
    editedAt: moment(),
    withdrawnAt: moment(),
    revision: revision()
  },
  (table) => [
    exactlyOne('comment_in_one_place', table.hearingId, table.callId),
    enumCheck('comment_kind_known', table.kind, commentKinds),
    unique('comment_source_once').on(table.documentId, table.source),
    unique('comment_form_once').on(table.authorId, table.formKey),
    check('comment_quote_in_block', sql`${table.quote} is null or ${table.blockId} is not null`),
    check(
      'comment_block_in_version',
      sql`${table.blockId} is null or ${table.versionId} is not null`
    ),
    toVersionBlock('comment_on_block', { versionId: table.versionId, blockId: table.blockId }),
    index('comment_of_document').on(table.documentId, table.createdAt),
    index('comment_of_block').on(table.blockId, table.createdAt),
    index('comment_of_parent').on(table.parentId)
  ]
);

/** A comment's text before an edit. */
export const commentRevision = pgTable(
  'comment_revision',
  {
    commentId: uuid()
      .notNull()
      .references(() => comment.id),
    revision: integer().notNull(),
    markdown: text().notNull(),
    html: text().notNull(),
    wording: text(),
    writtenAt: moment().notNull()
  },
  (table) => [primaryKey({ columns: [table.commentId, table.revision] })]
);

/**
 * The working group's statement that an imported comment speaks for a region's meeting or for the
 * working group itself.
 */
export const commentVoice = pgTable(
  'comment_voice',
  {
    commentId: uuid()
      .primaryKey()
      .references(() => comment.id),
    voice: enumColumn<Voice>().notNull(),
    meetingId: uuid().references(() => meeting.id),
    markedBy: uuid()
      .notNull()
      .references(() => member.id),
    markedAt: moment().notNull()
  },
  (table) => [
    enumCheck('comment_voice_known', table.voice, voices),
    check(
      'comment_voice_meeting',
      sql`(${table.voice} = 'region') = (${table.meetingId} is not null)`
    )
  ]
);

/**
 * A person's correction of where the passage of a comment is in a version: in these words of a
 * block, in the whole block, or nowhere. The latest correction holds for its version and those
 * after it.
 */
export const passageCorrection = pgTable(
  'passage_correction',
  {
    commentId: uuid()
      .notNull()
      .references(() => comment.id),
    /** From 1, in the order of the corrections. */
    revision: integer().notNull(),
    versionId: uuid()
      .notNull()
      .references(() => version.id),
    /** Null if the passage is gone. */
    blockId: uuid(),
    /** Null if the whole block is meant. */
    quote: jsonb().$type<QuoteSelector>(),
    correctedBy: uuid()
      .notNull()
      .references(() => member.id),
    correctedAt: moment().notNull()
  },
  (table) => [
    primaryKey({ columns: [table.commentId, table.revision] }),
    check(
      'passage_correction_quote_in_block',
      sql`${table.quote} is null or ${table.blockId} is not null`
    ),
    toVersionBlock('passage_correction_on_block', {
      versionId: table.versionId,
      blockId: table.blockId
    })
  ]
);

/** A member whom a comment mentions. */
export const commentMention = pgTable(
  'comment_mention',
  {
    commentId: uuid()
      .notNull()
      .references(() => comment.id),
    memberId: uuid()
      .notNull()
      .references(() => member.id)
  },
  (table) => [
    primaryKey({ columns: [table.commentId, table.memberId] }),
    index('mention_of_member').on(table.memberId)
  ]
);

/** A member's like of a comment, a block or a change; it shows support and decides nothing. */
export const like = pgTable(
  'like',
  {
    id: id(),
    memberId: uuid()
      .notNull()
      .references(() => member.id),
    commentId: uuid().references(() => comment.id),
    blockId: uuid().references(() => block.id),
    changeId: uuid().references(() => change.id),
    at: moment().notNull()
  },
  (table) => [
    exactlyOne('like_of_one_thing', table.commentId, table.blockId, table.changeId),
    uniqueIndex('like_of_comment_once').on(table.commentId, table.memberId),
    uniqueIndex('like_of_block_once').on(table.blockId, table.memberId),
    uniqueIndex('like_of_change_once').on(table.changeId, table.memberId),
    index('like_of_member').on(table.memberId)
  ]
);
