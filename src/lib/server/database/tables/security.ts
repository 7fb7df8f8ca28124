import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { securityEvents, type SecurityEvent } from '#lib/domain/security.ts';
import { id, moment, oneOf, word } from './columns.ts';
import { member } from './members.ts';

/**
 * How often something limited was done lately. The key is a hash, so that the table names neither
 * an account nor an address; the columns are those that rate-limiter-flexible asks for.
 */
export const rateLimit = pgTable(
  'rate_limit',
  {
    key: text().primaryKey(),
    points: integer().notNull(),
    expire: moment()
  },
  (table) => [index('rate_limit_by_expire').on(table.expire)]
);

/** A browser that a member has been logged in on. Its id is the SHA-256 of the one in the cookie. */
export const knownDevice = pgTable(
  'known_device',
  {
    id: text().notNull(),
    memberId: uuid()
      .notNull()
      .references(() => member.id, { onDelete: 'cascade' }),
    expiresAt: moment().notNull()
  },
  (table) => [
    primaryKey({ columns: [table.id, table.memberId] }),
    index('known_device_by_expire').on(table.expiresAt)
  ]
);

/** What happened to accounts: who did what to whose, when. No name, e-mail or address stands here. */
export const securityLog = pgTable(
  'security_log',
  {
    id: id(),
    at: moment().notNull(),
    event: word<SecurityEvent>().notNull(),
    /** Whose account; null where a login named none that there is. */
    memberId: uuid().references(() => member.id, { onDelete: 'cascade' }),
    /** Null where nobody was logged in: a login, or the command line. */
    actedBy: uuid().references(() => member.id, { onDelete: 'set null' }),
    /** Which role, or which region by its slug. */
    detail: text()
  },
  (table) => [
    oneOf('security_log_event_known', table.event, securityEvents),
    index('security_log_by_time').on(table.at)
  ]
);
