import type { Reroute } from '@sveltejs/kit';

/** Addresses that no route has: the answer is 404, as a page and as JSON. */
const notFoundPage = '/%20';
const notFoundInApi = '/api/%20';

/** In characters: longer than any of our paths, and short enough for a redirect's header. */
const maxPathLength = 1000;

/**
 * Makes an address with a NUL in its path or query, or with a path that is too long, not found: no
 * name has a NUL, and the database refuses it.
 */
export const reroute: Reroute = ({ url }) => {
  const isValid = url.pathname.length <= maxPathLength && !/%00/.test(url.pathname + url.search);
  if (isValid) return;
  return url.pathname.startsWith('/api/') ? notFoundInApi : notFoundPage;
};
