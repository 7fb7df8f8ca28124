import type { RequestEvent } from '@sveltejs/kit';

/**
 * Says how long an answer may be kept, where whoever made it has not: nothing that was made for
 * somebody who is logged in is kept anywhere, so that nobody finds it by going back after a logout;
 * what anybody may read is asked for anew each time, and is another's with another cookie.
 */
export function sayHowLongKept({ locals }: Pick<RequestEvent, 'locals'>, { headers }: Response) {
  if (!headers.has('cache-control'))
    headers.set(
      'cache-control',
      locals.context?.viewer ? 'private, no-store' : 'private, no-cache'
    );
  const varies = headers.get('vary')?.toLowerCase() ?? '';
  if (!varies.includes('cookie')) headers.append('vary', 'cookie');
}
