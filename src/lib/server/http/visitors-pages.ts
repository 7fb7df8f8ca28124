import type { Handle, RequestEvent } from '@sveltejs/kit';
import { getLocale } from '#lib/paraglide/runtime.js';
import { startForum } from '../forum.ts';
import { isFlash } from './cookies.ts';
import { keptPages } from './kept-pages.ts';

/** The page that many read at once without being logged in. */
const readingPage = '/documents/[slug]';

/** All that its address can ask for; a page with anything else is rendered anew. */
const known = new Set(['version', 'sort', 'place', 'debate', 'after', 'comment']);

/** The page tells the time in minutes: "for 5 minutter siden". */
const aMinute = 60_000;

const answer = keptPages();

/**
 * A document's page is rendered once for all who are not logged in, and again when the document's
 * activity is raised. The activity is asked of the database by every request, so that nobody is
 * shown a comment or a like late, whichever instance took it.
 */
export const forVisitors: Handle = async ({ event, resolve }) => {
  const { activity, sessions } = await startForum();
  if (!isForAll(event, sessions.cookieName)) return resolve(event);
  const revision = await activity(event.params.slug!);
  if (revision === null) return resolve(event);
  const { url, request } = event;
  const minute = Math.floor(Date.now() / aMinute);
  const key = [getLocale(), minute, revision, url.origin, url.pathname, url.search].join(' ');
  return answer(key, request, async () => resolve(event));
};

/** Nothing in the answer hangs on who asks: no login, and no sentence left by an action. */
function isForAll({ request, route, url, cookies, isDataRequest }: RequestEvent, login: string) {
  return (
    request.method === 'GET' &&
    route.id === readingPage &&
    !isDataRequest &&
    !cookies.getAll().some(({ name }) => name === login || isFlash(name)) &&
    [...url.searchParams.keys()].every((name) => known.has(name))
  );
}
