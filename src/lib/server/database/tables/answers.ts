import { sql } from 'drizzle-orm';
import { check, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { dispositions, type Disposition } from '#lib/domain/hearing/enums.ts';
import { id, moment, enumCheck, revision, enumColumn } from './columns.ts';
import { document } from './documents.ts';
import { input } from './inputs.ts';
import { member } from './members.ts';

/** A theme that the working group groups inputs under. */
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
    /** The working group's summary of its inputs. */
    summary: text().notNull().default(''),
    summaryHtml: text().notNull().default(''),
    revision: revision()
  },
  (table) => [unique('theme_title_once').on(table.documentId, table.round, table.title)]
);

/** The working group's answer to an input, and its disposition. */
export const answer = pgTable(
  'answer',
  {
    inputId: uuid()
      .primaryKey()
      .references(() => input.id),
    disposition: enumColumn<Disposition>(),
    markdown: text().notNull().default(''),
    html: text().notNull().default(''),
    themeId: uuid().references(() => theme.id, { onDelete: 'set null' }),
    duplicateOf: uuid().references(() => input.id),
    /** Where an input out of scope belongs: another policy, a political laboratory. */
    referredTo: text().notNull().default(''),
    answeredBy: uuid().references(() => member.id),
    answeredAt: moment().notNull(),
    revision: revision()
  },
  (table) => [
    enumCheck('answer_disposition_known', table.disposition, dispositions),
    check(
      'answer_duplicate_of_another',
      sql`(${table.disposition} is not distinct from 'duplicate') = (${table.duplicateOf} is not null) and ${table.duplicateOf} is distinct from ${table.inputId}`
    )
  ]
);

/** The moment from which the answers of a round are shown, all at once. */
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
