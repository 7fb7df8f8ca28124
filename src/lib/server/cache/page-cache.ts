import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { loadingCache } from './loading-cache.ts';

/** A rendered page. */
type CachedPage = {
  headers: Headers;
  html: Buffer;
  /** Each form is made once, when it is first asked for. */
  compressed: Map<Encoding, Promise<Buffer>>;
};
type Encoding = 'br' | 'gzip';

/** A page of 500 comments is some 0.2 MB, and is rendered in some 20 ms. */
const limits = { entries: 150, bytes: 64 * 1024 * 1024 };

/** Returns the bytes of a page: its compressed forms are smaller together than its HTML. */
function sizeOf({ html }: CachedPage): number {
  return 2 * html.length;
}

/**
 * Returns a cache of rendered pages. A key must name everything that its page depends on, since a
 * page is never rendered again under its key.
 */
export function pageCache(most = limits) {
  const pages = loadingCache<CachedPage>({ ...most, sizeOf });

  /** Answers the request with the page under the key, or renders it and keeps it if it may be. */
  return async function answer(
    key: string,
    request: Request,
    render: () => Promise<Response>
  ): Promise<Response> {
    let rendered: Promise<Response> | undefined;
    const page = await pages(key, async () => {
      rendered = render();
      return toCachedPage(await rendered);
    }).catch(() => null);
    return page ? respond(page, request) : (rendered ?? render());
  };
}

/** Returns the page to keep, or null if it is not whole or sets a cookie. */
async function toCachedPage(response: Response): Promise<CachedPage | null> {
  if (response.status !== 200 || response.headers.has('set-cookie')) return null;
  const html = Buffer.from(await response.clone().arrayBuffer());
  return { headers: response.headers, html, compressed: new Map() };
}

async function respond(page: CachedPage, request: Request): Promise<Response> {
  const headers = new Headers(page.headers);
  headers.set('vary', 'accept-encoding, cookie');
  headers.set('cache-control', 'private, no-cache');
  const etag = headers.get('etag');
  if (etag && request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers });
  const encoding = encodingFor(request.headers.get('accept-encoding') ?? '');
  const bytes = encoding ? await compressedAs(encoding, page) : page.html;
  if (encoding) headers.set('content-encoding', encoding);
  headers.set('content-length', String(bytes.length));
  return new Response(bytes as Uint8Array<ArrayBuffer>, { headers });
}

function encodingFor(accepted: string): Encoding | null {
  if (/\bbr\b(?!\s*;\s*q=0)/.test(accepted)) return 'br';
  return /\bgzip\b(?!\s*;\s*q=0)/.test(accepted) ? 'gzip' : null;
}

function compressedAs(encoding: Encoding, { html, compressed }: CachedPage): Promise<Buffer> {
  let bytes = compressed.get(encoding);
  if (!bytes) compressed.set(encoding, (bytes = compress[encoding](html)));
  return bytes;
}

/** Smaller than gzip's best, in a third of the time that its own best takes. */
const brotliQuality = 5;

const compress: Record<Encoding, (html: Buffer) => Promise<Buffer>> = {
  br: (html) =>
    promisify(brotliCompress)(html, {
      params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality }
    }),
  gzip: (html) => promisify(gzip)(html)
};
