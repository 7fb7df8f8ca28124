import type { Reroute } from '@sveltejs/kit';

/** No page and no program's address is called so; each answers as an unknown one does. */
const nowhere = '/%20';
const nowhereOfPrograms = '/api/%20';

/** No path of ours is nearly as long, and what leads on from one has room in a header. */
const longestPath = 1000;

/**
 * An address with a NUL in it, in its path or its query, is none: no name here has one, and the
 * database takes none. Nor is one with a path that is too long.
 */
export const reroute: Reroute = ({ url }) => {
  const isAddress = url.pathname.length <= longestPath && !/%00/.test(url.pathname + url.search);
  if (isAddress) return;
  return url.pathname.startsWith('/api/') ? nowhereOfPrograms : nowhere;
};
