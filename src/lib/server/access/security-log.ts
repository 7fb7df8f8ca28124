import { and, desc, eq, gte, lt, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { SecurityEvent } from '#lib/domain/security.ts';
import type { Context } from './context.ts';
import type { Database } from '../database/open.ts';
import { member, securityLog } from '../database/tables/index.ts';

/** Whom an event is about, and which role or region. */
export type SecurityEventDetails = { memberId: string | null; detail?: string };

/** The days that the log is kept: longer than any hearing, and no longer than it is of use. */
const keptDays = 180;

/** The newest rows that are kept, so that an attack with wrong passwords cannot fill the disk. */
const maxRows = 100_000;

/** Writes an event in the security log for each of `details`, as done by the viewer. */
export async function logSecurityEvent(
  context: Context,
  event: SecurityEvent,
  ...details: SecurityEventDetails[]
) {
  const { database, viewer, now: at } = context;
  if (details.length === 0) return;
  await database
    .insert(securityLog)
    .values(details.map((each) => ({ ...each, event, at, actedBy: viewer?.id ?? null })));
}

/** Returns the newest `limit` events, newest first: since a time, of one account, or all. */
export async function readSecurityLog(
  { database }: Pick<Context, 'database'>,
  { since, memberId, limit }: { since?: Date; memberId?: string; limit: number }
) {
  const actor = alias(member, 'actor');
  const conditions: SQL[] = [];
  if (since) conditions.push(gte(securityLog.at, since));
  if (memberId) conditions.push(eq(securityLog.memberId, memberId));
  return database
    .select({
      at: securityLog.at,
      event: securityLog.event,
      detail: securityLog.detail,
      account: member.email,
      actedBy: actor.email
    })
    .from(securityLog)
    .leftJoin(member, eq(member.id, securityLog.memberId))
    .leftJoin(actor, eq(actor.id, securityLog.actedBy))
    .where(and(...conditions))
    .orderBy(desc(securityLog.at))
    .limit(limit);
}

/** Deletes the events that are too old, and all but the newest `maxKept`. */
export async function trimSecurityLog(database: Database, now: Date, maxKept = maxRows) {
  const oldest = new Date(now.getTime() - keptDays * 24 * 60 * 60 * 1000);
  await database.delete(securityLog).where(lt(securityLog.at, oldest));
  const newest = database
    .select({ at: securityLog.at })
    .from(securityLog)
    .orderBy(desc(securityLog.at))
    .offset(maxKept)
    .limit(1);
  await database.delete(securityLog).where(sql`${securityLog.at} <= (${newest})`);
}
