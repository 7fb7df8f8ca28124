import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { securityEvents, type SecurityEvent } from '#lib/domain/security.ts';
import { id, moment, enumCheck, enumColumn } from './columns.ts';
import { member } from './members.ts';

/**
 * How often something limited was done lately. The key is a hash, so that the table names no
 * account and no address; the columns are those of rate-limiter-flexible.
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

/** A browser that a member has logged in on. Its id is the SHA-256 of the id in the cookie. */
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

/**
 * The events of accounts: whose account, who did what, and when. It has no names, e-mails or
 * addresses.
 */
export const securityLog = pgTable(
  'security_log',
  {
    id: id(),
    at: moment().notNull(),
    event: enumColumn<SecurityEvent>().notNull(),
    /** Null if a login named no account. */
    memberId: uuid().references(() => member.id, { onDelete: 'cascade' }),
    /** Null if nobody was logged in: a login, or the command line. */
    actedBy: uuid().references(() => member.id, { onDelete: 'set null' }),
    /** The role, or the slug of the region. */
    detail: text()
  },
  (table) => [
    enumCheck('security_log_event_known', table.event, securityEvents),
    index('security_log_by_time').on(table.at)
  ]
);
