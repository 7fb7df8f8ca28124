import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { rememberDevice } from '../access/devices.ts';
import { logSecurityEvent } from '../access/security-log.ts';
import { deleteCookie, readCookie, writeCookie } from './cookies.ts';

/** Logs the member in on this browser, ends any session that it has, and saves it as a known device. */
export async function beginLogin(event: RequestEvent, memberId: string) {
  const { sessions, context } = event.locals;
  const session = readCookie(event, 'session');
  if (session) await sessions.end(session);
  writeCookie(event, 'session', await sessions.begin(memberId));
  const device = readCookie(event, 'device');
  writeCookie(event, 'device', await rememberDevice(context, memberId, device));
}

/** Ends the session of this browser, in its cookie and in the database. */
export async function endLogin(event: RequestEvent) {
  const { sessions, context } = event.locals;
  const session = readCookie(event, 'session');
  if (session) await sessions.end(session);
  deleteCookie(event, 'session');
  if (context.viewer) await logSecurityEvent(context, 'logout', { memberId: context.viewer.id });
}

/** Returns the name under which a device keeps the member's drafts: a hash that does not tell whose. */
export const deviceName = (memberId: string) =>
  createHash('sha256').update(`drafts ${memberId}`).digest('hex').slice(0, 16);
