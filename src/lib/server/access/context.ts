import { is } from 'drizzle-orm';
import { PgTransaction } from 'drizzle-orm/pg-core';
import { mayAdminister, type Viewer } from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Database } from '../database/open.ts';
import { retryTransient } from '../database/retry.ts';
import type { Configuration } from './configuration.ts';

/** What every query and action is given: the database, who asks, and when. */
export type Context = {
  database: Database;
  viewer: Viewer;
  now: Date;
  configuration: Configuration;
};

/** A context in which somebody is logged in. */
export type MemberContext = Context & { viewer: NonNullable<Viewer> };

/** Narrows the context to a member's, or refuses with notLoggedIn. */
export function asMember(context: Context): MemberContext {
  if (!context.viewer) throw new Refusal('notLoggedIn');
  return context as MemberContext;
}

/**
 * Runs the work in one transaction: all of it is written, or nothing. Work that a passing trouble of
 * the database ended, a lost connection or a deadlock, before it was asked to keep anything, is done
 * again from its beginning.
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
  // A part of a transaction goes with the whole.
  return is(context.database, PgTransaction) ? once() : retryTransient(once, () => !isDone);
}

/** The context of an administrator; refuses everybody else. */
export function asAdministrator(context: Context): MemberContext {
  const own = asMember(context);
  if (!mayAdminister(own.viewer)) throw new Refusal('notAllowed');
  return own;
}
