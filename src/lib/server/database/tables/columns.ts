import { sql, type SQL } from 'drizzle-orm';
import { check, integer, text, timestamp, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';

/** The primary key of a row. */
export const id = () => uuid().primaryKey().defaultRandom();

/** A point in time, stored with its time zone. */
export const moment = () => timestamp({ withTimezone: true, mode: 'date' });

/**
 * Raised by one at every save. A form sends the revision it was made from, and a save on an older
 * one is refused.
 */
export const revision = () => integer().notNull().default(1);

/** A text column that holds one value of a list; use it with `enumCheck`. */
export const enumColumn = <Word extends string>() => text().$type<Word>();

/** Returns the constraint, with this name, that a column holds one of the values. */
export const enumCheck = (name: string, column: AnyPgColumn, words: readonly string[]) =>
  check(name, sql`${column} in (${list(words)})`);

/** Returns the constraint that exactly one of the columns is not null. */
export const exactlyOne = (name: string, ...columns: AnyPgColumn[]) =>
  check(name, sql`num_nonnulls(${sql.join(columns, sql`, `)}) = 1`);

const list = (words: readonly string[]): SQL =>
  sql.raw(words.map((each) => `'${each}'`).join(', '));
