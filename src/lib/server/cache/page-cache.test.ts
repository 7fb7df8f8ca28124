import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pageCache } from './page-cache.ts';

test('a page is rendered once under a key, and again under another', async () => {
  const { answer, rendered } = counting(() => page('<p>Havnen</p>'));
  const [one, other] = await Promise.all([answer('1', asking()), answer('1', asking())]);
  expect(await one.text()).toBe('<p>Havnen</p>');
  expect(await other.text()).toBe('<p>Havnen</p>');
  expect(rendered()).toBe(1);
  await answer('2', asking());
  expect(rendered()).toBe(2);
});

test('what is kept is sent as the browser takes it, and not at all where it has it', async () => {
  const { answer } = counting(() => page('<p>Havnen</p>'));
  const compressed = await answer('1', asking({ 'accept-encoding': 'gzip, br' }));
  expect(compressed.headers.get('content-encoding')).toBe('br');
  const bytes = Buffer.from(await compressed.arrayBuffer());
  expect(compressed.headers.get('content-length')).toBe(String(bytes.length));
  expect(brotliDecompressSync(bytes).toString()).toBe('<p>Havnen</p>');
  expect(
    (await answer('1', asking({ 'accept-encoding': 'br;q=0' }))).headers.has('content-encoding')
  ).toBe(false);
  expect((await answer('1', asking({ 'if-none-match': '"one"' }))).status).toBe(304);
});

test('a page that sets a cookie, one that is not there and one that failed are not kept', async () => {
  const cookie = counting(() => page('<p>Ida</p>', 200, { 'set-cookie': 'flash=' }));
  await cookie.answer('1', asking());
  await cookie.answer('1', asking());
  expect(cookie.rendered()).toBe(2);
  const missing = counting(() => page('<p>Findes ikke</p>', 404));
  expect((await missing.answer('1', asking())).status).toBe(404);
  expect((await missing.answer('1', asking())).status).toBe(404);
  expect(missing.rendered()).toBe(2);
  const failing = counting(() => {
    throw new Error('halfway');
  });
  await expect(failing.answer('1', asking())).rejects.toThrow('halfway');
  await expect(failing.answer('1', asking())).rejects.toThrow('halfway');
});

test('pages that are too large together are not all kept', async () => {
  const html = 'a'.repeat(1000);
  const { answer, rendered } = counting(() => page(html), { entries: 100, bytes: 10_000 });
  for (let nth = 0; nth < 100; nth++) await answer(String(nth), asking());
  await answer('99', asking());
  expect(rendered()).toBe(100);
  await answer('90', asking());
  expect(rendered()).toBe(101);
});

const asking = (headers: Record<string, string> = {}) =>
  new Request('http://localhost/documents/havnen', { headers });

const page = (html: string, status = 200, headers: Record<string, string> = {}) =>
  new Response(html, { status, headers: { etag: '"one"', ...headers } });

/** Pages that count how often they are rendered. */
function counting(render: () => Response, limits?: { entries: number; bytes: number }) {
  const answer = pageCache(limits);
  let rendered = 0;
  const counted = async () => {
    rendered++;
    return render();
  };
  return {
    answer: (key: string, request: Request) => answer(key, request, counted),
    rendered: () => rendered
  };
}
