import { fromDanishTime, addDays, toDanishTime } from '#lib/domain/time.ts';
import type { Moment } from '../reader/shared.ts';

/** Converts the moments of the content into dates, for a forum that starts now. */
export type Calendar = ReturnType<typeof calendarFrom>;

/** Returns a calendar that counts days from the day of `now` by Danish clocks. */
export function calendarFrom(now: Date) {
  const today = toDanishTime(now).date;
  return {
    now,
    dateOf: ({ day, time }: Moment): Date => fromDanishTime(addDays(today, day), time),
    dayOf: ({ day }: Moment): string => addDays(today, day)
  };
}
