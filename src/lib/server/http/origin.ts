import type { RequestEvent } from '@sveltejs/kit';

/** What asks for something and changes nothing. */
const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that can change something comes from another site's page, or does not say
 * where it comes from, as every browser does. The content type is not asked: a form without one
 * is sent with the login all the same.
 */
export const isFromElsewhere = ({ request, url }: Pick<RequestEvent, 'request' | 'url'>): boolean =>
  !readingMethods.has(request.method) && request.headers.get('origin') !== url.origin;
