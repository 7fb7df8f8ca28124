import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  text,
  unique,
  uuid
} from 'drizzle-orm/pg-core';
import { partyKinds, type PartyKind } from '#lib/domain/hearing/enums.ts';
import { id, moment, enumCheck, revision, enumColumn } from './columns.ts';
import { document } from './documents.ts';
import { member, region } from './members.ts';
import { version } from './versions.ts';

/** A period in which ideas are asked for, before there is a draft. */
export const callForInput = pgTable(
  'call_for_input',
  {
    id: id(),
    documentId: uuid()
      .notNull()
      .references(() => document.id),
    round: integer().notNull(),
    markdown: text().notNull(),
    html: text().notNull(),
    opensAt: moment().notNull(),
    closesAt: moment().notNull(),
    openedBy: uuid().references(() => member.id),
    closedAt: moment()
  },
  (table) => [
    unique('call_for_input_once_a_round').on(table.documentId, table.round),
    check('call_for_input_period', sql`${table.closesAt} > ${table.opensAt}`)
  ]
);

/** A period in which one version is open for input. */
export const hearing = pgTable(
  'hearing',
  {
    id: id(),
    documentId: uuid()
      .notNull()
      .references(() => document.id),
    versionId: uuid()
      .notNull()
      .references(() => version.id),
    round: integer().notNull(),
    opensAt: moment().notNull(),
    closesAt: moment().notNull(),
    /** Why the period is shorter than the configured minimum; empty if it is not. */
    reasonForShortPeriod: text().notNull().default(''),
    openedBy: uuid().references(() => member.id),
    /** When it closed: at its end, or before by the working group. */
    closedAt: moment(),
    revision: revision()
  },
  (table) => [
    unique('hearing_once_a_round').on(table.documentId, table.round),
    check('hearing_period', sql`${table.closesAt} > ${table.opensAt}`)
  ]
);

/** A region, a group or an organisation that was invited to a hearing. */
export const invitedParty = pgTable(
  'invited_party',
  {
    id: id(),
    hearingId: uuid()
      .notNull()
      .references(() => hearing.id, { onDelete: 'cascade' }),
    kind: enumColumn<PartyKind>().notNull(),
    name: text().notNull(),
    regionId: uuid().references(() => region.id)
  },
  (table) => [
    enumCheck('invited_party_kind_known', table.kind, partyKinds),
    unique('invited_party_once').on(table.hearingId, table.kind, table.name),
    check('invited_party_region', sql`(${table.kind} = 'region') = (${table.regionId} is not null)`)
  ]
);

/** A region's meeting, which rewrites and remarks come from. */
export const meeting = pgTable(
  'meeting',
  {
    id: id(),
    hearingId: uuid()
      .notNull()
      .references(() => hearing.id),
    regionId: uuid()
      .notNull()
      .references(() => region.id),
    heldOn: date({ mode: 'string' }).notNull(),
    place: text().notNull(),
    attendance: integer().notNull(),
    minutes: text().notNull(),
    minutesHtml: text().notNull(),
    enteredBy: uuid()
      .notNull()
      .references(() => member.id),
    /** Whether the working group entered it for the region; it is marked so. */
    onBehalf: boolean().notNull().default(false),
    enteredAt: moment().notNull(),
    revision: revision()
  },
  (table) => [
    check('meeting_attendance_positive', sql`${table.attendance} > 0`),
    index('meeting_of_hearing').on(table.hearingId)
  ]
);
