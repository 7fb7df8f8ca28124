import type { Context } from '../access/context.ts';
import { logError } from '../outside/log.ts';
import { closeDueHearings } from '../commands/documents/hearings.ts';
import { closeDueCalls } from '../commands/documents/calls.ts';

/** People see a hearing close within the minute; input is refused by the clock, to the second. */
const aMinute = 60_000;

/** What the deadlines are kept with: a context but for who asks and when, since nobody does. */
type Keeper = Omit<Context, 'viewer' | 'now'>;

/**
 * Closes what is due now, and what falls due from then on, each minute. Gives how to stop, which
 * waits for a round that is under way.
 */
export async function keepDeadlines(keeper: Keeper): Promise<() => Promise<void>> {
  await closeDue(keeper, new Date());
  let underWay = Promise.resolve();
  const timer = setInterval(() => {
    underWay = underWay.then(() => closeDue(keeper, new Date())).catch(report);
  }, aMinute);
  timer.unref();
  return () => {
    clearInterval(timer);
    return underWay;
  };
}

/** Closes the hearings and the calls for input whose time is up. */
export async function closeDue(keeper: Keeper, now: Date) {
  const context: Context = { ...keeper, viewer: null, now };
  await closeDueHearings(context);
  await closeDueCalls(context);
}

/** A database that is away for a minute is asked again in the next. */
function report(error: unknown) {
  logError('Could not close what is due', error);
}
