import type { RequestEvent } from '@sveltejs/kit';
import type { SessionCookie } from '../auth/sessions.ts';

/** Gives the browser its login. Marked secure exactly where the page came over https. */
export function setSessionCookie(
  { cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>,
  { name, value, maxAge }: SessionCookie
) {
  cookies.set(name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    maxAge
  });
}

/** A sentence for the next page, after an action has redirected to it. */
export type Flash = { kind: 'success' | 'refusal'; text: string };

const flashCookie = 'flash';

/** Whether a sentence waits for the next page that this browser shows. */
export const hasFlash = (cookies: RequestEvent['cookies']) =>
  cookies.get(flashCookie) !== undefined;

/** Puts a sentence on the next page that this browser shows. */
export function setFlash({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>, flash: Flash) {
  cookies.set(flashCookie, JSON.stringify(flash), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    maxAge: 60
  });
}

/** Takes the sentence for this page, so that it is shown once. */
export function takeFlash({ cookies }: Pick<RequestEvent, 'cookies'>): Flash | null {
  const kept = cookies.get(flashCookie);
  if (!kept) return null;
  cookies.delete(flashCookie, { path: '/' });
  try {
    return JSON.parse(kept) as Flash;
  } catch {
    return null;
  }
}
