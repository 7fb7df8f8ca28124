import type { Handle, RequestEvent } from '@sveltejs/kit';
import { getLocale } from '#lib/paraglide/runtime.js';
import { hasFlash } from './cookies.ts';
import { pageCache } from '../cache/page-cache.ts';

/** The page that many read at the same time while a hearing is open. */
const readingPage = '/documents/[slug]';

/** The parameters of a page that is cached; with another, such as a form's, it is rendered anew. */
const cachedParameters = new Set(['version', 'sort', 'place', 'debate', 'after', 'comment']);

/** In milliseconds. The page shows times in whole minutes, "for 5 minutter siden". */
const minuteLength = 60_000;

const answer = pageCache();

/**
 * Renders a document's page once for all who are not logged in, once for each member, and again when
 * the document's activity is raised. Each request reads the activity from the database, so that a new
 * comment or like is shown at once, whichever instance saved it.
 */
export const cacheReadingPages: Handle = async ({ event, resolve }) => {
  if (!isCacheable(event)) return resolve(event);
  const revision = await event.locals.activity(event.params.slug!);
  if (revision === null) return resolve(event);
  return answer(keyOf(event, revision), event.request, async () => resolve(event));
};

/** Returns whether the request asks for a document's page whose response sets no cookie. */
function isCacheable(event: RequestEvent) {
  const { request, route, url, locals, isDataRequest } = event;
  return (
    request.method === 'GET' &&
    route.id === readingPage &&
    !isDataRequest &&
    !locals.isRenewed &&
    !hasFlash(event) &&
    [...url.searchParams.keys()].every((name) => cachedParameters.has(name))
  );
}

/** Returns all that the page depends on: address, revision, minute, language, and viewer with roles. */
function keyOf({ url, locals }: RequestEvent, revision: number): string {
  const { viewer, now } = locals.context;
  const minute = Math.floor(now.getTime() / minuteLength);
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
