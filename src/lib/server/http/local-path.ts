/** Resolved against, to see whether an address leaves the forum. */
const here = 'http://here.invalid';

/** The path to go on to, where it is one of the forum's own; otherwise the front page. */
export function localPath(given: unknown): string {
  if (typeof given !== 'string' || !given.startsWith('/')) return '/';
  const url = URL.parse(given, here);
  return url?.origin === here ? url.pathname + url.search + url.hash : '/';
}
