import { sql, type SQL } from 'drizzle-orm';
import { check, integer, text, timestamp, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';

/** A row's own identity. */
export const id = () => uuid().primaryKey().defaultRandom();

/** A moment, kept with its time zone. */
export const moment = () => timestamp({ withTimezone: true, mode: 'date' });

/** Raised by one at every save, and checked by the next: who saves on a stale form is told. */
export const revision = () => integer().notNull().default(1);

/** A column that takes one of a closed list of words; pair it with `oneOf`. */
export const word = <Word extends string>() => text().$type<Word>();

/** The check that a column holds one of the words, by the name of the constraint. */
export const oneOf = (name: string, column: AnyPgColumn, words: readonly string[]) =>
  check(name, sql`${column} in (${list(words)})`);

/** The check that exactly one of the columns is filled. */
export const exactlyOne = (name: string, ...columns: AnyPgColumn[]) =>
  check(name, sql`num_nonnulls(${sql.join(columns, sql`, `)}) = 1`);

const list = (words: readonly string[]): SQL =>
  sql.raw(words.map((each) => `'${each}'`).join(', '));
