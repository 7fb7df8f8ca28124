/** Hearings open and close by the clock in Denmark, wherever the server is. */
const timeZone = 'Europe/Copenhagen';

const aDay = 24 * 60 * 60 * 1000;

/** A day as forms send it, `2026-03-14`, and a time of that day, `23:59`, by Danish clocks. */
export type DanishTime = { date: string; time: string };

/** A hearing lasts until the end of its last day: the last minute that a clock can show. */
export const endOfDay = '23:59';

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone,
  dateStyle: 'short',
  timeStyle: 'short'
});

/** What clocks in Denmark show at the moment. */
export function inCopenhagen(at: Date): DanishTime {
  const [date, time] = clock.format(at).split(' ');
  return { date: date!, time: time! };
}

/**
 * The moment at which clocks in Denmark show the date and time; an invalid Date where there is no
 * such day or time. Of the hour that comes twice in October it is the first; a time within the
 * hour that is left out in March is the hour after.
 */
export function copenhagen(date: string, time: string): Date {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 10) !== date)
    return new Date(NaN);
  const candidates = [-aDay, aDay].map((aside) => asUtc - offsetAt(asUtc + aside)).sort();
  return new Date(candidates.find((at) => at + offsetAt(at) === asUtc) ?? candidates[1]!);
}

/** Of the years in which anything here was written or will be. */
const firstDay = '1900-01-01';
const lastDay = '2199-12-31';

/** The day, where it is one of the calendar's and near our time; `2026-02-31` is null. */
export function dayOrNull(given: string): string | null {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(given) && given >= firstDay && given <= lastDay;
  if (!isDay || Number.isNaN(Date.parse(given))) return null;
  return new Date(given).toISOString().slice(0, 10) === given ? given : null;
}

/** The moment, where it is written as one and near our time. */
export function momentOrNull(given: string): Date | null {
  const moment = new Date(given);
  if (Number.isNaN(moment.getTime())) return null;
  return dayOrNull(moment.toISOString().slice(0, 10)) === null ? null : moment;
}

/** The milliseconds between two moments as clocks in Denmark show them, to the minute. */
export const betweenOnClocks = (from: Date, to: Date): number => asIfUtc(to) - asIfUtc(from);

function asIfUtc(moment: Date): number {
  const { date, time } = inCopenhagen(moment);
  return Date.parse(`${date}T${time}:00Z`);
}

/** How far Danish clocks are ahead of UTC, in milliseconds. */
function offsetAt(moment: number): number {
  const minute = 60_000;
  return asIfUtc(new Date(moment)) - Math.floor(moment / minute) * minute;
}

/** The date so many days later, or earlier where `days` is negative. */
export function daysLater(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * aDay).toISOString().slice(0, 10);
}
