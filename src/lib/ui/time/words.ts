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
    const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day');
    return days === 0 ? `${words} ${hour(at, locale)}` : words;
  }
  const day = date(at, locale, now);
  return form === 'moment' ? `${day} ${hour(at, locale)}` : day;
}

/** From and to in words, the month and year said once where they are the same; no year where it is that of `now`. */
export function periodInWords(from: Date, to: Date, locale: string, now?: Date): string {
  const sameYear = now && yearOf(from) === yearOf(now) && yearOf(to) === yearOf(now);
  return formatter(locale, {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' })
  }).formatRange(from, to);
}

function daysBetween(at: Date, now: Date): number {
  return Math.round((midnight(now) - midnight(at)) / aDay);
}

function midnight(at: Date): number {
  return Date.parse(formatter('sv', { dateStyle: 'short' }).format(at));
}

function date(at: Date, locale: string, now?: Date): string {
  const sameYear = now && yearOf(at) === yearOf(now);
  return formatter(locale, {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' })
  }).format(at);
}

function yearOf(at: Date): string {
  return formatter('sv', { year: 'numeric' }).format(at);
}

function hour(at: Date, locale: string): string {
  const time = formatter(locale, { hour: '2-digit', minute: '2-digit', hour12: false }).format(at);
  return locale === 'da' ? `kl. ${time}` : time;
}

/** Making a formatter costs a hundred times what using it does, and a debate has five hundred times. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const made =
    formatters.get(key) ??
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...options, timeZone });
  formatters.set(key, made);
  return made;
}
