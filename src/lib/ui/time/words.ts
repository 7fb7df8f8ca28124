/** How a time is said: the day alone, the day and the hour, or how long ago seen from `now`. */
export type TimeForm = 'date' | 'moment' | 'ago';

/** Hearings open and close by the clock in Denmark, wherever the reader or the server is. */
const timeZone = 'Europe/Copenhagen';
const aDay = 24 * 60 * 60 * 1000;
/** Up to a week ago people count the days; before that they want the date. */
const countedDays = 6;

/**
 * A time in the words of a language. `ago` needs `now`, and falls back to the date where it is
 * missing, more than a week past, or in the future. The year is left out where it is that of `now`.
 */
export function timeInWords(at: Date, form: TimeForm, locale: string, now?: Date): string {
  const days = now ? daysBetween(at, now) : Infinity;
  if (form === 'ago' && days >= 0 && days <= countedDays) {
    const words = relative(locale).format(-days, 'day');
    return days === 0 ? `${words} ${hour(at, locale)}` : words;
  }
  const day = date(at, locale, now);
  return form === 'moment' ? `${day} ${hour(at, locale)}` : day;
}

/** From and to in words, the month and year said once where they are the same; no year where it is that of `now`. */
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

/** Making a formatter costs a hundred times what using it does, and a debate has five hundred times. */
function madeOnce<Formatter>(make: (locale: string) => Formatter): (locale: string) => Formatter {
  const made = new Map<string, Formatter>();
  return (locale) => {
    const known = made.get(locale) ?? make(locale === 'en' ? 'en-GB' : locale);
    made.set(locale, known);
    return known;
  };
}

const formatter = (options: Intl.DateTimeFormatOptions) =>
  madeOnce((locale) => new Intl.DateTimeFormat(locale, { ...options, timeZone }));

/** 2026-11-22, in Swedish. */
const numbers = formatter({ dateStyle: 'short' });
const dayAndMonth = formatter({ day: 'numeric', month: 'long' });
const dayMonthAndYear = formatter({ day: 'numeric', month: 'long', year: 'numeric' });
const clock = formatter({ hour: '2-digit', minute: '2-digit', hour12: false });
const relative = madeOnce((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
