/** The forum's times are Danish, wherever the server is. */
const timeZone = 'Europe/Copenhagen';

/** Milliseconds of a day. */
export const msPerDay = 24 * 60 * 60 * 1000;

/** A day as forms send it, `2026-03-14`, and a time of that day, `23:59`, both in Danish time. */
export type DanishTime = { date: string; time: string };

/** The last minute of a day, when a hearing closes. */
export const endOfDay = '23:59';

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone,
  dateStyle: 'short',
  timeStyle: 'short'
});

/** Returns a moment in Danish time. */
export function toDanishTime(at: Date): DanishTime {
  const [date, time] = clock.format(at).split(' ');
  return { date: date!, time: time! };
}

/**
 * Returns the moment of a Danish date and time, or an invalid Date if there is no such date or
 * time. Of the hour that comes twice in October it returns the first; a time in the hour that is
 * skipped in March becomes the hour after.
 */
export function fromDanishTime(date: string, time: string): Date {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 10) !== date)
    return new Date(NaN);
  const candidates = [-msPerDay, msPerDay].map((shift) => asUtc - offsetAt(asUtc + shift)).sort();
  return new Date(candidates.find((at) => at + offsetAt(at) === asUtc) ?? candidates[1]!);
}

/** The forum has no dates outside these years. */
const firstDay = '1900-01-01';
const lastDay = '2199-12-31';

/**
 * Returns `given` if it is a date of the calendar within the forum's years, else null: `2026-02-31`
 * is null.
 */
export function parseDay(given: string): string | null {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(given) && given >= firstDay && given <= lastDay;
  if (!isDay || Number.isNaN(Date.parse(given))) return null;
  return new Date(given).toISOString().slice(0, 10) === given ? given : null;
}

/**
 * Returns the moment of a date as `Date` reads it, or null if it is invalid or outside the forum's
 * years.
 */
export function parseMoment(given: string): Date | null {
  const moment = new Date(given);
  if (Number.isNaN(moment.getTime())) return null;
  return parseDay(moment.toISOString().slice(0, 10)) === null ? null : moment;
}

/** Returns the milliseconds between two moments by Danish clocks, in whole minutes. */
export const clockTimeBetween = (from: Date, to: Date): number => asIfUtc(to) - asIfUtc(from);

/** Returns the milliseconds since 1970 of a moment's Danish date and time, read as UTC. */
function asIfUtc(moment: Date): number {
  const { date, time } = toDanishTime(moment);
  return Date.parse(`${date}T${time}:00Z`);
}

/** Returns how many milliseconds Danish time is ahead of UTC at a moment. */
function offsetAt(moment: number): number {
  const minute = 60_000;
  return asIfUtc(new Date(moment)) - Math.floor(moment / minute) * minute;
}

/** Returns the date `days` after `date`, or before it if `days` is negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * msPerDay).toISOString().slice(0, 10);
}
