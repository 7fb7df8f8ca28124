import { is } from 'drizzle-orm';
import { PgTransaction } from 'drizzle-orm/pg-core';
import { mayAdminister, type Viewer } from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Database } from '../database/open.ts';
import { retryTransient } from '../database/retry.ts';
import type { Configuration } from './configuration.ts';

/** What every query and command is given: the database, the viewer, the time and the configuration. */
export type Context = {
  database: Database;
  viewer: Viewer;
  now: Date;
  configuration: Configuration;
};

/** A context with a viewer who is logged in. */
export type MemberContext = Context & { viewer: NonNullable<Viewer> };

/** Returns the context as a member's. Throws Refusal('notLoggedIn') without a login. */
export function asMember(context: Context): MemberContext {
  if (!context.viewer) throw new Refusal('notLoggedIn');
  return context as MemberContext;
}

/**
 * Runs `work` in one transaction, so that all of it is written or nothing, and returns its result. If
 * the connection is lost or a deadlock ends the transaction before the commit, `work` runs again from
 * its beginning. Inside a transaction it becomes a part of that one, which alone runs again.
 */
export async function inTransaction<C extends Context, Result>(
  context: C,
  work: (context: C) => Promise<Result>
): Promise<Result> {
  let isDone = false;
  const once = () =>
    context.database.transaction(async (database) => {
      const result = await work({ ...context, database: database as unknown as Database });
      isDone = true;
      return result;
    });
  return is(context.database, PgTransaction) ? once() : retryTransient(once, () => !isDone);
}

/** Returns the context as an administrator's. Throws Refusal('notLoggedIn') or Refusal('notAllowed'). */
export function asAdministrator(context: Context): MemberContext {
  const member = asMember(context);
  if (!mayAdminister(member.viewer)) throw new Refusal('notAllowed');
  return member;
}
