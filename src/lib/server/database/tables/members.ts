import { sql } from 'drizzle-orm';
import { boolean, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { memberRoles, type MemberRole } from '#lib/domain/hearing/enums.ts';
import { id, moment, enumCheck, revision, enumColumn } from './columns.ts';

/** A group of members with rapporteurs who may speak for it. */
export const region = pgTable('region', {
  id: id(),
  slug: text().notNull().unique(),
  name: text().notNull().unique(),
  revision: revision()
});

export const member = pgTable(
  'member',
  {
    id: id(),
    name: text().notNull(),
    email: text().notNull(),
    passwordHash: text(),
    regionId: uuid().references(() => region.id),
    createdAt: moment().notNull(),
    revision: revision()
  },
  (table) => [uniqueIndex('member_email_once').on(sql`lower(${table.email})`)]
);

/** A role that a member has or had; a revoked role keeps its row. */
export const memberRole = pgTable(
  'member_role',
  {
    id: id(),
    memberId: uuid()
      .notNull()
      .references(() => member.id, { onDelete: 'cascade' }),
    role: enumColumn<MemberRole>().notNull(),
    grantedBy: uuid().references(() => member.id),
    grantedAt: moment().notNull(),
    revokedBy: uuid().references(() => member.id),
    revokedAt: moment()
  },
  (table) => [
    uniqueIndex('member_role_once')
      .on(table.memberId, table.role)
      .where(sql`${table.revokedAt} is null`),
    enumCheck('member_role_known', table.role, memberRoles)
  ]
);

/** A member who may speak for a region, or might before it was revoked. */
export const rapporteur = pgTable(
  'rapporteur',
  {
    id: id(),
    regionId: uuid()
      .notNull()
      .references(() => region.id, { onDelete: 'cascade' }),
    memberId: uuid()
      .notNull()
      .references(() => member.id, { onDelete: 'cascade' }),
    grantedBy: uuid().references(() => member.id),
    grantedAt: moment().notNull(),
    revokedBy: uuid().references(() => member.id),
    revokedAt: moment()
  },
  (table) => [
    uniqueIndex('rapporteur_once')
      .on(table.memberId, table.regionId)
      .where(sql`${table.revokedAt} is null`)
  ]
);

/** A closed account: its member cannot log in until it is reopened; their words remain. */
export const accountClosure = pgTable(
  'account_closure',
  {
    id: id(),
    memberId: uuid()
      .notNull()
      .references(() => member.id, { onDelete: 'cascade' }),
    closedBy: uuid().references(() => member.id),
    closedAt: moment().notNull(),
    reopenedBy: uuid().references(() => member.id),
    reopenedAt: moment()
  },
  (table) => [
    uniqueIndex('account_closure_once')
      .on(table.memberId)
      .where(sql`${table.reopenedAt} is null`)
  ]
);

/** A login. Its id is the SHA-256 of the id in the cookie, which is not stored. */
export const session = pgTable('session', {
  id: text().primaryKey(),
  memberId: uuid()
    .notNull()
    .references(() => member.id, { onDelete: 'cascade' }),
  expiresAt: moment().notNull()
});

/**
 * A link from an administrator by which one person becomes a member. Only the hash of its token is
 * stored.
 */
export const invitation = pgTable('invitation', {
  id: id(),
  tokenHash: text().notNull().unique(),
  email: text().notNull(),
  name: text().notNull(),
  regionId: uuid().references(() => region.id),
  isRapporteur: boolean().notNull().default(false),
  roles: text()
    .array()
    .$type<MemberRole[]>()
    .notNull()
    .default(sql`'{}'::text[]`),
  invitedBy: uuid()
    .notNull()
    .references(() => member.id),
  invitedAt: moment().notNull(),
  expiresAt: moment().notNull(),
  acceptedAt: moment(),
  memberId: uuid().references(() => member.id)
});
