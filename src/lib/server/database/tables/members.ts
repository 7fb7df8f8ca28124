import { sql } from 'drizzle-orm';
import { pgTable, primaryKey, text, uniqueIndex, uuid, boolean } from 'drizzle-orm/pg-core';
import { memberRoles, type MemberRole } from '#lib/domain/hearing/words.ts';
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
    /** The account may not log in, and its words stay. */
    closedAt: moment(),
    createdAt: moment().notNull(),
    revision: revision()
  },
  (table) => [uniqueIndex('member_email_once').on(sql`lower(${table.email})`)]
);

export const memberRole = pgTable(
  'member_role',
  {
    memberId: uuid()
      .notNull()
      .references(() => member.id, { onDelete: 'cascade' }),
    role: word<MemberRole>().notNull(),
    grantedBy: uuid().references(() => member.id),
    grantedAt: moment().notNull()
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.role] }),
    oneOf('member_role_known', table.role, memberRoles)
  ]
);

/** Who may speak for a region. */
export const rapporteur = pgTable(
  'rapporteur',
  {
    regionId: uuid()
      .notNull()
      .references(() => region.id, { onDelete: 'cascade' }),
    memberId: uuid()
      .notNull()
      .references(() => member.id, { onDelete: 'cascade' }),
    grantedBy: uuid().references(() => member.id),
    grantedAt: moment().notNull()
  },
  (table) => [primaryKey({ columns: [table.regionId, table.memberId] })]
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
