/** Hearings open and close by Danish time, wherever the server is. */
const timeZone = 'Europe/Copenhagen';

const aDay = 24 * 60 * 60 * 1000;

/** A day as forms send it, `2026-03-14`, and a time of that day, `23:59`, in Danish time. */
export type DanishTime = { date: string; time: string };

/** The last minute of a day, at which a hearing closes. */
export const endOfDay = '23:59';

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone,
  dateStyle: 'short',
  timeStyle: 'short'
});

/** Returns a moment in Danish time. */
export function inCopenhagen(at: Date): DanishTime {
  const [date, time] = clock.format(at).split(' ');
  return { date: date!, time: time! };
}

/**
 * Returns the moment of a date and time in Denmark, or an invalid Date if there is no such day or
 * time. Of the hour that comes twice in October it is the first; a time in the hour that is skipped
 * in March is moved to the hour after.
 */
export function copenhagen(date: string, time: string): Date {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 10) !== date)
    return new Date(NaN);
  const candidates = [-aDay, aDay].map((shift) => asUtc - offsetAt(asUtc + shift)).sort();
  return new Date(candidates.find((at) => at + offsetAt(at) === asUtc) ?? candidates[1]!);
}

/** No date in the forum is outside of these years. */
const firstDay = '1900-01-01';
const lastDay = '2199-12-31';

/** Returns the day if it is in the calendar and near our time, else null: `2026-02-31` is null. */
export function dayOrNull(given: string): string | null {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(given) && given >= firstDay && given <= lastDay;
  if (!isDay || Number.isNaN(Date.parse(given))) return null;
  return new Date(given).toISOString().slice(0, 10) === given ? given : null;
}

/** Returns the moment that is written, or null if it is none or not near our time. */
export function momentOrNull(given: string): Date | null {
  const moment = new Date(given);
  if (Number.isNaN(moment.getTime())) return null;
  return dayOrNull(moment.toISOString().slice(0, 10)) === null ? null : moment;
}

/** Returns the milliseconds between two moments by Danish clocks, in whole minutes. */
export const betweenOnClocks = (from: Date, to: Date): number => asIfUtc(to) - asIfUtc(from);

function asIfUtc(moment: Date): number {
  const { date, time } = inCopenhagen(moment);
  return Date.parse(`${date}T${time}:00Z`);
}

/** Returns by how many milliseconds Danish time is ahead of UTC at a moment. */
function offsetAt(moment: number): number {
  const minute = 60_000;
  return asIfUtc(new Date(moment)) - Math.floor(moment / minute) * minute;
}

/** Returns the date `days` after another, or before it if `days` is negative. */
export function daysLater(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * aDay).toISOString().slice(0, 10);
}
