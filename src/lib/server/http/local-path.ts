/** Resolved against, to see whether an address leaves the forum. */
const here = 'http://here.invalid';

/** A header may hold no more where a proxy reads it; none of our own links is nearly as long. */
const longest = 2000;

/**
 * The path to go on to, where it is one of the forum's own; otherwise the front page.
 * What is given is resolved as a browser does, and so is what comes of it: "/.//evil.example"
 * stays here, but resolves to "//evil.example", which does not.
 */
export function localPath(given: unknown): string {
  if (typeof given !== 'string' || !given.startsWith('/') || given.length > longest) return '/';
  const path = resolved(given);
  return path !== null && resolved(path) === path && path.length <= longest ? path : '/';
}

/** Where to log in and come back from to the path; without its query, or at the front page, where it is too long. */
export function loginAddress({ pathname, search }: Pick<URL, 'pathname' | 'search'>): string {
  const encoded = [pathname + search, pathname]
    .map(encodeURIComponent)
    .find((each) => each.length <= longest);
  return encoded === undefined ? '/login' : `/login?next=${encoded}`;
}

/** The address as the browser would ask for it; null where it would ask somebody else. */
function resolved(given: string): string | null {
  const url = URL.parse(given, here);
  return url?.origin === here ? url.pathname + url.search + url.hash : null;
}
