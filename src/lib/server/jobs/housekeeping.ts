import { deleteExpiredDevices } from '../access/devices.ts';
import { deleteExpiredLimits } from '../access/limiter.ts';
import { sessionsOf } from '../access/sessions.ts';
import type { Database } from '../database/open.ts';
import { logError } from '../outside/log.ts';
import { trimSecurityLog } from '../access/security-log.ts';

const anHour = 60 * 60 * 1000;

/**
 * Deletes what has expired, now and each hour. Gives how to stop, which waits for a round that is
 * under way.
 */
export function keepTidy(database: Database): () => Promise<void> {
  const round = () => tidy(database, new Date()).catch(report);
  let underWay = round();
  const timer = setInterval(() => {
    underWay = underWay.then(round);
  }, anHour);
  timer.unref();
  return () => {
    clearInterval(timer);
    return underWay;
  };
}

/** Deletes the logins, the devices, the counts and the lines of the security log that are over. */
export async function tidy(database: Database, now: Date) {
  await sessionsOf(database).endExpired();
  await deleteExpiredDevices(database, now);
  await deleteExpiredLimits(database, now);
  await trimSecurityLog(database, now);
}

/** A database that is away is asked again in an hour. */
function report(error: unknown) {
  logError('Could not delete what has expired', error);
}
