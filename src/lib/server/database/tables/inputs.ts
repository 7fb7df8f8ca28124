import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
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
import {
  commentKinds,
  dispositions,
  inputKinds,
  moderationSteps,
  voices,
  type CommentKind,
  type Disposition,
  type InputKind,
  type ModerationStep,
  type Voice
} from '#lib/domain/hearing/enums.ts';
import { wishOutcomes, type WishOutcome } from '#lib/domain/hearing/withdrawal-wish.ts';
import { exactlyOne, id, moment, oneOf, revision, word } from './columns.ts';
import { block, document, toVersionBlock, version } from './documents.ts';
import { callForInput, hearing, meeting } from './hearings.ts';
import { member } from './members.ts';
import { change } from './rewrites.ts';

/** A passage chosen in a block, as the W3C's text quote and text position selectors name it. */
export type QuoteSelector = {
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
};

/** Text by a member on a block, on a passage of it, or on the whole; replies hang below it. */
export const comment = pgTable(
  'comment',
  {
    id: id(),
    documentId: uuid()
      .notNull()
      .references(() => document.id),
    hearingId: uuid().references(() => hearing.id),
    callId: uuid().references(() => callForInput.id),
    /** The version it was written on; null for a call for input, before there is one. */
    versionId: uuid().references(() => version.id),
    blockId: uuid(),
    quote: jsonb().$type<QuoteSelector>(),
    parentId: uuid().references((): AnyPgColumn => comment.id),
    kind: word<CommentKind>(),
    authorId: uuid().references(() => member.id),
    /** The name it was written under where its author has no account here (an import). */
    authorName: text().notNull(),
    markdown: text().notNull(),
    html: text().notNull(),
    /** What should stand in place of the quote, or else of the whole block, where it suggests wording. */
    wording: text(),
    /** The quoted tail of an e-mail, folded away and not lost. */
    tail: text().notNull().default(''),
    /** Likes given where it was first written; nobody here can take them back. */
    importedLikes: integer().notNull().default(0),
    /** Where it came from, so that importing again adds nothing twice: 'discourse:412/3001'. */
    source: text(),
    /** Of the form and the words that were sent: the same sent twice makes one comment. */
    formKey: uuid(),
    createdAt: moment().notNull(),
    editedAt: moment(),
    withdrawnAt: moment(),
    revision: revision()
  },
  (table) => [
    exactlyOne('comment_in_one_place', table.hearingId, table.callId),
    oneOf('comment_kind_known', table.kind, commentKinds),
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

/** A comment's earlier words, kept when it is edited. */
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

/** The working group's word that an imported comment speaks for a meeting, or for itself. */
export const commentVoice = pgTable(
  'comment_voice',
  {
    commentId: uuid()
      .primaryKey()
      .references(() => comment.id),
    voice: word<Voice>().notNull(),
    meetingId: uuid().references(() => meeting.id),
    markedBy: uuid()
      .notNull()
      .references(() => member.id),
    markedAt: moment().notNull()
  },
  (table) => [
    oneOf('comment_voice_known', table.voice, voices),
    check(
      'comment_voice_meeting',
      sql`(${table.voice} = 'region') = (${table.meetingId} is not null)`
    )
  ]
);

/**
 * A person's word on where the passage of a comment stands in a version: in these words of a block,
 * in the whole of it, or nowhere any more. The last word counts, for that version and those after.
 */
export const passageCorrection = pgTable(
  'passage_correction',
  {
    commentId: uuid()
      .notNull()
      .references(() => comment.id),
    /** From 1, in the order in which they were said. */
    revision: integer().notNull(),
    versionId: uuid()
      .notNull()
      .references(() => version.id),
    /** Null where the passage is gone. */
    blockId: uuid(),
    /** Null where the whole block is meant. */
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

/** An administrator's hiding of a comment: the reason stays where the words stood. */
export const concealment = pgTable('concealment', {
  commentId: uuid()
    .primaryKey()
    .references(() => comment.id),
  reason: text().notNull(),
  hiddenBy: uuid()
    .notNull()
    .references(() => member.id),
  hiddenAt: moment().notNull()
});

/** Every step of moderation: who hid, showed again or found nothing wrong with a comment, when and why. */
export const moderation = pgTable(
  'moderation',
  {
    id: id(),
    commentId: uuid()
      .notNull()
      .references(() => comment.id),
    step: word<ModerationStep>().notNull(),
    reason: text().notNull().default(''),
    moderatorId: uuid()
      .notNull()
      .references(() => member.id),
    at: moment().notNull()
  },
  (table) => [
    oneOf('moderation_step_known', table.step, moderationSteps),
    index('moderation_of_comment').on(table.commentId, table.at)
  ]
);

/** A member's word to the administrators that a comment should not stand; one a person and comment. */
export const commentReport = pgTable(
  'comment_report',
  {
    id: id(),
    commentId: uuid()
      .notNull()
      .references(() => comment.id),
    reporterId: uuid()
      .notNull()
      .references(() => member.id),
    reason: text().notNull(),
    reportedAt: moment().notNull(),
    /** The step that settled it; null while it waits. */
    moderationId: uuid().references(() => moderation.id)
  },
  (table) => [unique('comment_report_once').on(table.commentId, table.reporterId)]
);

/**
 * An author's wish that a comment be withdrawn after its own round has closed, and what became of
 * it. One waits a comment.
 */
export const withdrawalWish = pgTable(
  'withdrawal_wish',
  {
    id: id(),
    commentId: uuid()
      .notNull()
      .references(() => comment.id),
    /** The input that the comment is, or that it is said below. */
    inputId: uuid()
      .notNull()
      .references((): AnyPgColumn => input.id),
    askedBy: uuid()
      .notNull()
      .references(() => member.id),
    askedAt: moment().notNull(),
    reason: text().notNull().default(''),
    /** Null while it waits. */
    outcome: word<WishOutcome>(),
    settledBy: uuid().references(() => member.id),
    settledAt: moment(),
    /** The working group's words to it. */
    words: text().notNull().default('')
  },
  (table) => [
    oneOf('withdrawal_wish_outcome_known', table.outcome, wishOutcomes),
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

/** One thing that a meeting said, on a block or on the whole. */
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

/** A hearing answer that came by letter or e-mail, entered by the working group. */
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
    enteredBy: uuid()
      .notNull()
      .references(() => member.id),
    enteredAt: moment().notNull()
  },
  (table) => [
    toVersionBlock('letter_on_block', { versionId: table.versionId, blockId: table.blockId })
  ]
);

/** Anything that must be answered. */
export const input = pgTable(
  'input',
  {
    id: id(),
    documentId: uuid()
      .notNull()
      .references(() => document.id),
    round: integer().notNull(),
    /** What people call it: from 1 within a document. */
    number: integer().notNull(),
    kind: word<InputKind>().notNull(),
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
    /** Entered after the hearing closed. */
    late: boolean().notNull().default(false),
    /** No longer asked for an answer: its author took it back, or it is the working group's own. */
    withdrawnAt: moment(),
    createdAt: moment().notNull()
  },
  (table) => [
    unique('input_number_once').on(table.documentId, table.number),
    oneOf('input_kind_known', table.kind, inputKinds),
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

/** One a person, on a comment, a block or a change; shows support, decides nothing. */
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

/** What the working group groups inputs under. */
export const theme = pgTable(
  'theme',
  {
    id: id(),
    documentId: uuid()
      .notNull()
      .references(() => document.id),
    round: integer().notNull(),
    title: text().notNull(),
    position: integer().notNull(),
    /** What was said, in the working group's words. */
    summary: text().notNull().default(''),
    summaryHtml: text().notNull().default(''),
    revision: revision()
  },
  (table) => [unique('theme_title_once').on(table.documentId, table.round, table.title)]
);

/** What became of an input, and the working group's words to it. */
export const answer = pgTable(
  'answer',
  {
    inputId: uuid()
      .primaryKey()
      .references(() => input.id),
    disposition: word<Disposition>(),
    markdown: text().notNull().default(''),
    html: text().notNull().default(''),
    themeId: uuid().references(() => theme.id, { onDelete: 'set null' }),
    duplicateOf: uuid().references(() => input.id),
    /** Where an input out of scope is referred: another policy, a political laboratory. */
    referredTo: text().notNull().default(''),
    answeredBy: uuid().references(() => member.id),
    answeredAt: moment().notNull(),
    revision: revision()
  },
  (table) => [
    oneOf('answer_disposition_known', table.disposition, dispositions),
    check(
      'answer_duplicate_of_another',
      sql`(${table.disposition} is not distinct from 'duplicate') = (${table.duplicateOf} is not null) and ${table.duplicateOf} is distinct from ${table.inputId}`
    )
  ]
);

/** The answers of a round are shown together, from this moment. */
export const publication = pgTable(
  'publication',
  {
    documentId: uuid()
      .notNull()
      .references(() => document.id),
    round: integer().notNull(),
    publishedBy: uuid().references(() => member.id),
    publishedAt: moment().notNull()
  },
  (table) => [primaryKey({ columns: [table.documentId, table.round] })]
);
