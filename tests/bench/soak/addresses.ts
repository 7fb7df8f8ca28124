import { ask } from '../server/load.ts';
import { brotliDecompressSync } from 'node:zlib';

/** The addresses that a reader starts at; the rest are found by following links. */
const startAddresses = [
  '/',
  '/mine',
  '/politisk-forum',
  '/administration/members',
  '/administration/moderation',
  '/documents/new',
  '/search?q=havnen',
  '/feed.xml',
  '/api/documents',
  '/api/openapi.json',
  '/health'
];

/** The number of addresses that may differ only in a name, a number or an id. */
const maxAlike = 8;

/** The number of addresses: enough for some of each kind of page. */
const maxAddresses = 500;

/** The addresses that are left out: other files, streams, and what ends a login. */
const excluded = /^\/(?:logout|locale)|\/events$|\.(?:css|js|woff2|svg|png|ico)$/;

/** Returns the addresses that links lead to; the readers request them in turn. */
export async function findAddresses(url: string, logins: readonly string[]): Promise<string[]> {
  const found = new Set(startAddresses);
  const alike = new Map<string, number>();
  let nth = 0;
  for (const path of found) {
    if (found.size >= maxAddresses) break;
    for (const cookie of ['', logins[nth++ % logins.length]!]) {
      const { body, headers } = await ask(url, { path, headers: { cookie } });
      if (!headers['content-type']?.startsWith('text/html')) continue;
      const isPacked = headers['content-encoding'] === 'br';
      const html = (isPacked ? brotliDecompressSync(body) : body).toString();
      for (const each of linksIn(html, new URL(path, url))) {
        const shape = shapeOf(each);
        const count = found.has(each) ? maxAlike : (alike.get(shape) ?? 0);
        if (count >= maxAlike) continue;
        alike.set(shape, count + 1);
        found.add(each);
      }
    }
  }
  return [...found];
}

function linksIn(html: string, here: URL): string[] {
  return [...html.matchAll(/<a[^>]*\shref="([^"]+)"/g)]
    .map(([, href]) => new URL(href!.replaceAll('&amp;', '&'), here))
    .filter(({ origin, pathname }) => origin === here.origin && !excluded.test(pathname))
    .map(({ pathname, search }) => pathname + search);
}

/** Returns the address without its names, numbers and ids. */
const shapeOf = (path: string) =>
  path
    .replace(/=[^&]*/g, '=')
    .replace(/[0-9a-f-]{36}|\d+/g, '0')
    .replace(/^\/documents\/[^/?]+/, '/documents/slug');
