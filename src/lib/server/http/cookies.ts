import type { RequestEvent } from '@sveltejs/kit';

type Asked = Pick<RequestEvent, 'cookies' | 'url'>;

/** The cookies of ours that nothing in the page reads. */
type CookieName = 'session' | 'flash' | 'device';

/**
 * Behind https a cookie's name begins with "__Host-", so that a browser takes it from this host
 * alone, over https alone. Over plain http, where a browser refuses such a name, it is bare.
 */
const nameOf = (name: CookieName, { url }: Pick<Asked, 'url'>) =>
  isSecure(url) ? `__Host-${name}` : name;

/** Whether the page came over https. */
export const isSecure = (url: URL) => url.protocol === 'https:';

/** What the browser holds for us under the name. */
export const readCookie = (asked: Asked, name: CookieName): string | undefined =>
  asked.cookies.get(nameOf(name, asked));

/** Gives the browser a cookie that no script reads, for so many seconds. */
export function writeCookie(
  asked: Asked,
  name: CookieName,
  { value, maxAge }: { value: string; maxAge: number }
) {
  asked.cookies.set(nameOf(name, asked), value, { ...optionsFor(asked), maxAge });
}

/** Has the browser forget a cookie. */
export const deleteCookie = (asked: Asked, name: CookieName) =>
  asked.cookies.delete(nameOf(name, asked), optionsFor(asked));

const optionsFor = ({ url }: Pick<Asked, 'url'>) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(url) }) as const;

/** A sentence for the next page, after an action has redirected to it. */
export type Flash = { kind: 'success' | 'refusal'; text: string };

/** Whether a sentence waits for the next page that this browser shows. */
export const hasFlash = (asked: Asked) => readCookie(asked, 'flash') !== undefined;

/** Puts a sentence on the next page that this browser shows. */
export const setFlash = (asked: Asked, flash: Flash) =>
  writeCookie(asked, 'flash', { value: JSON.stringify(flash), maxAge: 60 });

/** Takes the sentence for this page, so that it is shown once. */
export function takeFlash(asked: Asked): Flash | null {
  const kept = readCookie(asked, 'flash');
  if (!kept) return null;
  deleteCookie(asked, 'flash');
  try {
    return JSON.parse(kept) as Flash;
  } catch {
    return null;
  }
}
