import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, lt } from 'drizzle-orm';
import type { Context } from './context.ts';
import type { Database } from '../database/open.ts';
import { knownDevice } from '../database/tables/index.ts';

/** Half a year: a member who logs in once in that time keeps a known device. */
const lifetimeSeconds = 180 * 24 * 60 * 60;

/** The value of a device's cookie, and the seconds that a browser keeps it. */
export type DeviceCookie = { value: string; maxAge: number };

/** Returns whether the member has been logged in on the device with the cookie. */
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

/**
 * Saves that the member is logged in on the device and returns the cookie to recognise it by: the one
 * that the device has, or a new one.
 */
export async function rememberDevice(
  { database, now }: Context,
  memberId: string,
  cookie: string | undefined
): Promise<DeviceCookie> {
  const value = cookie && ownCookie.test(cookie) ? cookie : randomBytes(24).toString('base64url');
  const expiresAt = new Date(now.getTime() + lifetimeSeconds * 1000);
  await database
    .insert(knownDevice)
    .values({ id: digest(value), memberId, expiresAt })
    .onConflictDoUpdate({ target: [knownDevice.id, knownDevice.memberId], set: { expiresAt } });
  return { value, maxAge: lifetimeSeconds };
}

/** Forgets the member's devices, as after a change of the password. */
export const forgetDevices = (database: Database, memberId: string) =>
  database.delete(knownDevice).where(eq(knownDevice.memberId, memberId));

/** Deletes the devices that nobody has logged in on within their lifetime. */
export const deleteExpiredDevices = (database: Database, now: Date) =>
  database.delete(knownDevice).where(lt(knownDevice.expiresAt, now));

/** The form of a cookie that the forum made. Several members may use one on the same device. */
const ownCookie = /^[\w-]{32}$/;

const digest = (cookie: string) => createHash('sha256').update(cookie).digest('hex');
