import { ask } from '../server/load.ts';
import { brotliDecompressSync } from 'node:zlib';

/** Where a reader may begin; the rest is found by following links. */
const beginnings = [
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

/** So many addresses that differ only in a name, a number or an id are enough. */
const mostAlike = 8;

/** More than the forum has kinds of pages, with some of each. */
const most = 500;

/** What leads away, ends a login, or is a stream. */
const left = /^\/(?:logout|locale)|\/events$|\.(?:css|js|woff2|svg|png|ico)$/;

/** The addresses that links lead to, asked for in turn by each of the readers. */
export async function findAddresses(url: string, logins: readonly string[]): Promise<string[]> {
  const found = new Set(beginnings);
  const alike = new Map<string, number>();
  let nth = 0;
  for (const path of found) {
    if (found.size >= most) break;
    for (const cookie of ['', logins[nth++ % logins.length]!]) {
      const { body, headers } = await ask(url, { path, headers: { cookie } });
      if (!headers['content-type']?.startsWith('text/html')) continue;
      const isPacked = headers['content-encoding'] === 'br';
      const html = (isPacked ? brotliDecompressSync(body) : body).toString();
      for (const each of linksIn(html, new URL(path, url))) {
        const shape = shapeOf(each);
        const count = found.has(each) ? mostAlike : (alike.get(shape) ?? 0);
        if (count >= mostAlike) continue;
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
    .filter(({ origin, pathname }) => origin === here.origin && !left.test(pathname))
    .map(({ pathname, search }) => pathname + search);
}

/** An address without what it names. */
const shapeOf = (path: string) =>
  path
    .replace(/=[^&]*/g, '=')
    .replace(/[0-9a-f-]{36}|\d+/g, '0')
    .replace(/^\/documents\/[^/?]+/, '/documents/slug');
