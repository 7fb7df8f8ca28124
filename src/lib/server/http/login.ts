import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { rememberDevice } from '../access/devices.ts';
import { record } from '../access/security-log.ts';
import { deleteCookie, readCookie, writeCookie } from './cookies.ts';

/** Logs the member in on this browser in place of anybody else, and remembers it as their device. */
export async function letIn(event: RequestEvent, memberId: string) {
  const { sessions, context } = event.locals;
  const before = readCookie(event, 'session');
  if (before) await sessions.end(before);
  writeCookie(event, 'session', await sessions.begin(memberId));
  const device = readCookie(event, 'device');
  writeCookie(event, 'device', await rememberDevice(context, memberId, device));
}

/** Ends the login of this browser, here and in the database. */
export async function letOut(event: RequestEvent) {
  const { sessions, context } = event.locals;
  const login = readCookie(event, 'session');
  if (login) await sessions.end(login);
  deleteCookie(event, 'session');
  if (context.viewer) await record(context, 'logout', { memberId: context.viewer.id });
}

/** Returns a name for the member's drafts on a device, from which nobody can tell who they are. */
export const deviceName = (memberId: string) =>
  createHash('sha256').update(`drafts ${memberId}`).digest('hex').slice(0, 16);
