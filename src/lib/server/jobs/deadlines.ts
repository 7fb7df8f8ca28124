import type { Context } from '../access/context.ts';
import { logError } from '../outside/log.ts';
import { repeat } from './repeat.ts';
import { closeDueHearings, closeDueCalls } from '../commands/documents/close-due.ts';

/** How late a hearing may be closed; input is refused from the second of its deadline anyway. */
const minute = 60_000;

/** A context without a viewer and a time. */
type JobContext = Omit<Context, 'viewer' | 'now'>;

/**
 * Closes what is due, now and every minute. Returns a function that stops it, after a closing that is
 * under way. Rejects if the first closing fails.
 */
export async function startDeadlines(context: JobContext): Promise<() => Promise<void>> {
  await closeDue(context, new Date());
  return repeat(() => closeDue(context, new Date()).catch(report), minute);
}

/** Closes the hearings and the calls for input whose deadline is before `now`. */
export async function closeDue(context: JobContext, now: Date) {
  const inside: Context = { ...context, viewer: null, now };
  await closeDueHearings(inside);
  await closeDueCalls(inside);
}

/** Logs the error; the next minute tries again. */
function report(error: unknown) {
  logError('Could not close what is due', error);
}
