import { type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { building } from '$app/environment';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { askOnce } from '#lib/server/cache/activity.ts';
import { startForum } from '#lib/server/forum.ts';
import { setCacheHeaders, isCrossOrigin, defaultPolicy } from '#lib/server/http/headers.ts';
import { isSecure, readCookie, writeCookie } from '#lib/server/http/cookies.ts';
import { logError } from '#lib/server/outside/log.ts';
import { cacheReadingPages } from '#lib/server/http/reading-pages.ts';

export const init: ServerInit = async () => {
  if (building) return;
  const forum = await startForum();
  process.once('lydhoer:draining', () => void forum.drain());
  process.once('sveltekit:shutdown', () => {
    const close = forum.close().catch((error) => logError('Could not close the database', error));
    void close.then(() => process.exit(0));
  });
};

const recogniseViewer: Handle = async ({ event, resolve }) => {
  const { database, sessions, limiter, configuration, hub, activity } = await startForum();
  const login = readCookie(event, 'session');
  const validated = login ? await sessions.validate(login) : null;
  if (validated?.renewed) writeCookie(event, 'session', validated.renewed);
  const viewer = validated?.viewer ?? null;
  event.locals.isRenewed = Boolean(validated?.renewed);
  event.locals.context = { database, viewer, now: new Date(), configuration };
  event.locals.name = viewer?.name ?? null;
  event.locals.sessions = sessions;
  event.locals.limiter = limiter;
  event.locals.hub = hub;
  event.locals.activity = askOnce(activity);
  return resolve(event);
};

const setLocale: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, ({ request, locale }) => {
    event.request = request;
    return resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%lang%', locale),
      preload: isPreloaded
    });
  });

/** All but italics, which move little on the page when they load late. */
const isPreloaded = ({ type, path }: { type: string; path: string }) =>
  type === 'js' || type === 'css' || (type === 'font' && !path.includes('italic'));

const withSecurityHeaders: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  // A 304 must not replace the policy of the page that the browser has.
  if (response.status !== 304 && !response.headers.has('content-security-policy'))
    response.headers.set('content-security-policy', defaultPolicy);
  setCacheHeaders(event, response);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  if (isSecure(event.url))
    response.headers.set('strict-transport-security', strictTransportSecurity);
  return response;
};

/** One year, without subdomains: we do not know whether the party's other hosts have https. */
const strictTransportSecurity = 'max-age=31536000';

/** Refuses every other cross-origin request that can change something: Kit checks forms only. */
const refuseCrossOrigin: Handle = ({ event, resolve }) =>
  isCrossOrigin(event)
    ? new Response('Cross-site requests are refused', { status: 403 })
    : resolve(event);

/** Refuses Kit's data requests, which would give more than a page shows; no page makes them. */
const refuseDataRequests: Handle = ({ event, resolve }) =>
  event.isDataRequest
    ? new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
    : resolve(event);

export const handle = sequence(
  withSecurityHeaders,
  refuseDataRequests,
  refuseCrossOrigin,
  setLocale,
  recogniseViewer,
  cacheReadingPages
);

export const handleError: HandleServerError = ({ error, event, status }) => {
  if (status >= 500)
    logError(`${event.request.method} ${event.route.id ?? 'unknown route'} ${status}`, error);
  return { message: '' };
};
