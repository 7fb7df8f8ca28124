/** The form of a time in words: the day, the day with the hour, or how long ago it was. */
export type TimeForm = 'date' | 'moment' | 'ago';

/** Hearings open and close by the clock in Denmark, wherever the reader or the server is. */
const timeZone = 'Europe/Copenhagen';
const aDay = 24 * 60 * 60 * 1000;
/** `ago` counts up to this many days; an earlier time gets its date. */
const maxCountedDays = 6;

/**
 * Returns the time `at` in words. `ago` gives the date if `now` is missing, or `at` is a week before
 * it or later than it. A date has no year if the year is that of `now`.
 */
export function timeInWords(at: Date, form: TimeForm, locale: string, now?: Date): string {
  const days = now ? daysBetween(at, now) : Infinity;
  if (form === 'ago' && days >= 0 && days <= maxCountedDays) {
    const words = relative(locale).format(-days, 'day');
    return days === 0 ? `${words} ${hour(at, locale)}` : words;
  }
  const day = date(at, locale, now);
  return form === 'moment' ? `${day} ${hour(at, locale)}` : day;
}

/** Returns a period in words, with a shared month or year once, and no year if it is that of `now`. */
export function periodInWords(from: Date, to: Date, locale: string, now?: Date): string {
  const isThisYear = now && yearOf(from) === yearOf(now) && yearOf(to) === yearOf(now);
  return (isThisYear ? dayAndMonth : dayMonthAndYear)(locale).formatRange(from, to);
}

function daysBetween(at: Date, now: Date): number {
  return Math.round((midnight(now) - midnight(at)) / aDay);
}

const midnight = (at: Date): number => Date.parse(numbers('sv').format(at));

const yearOf = (at: Date): string => numbers('sv').format(at).slice(0, 4);

function date(at: Date, locale: string, now?: Date): string {
  const isThisYear = now && yearOf(at) === yearOf(now);
  return (isThisYear ? dayAndMonth : dayMonthAndYear)(locale).format(at);
}

function hour(at: Date, locale: string): string {
  const time = clock(locale).format(at);
  return locale === 'da' ? `kl. ${time}` : time;
}

/** Caches a formatter by locale: making one takes a hundred times as long as using it. */
function cacheByLocale<Formatter>(
  make: (locale: string) => Formatter
): (locale: string) => Formatter {
  const cache = new Map<string, Formatter>();
  return (locale) => {
    const known = cache.get(locale) ?? make(locale === 'en' ? 'en-GB' : locale);
    cache.set(locale, known);
    return known;
  };
}

const formatter = (options: Intl.DateTimeFormatOptions) =>
  cacheByLocale((locale) => new Intl.DateTimeFormat(locale, { ...options, timeZone }));

/** Swedish writes a date as 2026-11-22. */
const numbers = formatter({ dateStyle: 'short' });
const dayAndMonth = formatter({ day: 'numeric', month: 'long' });
const dayMonthAndYear = formatter({ day: 'numeric', month: 'long', year: 'numeric' });
const clock = formatter({ hour: '2-digit', minute: '2-digit', hour12: false });
const relative = cacheByLocale(
  (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
);
