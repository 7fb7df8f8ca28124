import type { RequestEvent } from '@sveltejs/kit';

/**
 * The Content-Security-Policy of a response without one: a file, a feed, JSON, or the error page with
 * its inline style. Pages have a stricter one. The service worker may fetch from the forum only.
 */
export const defaultPolicy =
  "default-src 'self'; script-src 'self'; style-src 'unsafe-inline'; object-src 'none'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Methods that change nothing. */
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Returns whether a request that can change something comes from another site's page, or has no
 * origin, which every browser sends. The content type does not matter: a form without one is sent
 * with the cookies all the same.
 */
export const isCrossOrigin = ({ request, url }: Pick<RequestEvent, 'request' | 'url'>): boolean =>
  !safeMethods.has(request.method) && request.headers.get('origin') !== url.origin;

/**
 * Sets the headers that say how long a response may be kept, if it has none. What is made for a
 * logged-in viewer is kept nowhere, so that nobody finds it by going back after a logout; what
 * anybody may read is validated each time, and varies by cookie.
 */
export function setCacheHeaders({ locals }: Pick<RequestEvent, 'locals'>, { headers }: Response) {
  if (!headers.has('cache-control'))
    headers.set(
      'cache-control',
      locals.context?.viewer ? 'private, no-store' : 'private, no-cache'
    );
  const varies = headers.get('vary')?.toLowerCase() ?? '';
  if (!varies.includes('cookie')) headers.append('vary', 'cookie');
}
