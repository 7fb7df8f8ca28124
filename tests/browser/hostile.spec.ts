import { expect, test } from '@playwright/test';
import { marked } from 'marked';
import { logIn } from './support/forum.ts';
import { serveHostile, type HostileForum } from './support/hostile-forum.ts';
import { at, pagesOf } from './support/hostile-pages.ts';
import { allHostile, hostile } from './support/hostile.ts';
import { inspect, listen, readFeed, tame, untame } from './support/tame.ts';

/** It loads the demo, writes some hundred comments and looks at every page. */
const patience = 300_000;

test.describe.configure({ timeout: patience });

let served: HostileForum;
test.beforeAll(async () => {
  test.setTimeout(patience);
  served = await serveHostile();
});
test.afterAll(() => served?.forum.discard());

for (const bypassCSP of [false, true])
  test.describe(bypassCSP ? 'were there no Content-Security-Policy' : 'under our policy', () => {
    test.use({ bypassCSP });

    for (const person of [
      null,
      'member',
      'workingGroup',
      'politiskForum',
      'administrator'
    ] as const)
      test(`no page of ${person ?? 'a public reader'} runs or shows what a hostile text asks for`, async ({
        browser
      }) => {
        const context = await browser.newContext({ baseURL: served.forum.url, bypassCSP });
        const page = await context.newPage();
        const executed = await listen(page, served.forum.url);
        if (person) await logIn(page, person);
        for (const path of pagesOf(served, person)) {
          const response = await page.goto(path, { waitUntil: 'load' });
          expect.soft(response!.status(), path).toBe(200);
          expect.soft(await page.evaluate(inspect), path).toEqual(tame);
          expect.soft(executed.splice(0), path).toEqual([]);
        }
        await context.close();
      });

    test('nor does a preview, nor a page that is brought up to date in place', async ({
      browser
    }) => {
      const context = await browser.newContext({ baseURL: served.forum.url, bypassCSP });
      const page = await context.newPage();
      const executed = await listen(page, served.forum.url);
      await logIn(page, 'member', at(served.open));
      await page.getByRole('link', { name: 'Kommentér hele teksten' }).click();
      // Set in one go: typed, each line of it would lay the page out anew.
      await page
        .getByLabel('Din kommentar')
        .evaluate(
          (area: HTMLTextAreaElement, words) => (area.value = words),
          allHostile.slice(0, 9000)
        );
      await page.getByRole('button', { name: 'Vis færdig' }).click();
      await expect(page.locator('[data-shown]')).toContainText('ond');
      expect(await page.evaluate(inspect)).toEqual(tame);
      await page.getByRole('button', { name: 'Send kommentar' }).click();
      await expect(page.getByText('Din kommentar er sendt.')).toBeVisible();
      expect(await page.evaluate(inspect)).toEqual(tame);
      expect(executed).toEqual([]);
      await context.close();
    });
  });

for (const person of [null, 'member', 'workingGroup', 'politiskForum', 'administrator'] as const)
  test(`no page of ${person ?? 'a public reader'} is wider than a phone, and what is wide scrolls in itself`, async ({
    browser
  }) => {
    const viewport = { width: 390, height: 844 };
    const context = await browser.newContext({ baseURL: served.forum.url, viewport });
    const page = await context.newPage();
    if (person) await logIn(page, person);
    for (const path of pagesOf(served, person)) {
      await page.goto(path);
      expect.soft(await page.evaluate(wider), path).toEqual([]);
    }
    if (person === null) {
      await page.goto(`${at(served.open)}?place=whole`);
      const frames = page.getByRole('group', { name: 'Tabel' });
      const rooms = await frames.evaluateAll((all) =>
        all.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
      );
      const widest = frames.nth(rooms.indexOf(Math.max(...rooms)));
      expect(Math.max(...rooms)).toBeGreaterThan(0);
      await widest.focus();
      await expect(widest).toBeFocused();
    }
    await context.close();
  });

test('shown by a forum that is careless, the same words act, and are found out', async ({
  browser
}) => {
  const { url } = served.forum;
  const context = await browser.newContext();
  const some = hostile.filter((_, at) => at % 4 === 0);
  let foundOut = 0;
  for (const words of some) {
    const page = await context.newPage();
    const executed = await listen(page, url);
    const body = `<main>${await marked.parse(words)}</main>`;
    await page.route('**/*', (route) =>
      route.request().url() === `${url}/`
        ? route.fulfill({ body, contentType: 'text/html' })
        : route.abort()
    );
    await page.goto(url, { waitUntil: 'load' });
    // One that leads the reader away takes the page with it.
    const seen = await page.evaluate(inspect).catch(() => null);
    if (executed.length > 0 || JSON.stringify(seen) !== JSON.stringify(tame)) foundOut++;
    await page.close();
  }
  expect(foundOut).toBeGreaterThan(some.length / 2);
  await context.close();
});

test('a feed is XML, and the words in it are as tame as on the page', async ({ browser }) => {
  const page = await (await browser.newContext({ baseURL: served.forum.url })).newPage();
  await page.goto('/login');
  for (const path of [
    '/feed.xml',
    `${at(served.open)}/feed.xml`,
    `${at(served.decided)}/feed.xml`
  ]) {
    const xml = await (await page.request.get(path)).text();
    const { error, contents } = await page.evaluate(readFeed, xml);
    expect(error, path).toBeNull();
    expect(contents.length, path).toBeGreaterThan(5);
    expect(contents.filter((html) => html.includes('ond')).length, path).toBeGreaterThan(0);
    for (const html of contents) expect(await page.evaluate(untame, html), html).toEqual([]);
  }
  await page.context().close();
});

test('every answer of the forum bears a policy that runs no code of a page’s own', async ({
  request
}) => {
  const { url } = served.forum;
  const html = await (await request.get(url + at(served.open))).text();
  const files = [...html.matchAll(/(?:href|src)="([^"]*\/_app\/[^"]+)"/g)].map(([, path]) => path!);
  expect(files.length).toBeGreaterThan(1);
  const base = `${url}${at(served.open)}`;
  const paths = [
    ...[...pagesOf(served, null), ...pagesOf(served, 'member')].map((path) => url + path),
    ...files.map((path) => new URL(path, base).href),
    ...['/findes-ikke', '/documents/findes-ikke', '/offline', '/health', '/feed.xml'].map(
      (path) => url + path
    ),
    ...['/api/documents', '/api/findes-ikke', '/service-worker.js', '/_app/findes-ikke.js'].map(
      (path) => url + path
    ),
    ...['/events', '/participants', '/feed.xml'].map((path) => base + path)
  ];
  for (const path of paths) {
    const { headers } = await head(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy, path).toContain("base-uri 'none'");
    expect(policy, path).toContain("object-src 'none'");
    expect(policy, path).toMatch(/form-action '(self|none)'/);
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1];
    expect(scripts, path).toMatch(/^'self'( 'sha256-[\w+/=]+')*$/);
  }
});

test('a page that is unchanged keeps its own policy, and its forms can be sent', async () => {
  const address = `${served.forum.url}/login`;
  const first = await head(address);
  const again = await head(address, { 'if-none-match': first.headers.get('etag')! });
  expect(again.status).toBe(304);
  const policies = [first, again].map(({ headers }) => headers.get('content-security-policy'));
  expect(policies[0]).toContain("form-action 'self'");
  expect([null, policies[0]]).toContain(policies[1]);
});

/** The head of an answer, without waiting for a body that may never end. */
async function head(address: string, headers: Record<string, string> = {}): Promise<Response> {
  const leaving = new AbortController();
  const response = await fetch(address, { headers, signal: leaving.signal, redirect: 'manual' });
  leaving.abort();
  return response;
}

/** What makes the page wider than the window; none where it is not. */
function wider(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.querySelectorAll('main *')]
    .filter(
      (each) => !each.closest('.wide') && each.getBoundingClientRect().right > clientWidth + 1
    )
    .map((each) => `${each.tagName} ${each.className} ${each.textContent?.trim().slice(0, 40)}`);
}
