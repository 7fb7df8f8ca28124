import type { Reroute } from '@sveltejs/kit';

/** No page and no program's address is called so; each answers as an unknown one does. */
const nowhere = '/%20';
const nowhereOfPrograms = '/api/%20';

/**
 * An address with a NUL in it, in its path or its query, is none: no name here has one, and the
 * database takes none.
 */
export const reroute: Reroute = ({ url }) => {
  if (!/%00/.test(url.pathname + url.search)) return;
  return url.pathname.startsWith('/api/') ? nowhereOfPrograms : nowhere;
};
