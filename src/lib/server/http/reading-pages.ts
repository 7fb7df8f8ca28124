import type { Handle, RequestEvent } from '@sveltejs/kit';
import { getLocale } from '#lib/paraglide/runtime.js';
import { hasFlash } from './cookies.ts';
import { pageCache } from '../cache/page-cache.ts';

/** The page that many read at once, and again and again while a hearing is open. */
const readingPage = '/documents/[slug]';

/** All that its address can ask for; a page with anything else, a form say, is rendered anew. */
const known = new Set(['version', 'sort', 'place', 'debate', 'after', 'comment']);

/** The page tells the time in minutes: "for 5 minutter siden". */
const aMinute = 60_000;

const answer = pageCache();

/**
 * A document's page is rendered once for all who are not logged in, and once for each member, and
 * again when the document's activity is raised. The activity is asked of the database by every
 * request, so that nobody is shown a comment or a like late, whichever instance took it.
 */
export const keepReadingPages: Handle = async ({ event, resolve }) => {
  if (!mayBeKept(event)) return resolve(event);
  const revision = await event.locals.activity(event.params.slug!);
  if (revision === null) return resolve(event);
  return answer(keyOf(event, revision), event.request, async () => resolve(event));
};

/** A page asked for plainly, whose answer gives the browser no cookie. */
function mayBeKept(event: RequestEvent) {
  const { request, route, url, locals, isDataRequest } = event;
  return (
    request.method === 'GET' &&
    route.id === readingPage &&
    !isDataRequest &&
    !locals.isRenewed &&
    !hasFlash(event) &&
    [...url.searchParams.keys()].every((name) => known.has(name))
  );
}

/** All that the page hangs on: what is read, by whom with which roles, in which language, when. */
function keyOf({ url, locals }: RequestEvent, revision: number): string {
  const { viewer, now } = locals.context;
  const minute = Math.floor(now.getTime() / aMinute);
  const { origin, pathname, search } = url;
  return JSON.stringify([
    origin,
    pathname,
    search,
    revision,
    minute,
    getLocale(),
    viewer,
    locals.name
  ]);
}
