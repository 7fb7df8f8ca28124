import { and, desc, eq, gte, lt, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { SecurityEvent } from '#lib/domain/security.ts';
import type { Context } from './context.ts';
import type { Database } from '../database/open.ts';
import { member, securityLog } from '../database/tables/index.ts';

/** What is told of an event: whose account, and which role or region. */
export type Told = { memberId: string | null; detail?: string };

/** How long the log is kept, in days: longer than any hearing, and no longer than it is of use. */
const keptDays = 180;

/** A storm of wrong passwords fills no disk: of what came first the rest is let go. */
const mostRows = 100_000;

/** Writes one line or more in the security log, in whoever's name is logged in. */
export async function record(context: Context, event: SecurityEvent, ...told: Told[]) {
  const { database, viewer, now: at } = context;
  if (told.length === 0) return;
  await database
    .insert(securityLog)
    .values(told.map((each) => ({ ...each, event, at, actedBy: viewer?.id ?? null })));
}

/** The newest lines of the log, newest first: since a time, or of one account. */
export async function readSecurityLog(
  { database }: Pick<Context, 'database'>,
  { since, memberId, limit }: { since?: Date; memberId?: string; limit: number }
) {
  const actor = alias(member, 'actor');
  const wanted: SQL[] = [];
  if (since) wanted.push(gte(securityLog.at, since));
  if (memberId) wanted.push(eq(securityLog.memberId, memberId));
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
    .where(and(...wanted))
    .orderBy(desc(securityLog.at))
    .limit(limit);
}

/** Deletes what is too old, and what is more than the log may hold. */
export async function trimSecurityLog(database: Database, now: Date, most = mostRows) {
  const oldest = new Date(now.getTime() - keptDays * 24 * 60 * 60 * 1000);
  await database.delete(securityLog).where(lt(securityLog.at, oldest));
  const newest = database
    .select({ at: securityLog.at })
    .from(securityLog)
    .orderBy(desc(securityLog.at))
    .offset(most)
    .limit(1);
  await database.delete(securityLog).where(sql`${securityLog.at} <= (${newest})`);
}
