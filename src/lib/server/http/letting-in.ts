import type { RequestEvent } from '@sveltejs/kit';
import { rememberDevice } from '../access/devices.ts';
import { record } from '../access/security-log.ts';
import { deleteCookie, readCookie, writeCookie } from './cookies.ts';

/**
 * Logs the member in on this browser, which is known as theirs from then on. Whoever was logged in
 * on it is not any longer.
 */
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
