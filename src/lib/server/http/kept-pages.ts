import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A page as it was rendered. */
type KeptPage = {
  headers: Headers;
  html: Buffer;
  /** Compressed once, when it is first asked for so. */
  compressed: Map<Encoding, Promise<Buffer>>;
};
type Encoding = 'br' | 'gzip';

/** With its compressed forms a page of 500 comments is some 0.4 MB. */
const mostPages = 150;

/**
 * Pages kept under a key that says all that they hang on: what is kept under one never changes,
 * and the least used is let go. Who asks while a page is being rendered waits for it.
 */
export function keptPages() {
  const pages = new Map<string, Promise<KeptPage | null>>();

  /** Gives the page kept under the key, or renders it and keeps it where it may be kept. */
  return async function answer(
    key: string,
    request: Request,
    render: () => Promise<Response>
  ): Promise<Response> {
    const kept = pages.get(key);
    if (kept) {
      pages.delete(key);
      pages.set(key, kept);
      const page = await kept.catch(() => null);
      return page ? written(page, request) : render();
    }
    const rendered = render();
    pages.set(
      key,
      rendered.then((response) => keep(response.clone()))
    );
    const oldest = pages.size > mostPages ? pages.keys().next().value : undefined;
    if (oldest !== undefined) pages.delete(oldest);
    const page = await pages.get(key)!.catch(() => null);
    if (page) return written(page, request);
    pages.delete(key);
    return rendered;
  };
}

/** A page that is whole and sets no cookie can be sent again. */
async function keep(response: Response): Promise<KeptPage | null> {
  if (response.status !== 200 || response.headers.has('set-cookie')) return null;
  const html = Buffer.from(await response.arrayBuffer());
  return { headers: response.headers, html, compressed: new Map() };
}

async function written(page: KeptPage, request: Request): Promise<Response> {
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

function compressedAs(encoding: Encoding, { html, compressed }: KeptPage): Promise<Buffer> {
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
