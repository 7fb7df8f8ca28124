import type { RequestEvent } from '@sveltejs/kit';

type CookieEvent = Pick<RequestEvent, 'cookies' | 'url'>;

/** The cookies that no script reads. */
type CookieName = 'session' | 'flash' | 'device';

/**
 * Returns the name of the cookie in the browser. Over https it begins with "__Host-", so that a
 * browser accepts it only from this host and only over https; over http a browser refuses that prefix.
 */
const nameOf = (name: CookieName, { url }: Pick<CookieEvent, 'url'>) =>
  isSecure(url) ? `__Host-${name}` : name;

/** Returns whether the page was requested over https. */
export const isSecure = (url: URL) => url.protocol === 'https:';

/** Returns the value of the cookie, or undefined if the browser has none. */
export const readCookie = (event: CookieEvent, name: CookieName): string | undefined =>
  event.cookies.get(nameOf(name, event));

/** Sets a cookie that no script can read and that the browser keeps for `maxAge` seconds. */
export function writeCookie(
  event: CookieEvent,
  name: CookieName,
  { value, maxAge }: { value: string; maxAge: number }
) {
  event.cookies.set(nameOf(name, event), value, { ...optionsFor(event), maxAge });
}

/** Deletes the cookie in the browser. */
export const deleteCookie = (event: CookieEvent, name: CookieName) =>
  event.cookies.delete(nameOf(name, event), optionsFor(event));

const optionsFor = ({ url }: Pick<CookieEvent, 'url'>) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(url) }) as const;

/** A sentence for the page that an action redirects to. */
export type Flash = { kind: 'success' | 'refusal'; text: string };

/** Returns whether the next page of this browser has a sentence to show. */
export const hasFlash = (event: CookieEvent) => readCookie(event, 'flash') !== undefined;

/** Sets the sentence for the next page of this browser. */
export const setFlash = (event: CookieEvent, flash: Flash) =>
  writeCookie(event, 'flash', { value: JSON.stringify(flash), maxAge: 60 });

/** Returns the sentence for this page and deletes it, so that it is shown once; null if there is none. */
export function takeFlash(event: CookieEvent): Flash | null {
  const kept = readCookie(event, 'flash');
  if (!kept) return null;
  deleteCookie(event, 'flash');
  try {
    return JSON.parse(kept) as Flash;
  } catch {
    return null;
  }
}
