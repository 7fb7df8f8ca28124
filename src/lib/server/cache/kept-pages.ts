import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { sharedCache } from './shared-cache.ts';

/** A page as it was rendered. */
type KeptPage = {
  headers: Headers;
  html: Buffer;
  /** Compressed once, when it is first asked for so. */
  compressed: Map<Encoding, Promise<Buffer>>;
};
type Encoding = 'br' | 'gzip';

/** A page of 500 comments is some 0.2 MB, and is rendered in some 20 ms. */
const limits = { entries: 150, bytes: 64 * 1024 * 1024 };

/** A page's compressed forms weigh less together than its HTML, and come when they are asked for. */
function sizeOf({ html }: KeptPage): number {
  return 2 * html.length;
}

/**
 * Pages kept under a key that says all that they hang on: what is kept under one never changes,
 * and the least used is let go when there are too many, or they are too large together. Who asks
 * while a page is being rendered waits for it.
 */
export function keptPages(most = limits) {
  const pages = sharedCache<KeptPage>({ ...most, sizeOf });

  /** Gives the page kept under the key, or renders it and keeps it where it may be kept. */
  return async function answer(
    key: string,
    request: Request,
    render: () => Promise<Response>
  ): Promise<Response> {
    let rendered: Promise<Response> | undefined;
    const page = await pages(key, async () => {
      rendered = render();
      return keep(await rendered);
    }).catch(() => null);
    return page ? written(page, request) : (rendered ?? render());
  };
}

/** A page that is whole and sets no cookie can be sent again; another is left as it is. */
async function keep(response: Response): Promise<KeptPage | null> {
  if (response.status !== 200 || response.headers.has('set-cookie')) return null;
  const html = Buffer.from(await response.clone().arrayBuffer());
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
