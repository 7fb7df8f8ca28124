/** The origin that paths are resolved against, to see whether they lead away from the forum. */
const here = 'http://here.invalid';

/** In characters: enough for every link of the forum, and within what a proxy accepts in a header. */
const maxPathLength = 2000;

/**
 * Returns the path, query and fragment of an address on this forum, or "/" for anything else. The
 * result is resolved once more: "/.//evil.example" is a path of this forum, but it resolves to
 * "//evil.example", which a browser takes for another host.
 */
export function localPath(given: unknown): string {
  if (typeof given !== 'string' || !given.startsWith('/') || given.length > maxPathLength)
    return '/';
  const path = resolved(given);
  return path !== null && resolved(path) === path && path.length <= maxPathLength ? path : '/';
}

/**
 * Returns the address of the login page that leads back to the given path: without what follows `?`
 * or `#` if that is too long, and to the front page if the path is too long, too.
 */
export function loginAddress(path: string): string {
  const encoded = [path, path.replace(/[?#].*/s, '')]
    .map(encodeURIComponent)
    .find((each) => each.length <= maxPathLength);
  return encoded === undefined ? '/login' : `/login?next=${encoded}`;
}

/** Returns the address as a browser resolves it on this forum, or null if it leads elsewhere. */
function resolved(given: string): string | null {
  const url = URL.parse(given, here);
  return url?.origin === here ? url.pathname + url.search + url.hash : null;
}
