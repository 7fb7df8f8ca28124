import { endLogin } from '#lib/server/http/login.ts';
import type { RequestHandler } from './$types';

/**
 * What the browser clears, so that its Back button shows no private page and the next person finds
 * no drafts. The cookies stay: the language, and that the device is known. The page that is shown
 * offline is cleared too, and stored again when the next page is opened.
 */
const cleared = '"cache", "storage"';

/** Ends the login, and has the browser clear what it stored. */
export const POST: RequestHandler = async (event) => {
  await endLogin(event);
  const headers = { location: '/', 'clear-site-data': cleared, 'cache-control': 'no-store' };
  return new Response(null, { status: 303, headers });
};
