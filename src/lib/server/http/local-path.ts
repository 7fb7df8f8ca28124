/** Resolved against, to see whether an address leaves the forum. */
const here = 'http://here.invalid';

/**
 * The path to go on to, where it is one of the forum's own; otherwise the front page.
 * What is given is resolved as a browser does, and so is what comes of it: "/.//evil.example"
 * stays here, but resolves to "//evil.example", which does not.
 */
export function localPath(given: unknown): string {
  if (typeof given !== 'string' || !given.startsWith('/')) return '/';
  const path = resolved(given);
  return path !== null && resolved(path) === path ? path : '/';
}

/** The address as the browser would ask for it; null where it would ask somebody else. */
function resolved(given: string): string | null {
  const url = URL.parse(given, here);
  return url?.origin === here ? url.pathname + url.search + url.hash : null;
}
