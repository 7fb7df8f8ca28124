import { letOut } from '#lib/server/http/login.ts';
import type { RequestHandler } from './$types';

/**
 * What a browser is to forget, so that Back shows nobody's own pages and the next person finds
 * no drafts. Cookies stay: the language, and that this device is known. With the storage goes the
 * page that is shown offline, which the next page that is opened keeps again.
 */
const cleared = '"cache", "storage"';

/** Ends the login, and has the browser forget what it kept of it. */
export const POST: RequestHandler = async (event) => {
  await letOut(event);
  const headers = { location: '/', 'clear-site-data': cleared, 'cache-control': 'no-store' };
  return new Response(null, { status: 303, headers });
};
