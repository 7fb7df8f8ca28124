import { deleteExpiredDevices } from '../access/devices.ts';
import { deleteExpiredLimits } from '../access/limiter.ts';
import { sessionsOf } from '../access/sessions.ts';
import type { Database } from '../database/open.ts';
import { logError } from '../outside/log.ts';
import { trimSecurityLog } from '../access/security-log.ts';
import { repeat } from './repeat.ts';

const hour = 60 * 60 * 1000;

/**
 * Deletes what has expired, now and every hour. Returns a function that stops it, after a deletion
 * that is under way.
 */
export function startHousekeeping(database: Database): () => Promise<void> {
  const work = () => deleteExpired(database, new Date()).catch(report);
  return repeat(work, hour, work());
}

/** Deletes expired sessions, devices and rate limits and old entries of the security log. */
export async function deleteExpired(database: Database, now: Date) {
  await sessionsOf(database).endExpired();
  await deleteExpiredDevices(database, now);
  await deleteExpiredLimits(database, now);
  await trimSecurityLog(database, now);
}

/** Logs the error; the next hour tries again. */
function report(error: unknown) {
  logError('Could not delete what has expired', error);
}
