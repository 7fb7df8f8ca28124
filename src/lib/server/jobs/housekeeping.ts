import { deleteExpiredDevices } from '../access/devices.ts';
import { deleteExpiredLimits } from '../access/limiter.ts';
import { sessionsOf } from '../access/sessions.ts';
import type { Database } from '../database/open.ts';
import { logError } from '../outside/log.ts';
import { trimSecurityLog } from '../access/security-log.ts';

const hour = 60 * 60 * 1000;

/**
 * Deletes what has expired, now and every hour. Returns a function that stops it, after a deletion
 * that is under way.
 */
export function keepTidy(database: Database): () => Promise<void> {
  const round = () => tidy(database, new Date()).catch(report);
  let underWay = round();
  const timer = setInterval(() => {
    underWay = underWay.then(round);
  }, hour);
  timer.unref();
  return () => {
    clearInterval(timer);
    return underWay;
  };
}

/** Deletes expired sessions, devices, rate limits and lines of the security log. */
export async function tidy(database: Database, now: Date) {
  await sessionsOf(database).endExpired();
  await deleteExpiredDevices(database, now);
  await deleteExpiredLimits(database, now);
  await trimSecurityLog(database, now);
}

/** Logs the error; the next hour tries again. */
function report(error: unknown) {
  logError('Could not delete what has expired', error);
}
