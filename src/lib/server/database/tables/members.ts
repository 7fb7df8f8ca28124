import { sql } from 'drizzle-orm';
import { boolean, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { memberRoles, type MemberRole } from '#lib/domain/hearing/enums.ts';
import { id, moment, oneOf, revision, word } from './columns.ts';

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

/** A role that a member has or had. It is taken away by saying who did and when. */
export const memberRole = pgTable(
  'member_role',
  {
    id: id(),
    memberId: uuid()
      .notNull()
      .references(() => member.id, { onDelete: 'cascade' }),
    role: word<MemberRole>().notNull(),
    grantedBy: uuid().references(() => member.id),
    grantedAt: moment().notNull(),
    revokedBy: uuid().references(() => member.id),
    revokedAt: moment()
  },
  (table) => [
    uniqueIndex('member_role_once')
      .on(table.memberId, table.role)
      .where(sql`${table.revokedAt} is null`),
    oneOf('member_role_known', table.role, memberRoles)
  ]
);

/** Who may or might speak for a region. */
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

/** An account that may not log in, until it is opened again; its words stay. */
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

/** A login that lasts. Its id is the SHA-256 of the one in the cookie, never the id itself. */
export const session = pgTable('session', {
  id: text().primaryKey(),
  memberId: uuid()
    .notNull()
    .references(() => member.id, { onDelete: 'cascade' }),
  expiresAt: moment().notNull()
});

/** An administrator's link by which one person becomes a member. Only the token's hash is kept. */
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
