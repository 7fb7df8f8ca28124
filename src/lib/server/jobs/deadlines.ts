import type { Context } from '../access/context.ts';
import { logError } from '../outside/log.ts';
import { closeDueHearings, closeDueCalls } from '../commands/documents/close-due.ts';

/** A hearing is closed within a minute of its deadline; input is refused from the second itself. */
const minute = 60_000;

/** A context without a viewer and a time, since nobody asks. */
type JobContext = Omit<Context, 'viewer' | 'now'>;

/**
 * Closes what is due, now and every minute. Returns a function that stops it, after a closing that is
 * under way.
 */
export async function keepDeadlines(context: JobContext): Promise<() => Promise<void>> {
  await closeDue(context, new Date());
  let underWay = Promise.resolve();
  const timer = setInterval(() => {
    underWay = underWay.then(() => closeDue(context, new Date())).catch(report);
  }, minute);
  timer.unref();
  return () => {
    clearInterval(timer);
    return underWay;
  };
}

/** Closes the hearings and the calls for input that are due. */
export async function closeDue(context: JobContext, now: Date) {
  const inside: Context = { ...context, viewer: null, now };
  await closeDueHearings(inside);
  await closeDueCalls(inside);
}

/** Logs the error; the next minute tries again. */
function report(error: unknown) {
  logError('Could not close what is due', error);
}
