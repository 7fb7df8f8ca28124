import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, lt } from 'drizzle-orm';
import type { Context } from './context.ts';
import type { Database } from '../database/open.ts';
import { knownDevice } from '../database/tables/index.ts';

/** A member who logs in once in half a year is never taken for a stranger on their own device. */
const lifetimeSeconds = 180 * 24 * 60 * 60;

/** What the device's cookie holds, and how long a browser keeps it. */
export type DeviceCookie = { value: string; maxAge: number };

/** Whether the member has been logged in on the device whose cookie this is. */
export async function isKnownDevice(
  { database, now }: Context,
  memberId: string,
  cookie: string
): Promise<boolean> {
  const known = and(
    ...[eq(knownDevice.id, digest(cookie)), eq(knownDevice.memberId, memberId)],
    gt(knownDevice.expiresAt, now)
  );
  return (await database.$count(knownDevice, known)) > 0;
}

/** Remembers that the member is logged in on the device, and gives the cookie to know it by. */
export async function rememberDevice(
  { database, now }: Context,
  memberId: string,
  cookie: string | undefined
): Promise<DeviceCookie> {
  const value = cookie && isOurs.test(cookie) ? cookie : randomBytes(24).toString('base64url');
  const expiresAt = new Date(now.getTime() + lifetimeSeconds * 1000);
  await database
    .insert(knownDevice)
    .values({ id: digest(value), memberId, expiresAt })
    .onConflictDoUpdate({ target: [knownDevice.id, knownDevice.memberId], set: { expiresAt } });
  return { value, maxAge: lifetimeSeconds };
}

/** Forgets the member's devices: with another password they are to be known anew. */
export const forgetDevices = (database: Database, memberId: string) =>
  database.delete(knownDevice).where(eq(knownDevice.memberId, memberId));

/** Deletes what has not been logged in on for so long. */
export const deleteExpiredDevices = (database: Database, now: Date) =>
  database.delete(knownDevice).where(lt(knownDevice.expiresAt, now));

/** A cookie that several members use on one device is one that we made. */
const isOurs = /^[\w-]{32}$/;

const digest = (cookie: string) => createHash('sha256').update(cookie).digest('hex');
