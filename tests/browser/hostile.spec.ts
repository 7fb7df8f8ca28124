import { expect, test, type Page } from '@playwright/test';
import { marked } from 'marked';
import { rm } from 'node:fs/promises';
import { logIn, people } from './support/forum.ts';
import { serveHostile, type HostileForum } from './support/hostile-forum.ts';
import { allHostile, hostile } from './support/hostile.ts';

/** It loads the demo, writes some hundred comments and looks at every page. */
const patience = 300_000;

test.describe.configure({ timeout: patience });

let served: HostileForum;
test.beforeAll(async () => {
  test.setTimeout(patience);
  served = await serveHostile();
});
test.afterAll(async () => {
  await served?.forum.stop();
  if (served) await rm(served.forum.dataDirectory, { recursive: true, force: true });
});

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
        const told = await listen(page);
        if (person) await logIn(page, person);
        for (const path of pagesOf(person)) {
          const response = await page.goto(path, { waitUntil: 'load' });
          expect.soft(response!.status(), path).toBe(200);
          expect.soft(await page.evaluate(inspect), path).toEqual(tame);
          expect.soft(told.splice(0), path).toEqual([]);
        }
        await context.close();
      });

    test('nor does a preview, nor a page that is brought up to date in place', async ({
      browser
    }) => {
      const context = await browser.newContext({ baseURL: served.forum.url, bypassCSP });
      const page = await context.newPage();
      const told = await listen(page);
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
      expect(told).toEqual([]);
      await context.close();
    });
  });

test('shown by a forum that is careless, the same words act, and are found out', async ({
  browser
}) => {
  const page = await (await browser.newContext()).newPage();
  const told = await listen(page);
  let body = '';
  await page.route('**/*', (route) =>
    route.request().url() === `${served.forum.url}/`
      ? route.fulfill({ body: `<main>${body}</main>`, contentType: 'text/html' })
      : route.abort()
  );
  let foundOut = 0;
  for (const words of hostile) {
    body = await marked.parse(words);
    await page.goto(served.forum.url, { waitUntil: 'load' });
    // One that leads the reader away takes the page with it.
    const seen = await page.evaluate(inspect).catch(() => null);
    const isTame = seen && told.length === 0 && JSON.stringify(seen) === JSON.stringify(tame);
    if (!isTame) foundOut++;
    told.length = 0;
  }
  expect(foundOut).toBeGreaterThan(hostile.length / 2);
  await page.context().close();
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
  const files = [...html.matchAll(/(?:href|src)="([^"]+\/_app\/[^"]+)"/g)].map(([, path]) => path!);
  expect(files.length).toBeGreaterThan(1);
  const base = `${url}${at(served.open)}`;
  const paths = [
    ...[...pagesOf(null), ...pagesOf('member')].map((path) => url + path),
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

/** Where hostile words stand, for whoever may read it. */
function pagesOf(person: keyof typeof people | null): string[] {
  const { open, decided } = served;
  const [hearing, done] = [at(open), at(decided)];
  const everyones = [
    ...['/', '/politisk-forum', '/search?q=ond', '/search?q=alert+onerror+window'],
    ...['', '?place=whole', '?sort=newest', '?sort=supported', '?sort=unanswered&after=2'].map(
      (view) => hearing + view
    ),
    ...[`?comment=${open.commentId}`, '?debate=off'].map((view) => hearing + view),
    ...['/synopsis', '/inputs', '/inputs/1', '/record', `/comments/${open.commentId}`].map(
      (below) => hearing + below
    ),
    ...[`/rewrites/${open.rewriteId}`, `/meetings/${open.meetingId}`].map(
      (below) => hearing + below
    ),
    ...[
      '',
      '?version=1&place=whole',
      '/inputs',
      '/inputs/2',
      '/report',
      '/decision',
      '/record'
    ].map((below) => done + below),
    ...['/compare?from=1&to=2', '/compare?from=1&to=2&view=side', '/synopsis'].map(
      (below) => done + below
    )
  ];
  const writes = ['reply', 'quote'].map((verb) => `${hearing}?${verb}=${open.commentId}`);
  const own = {
    member: [
      ...writes,
      `${hearing}?edit=${open.commentId}`,
      '/mine',
      `${hearing}/likes?comment=${open.commentId}`
    ],
    workingGroup: [
      ...['/desk', '/desk/1', '/themes', '/draft', '/hearing', '/letters/new', '/meetings/new'].map(
        (below) => hearing + below
      ),
      ...['/submission', '/draft', '/desk'].map((below) => done + below)
    ],
    politiskForum: [...writes, `/comments/${open.commentId}/report`, `${done}/decision`],
    administrator: [
      ...['/administration/moderation', '/administration/members', '/administration/regions'],
      `/comments/${open.commentId}/report`
    ]
  };
  return person === null ? everyones : person in own ? own[person as keyof typeof own] : [];
}

const at = ({ slug }: { slug: string }) => `/documents/${slug}`;

/** What is found of a page where nothing has been let through. */
const tame = {
  hasRun: false,
  violations: [],
  elements: [],
  attributes: [],
  addresses: [],
  clobbered: []
};

/** Collects dialogs, errors and every request to another's server, from now on. */
async function listen(page: Page): Promise<string[]> {
  const told: string[] = [];
  page.on('dialog', (dialog) => {
    told.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', ({ message }) => told.push(`error ${message}`));
  page.on('popup', (popup) => told.push(`popup ${popup.url()}`));
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) told.push(message.text());
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== served.forum.url && protocol !== 'data:') told.push(request.url());
  });
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(globalThis, { violations });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      violations.push(`${violatedDirective} ${blockedURI}`)
    );
  });
  return told;
}

/** What of the page a hostile text could have made. Runs in the page. */
function inspect() {
  const shortly = ({ outerHTML }: Element) => outerHTML.slice(0, 200);
  const { violations, ondRan } = globalThis as unknown as {
    violations: string[];
    ondRan?: unknown;
  };
  const words =
    '.prose, article div.words, .text[data-block], .item, .pieces, .mention, [data-shown]';
  const inWords =
    'p br ul ol li blockquote pre code table thead tbody tr th td b del em i s strong sub sup a ' +
    'h1 h2 h3 h4 h5 h6 mark ins div span small svg path use';
  const forbidden =
    'iframe, frame, frameset, object, embed, applet, math, video, audio, source, img, image, ' +
    'template, noscript, xmp, plaintext, marquee, foreignObject, animate, portal, svg a, svg style, ' +
    'main script, main style, main link, main meta, main base, main title:not(svg title), body base';
  const elements = [
    ...[...document.querySelectorAll(forbidden)].map(shortly),
    ...[...document.querySelectorAll(words)]
      .flatMap((element) => [...element.querySelectorAll('*')])
      .filter(({ localName }) => !inWords.split(' ').includes(localName))
      .map(shortly)
  ];
  const named =
    /^(?:id|name|class|src|srcset|srcdoc|action|formaction|background|poster|xlink:href)$/;
  const attributes = [...document.querySelectorAll(':not(#svelte-announcer)')].flatMap((element) =>
    [...element.attributes]
      .filter(
        ({ name, value }) =>
          /^on/.test(name) ||
          (name === 'style' && /position|url\(/.test(value)) ||
          (named.test(name) && /\bond(?:Ran|\.example|$)/.test(value))
      )
      .map(({ name, value }) => `${element.localName} ${name}=${value}`)
  );
  const addresses = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
    .filter(({ protocol }) => !['http:', 'https:', 'mailto:'].includes(protocol))
    .map(shortly);
  const clobbered = ['querySelector', 'getElementById', 'cookie', 'forms', 'body'].filter((name) =>
    Object.hasOwn(document, name)
  );
  return { hasRun: ondRan !== undefined, violations, elements, attributes, addresses, clobbered };
}

/** The feed's content, as a reader's program would take it. Runs in the page. */
function readFeed(xml: string) {
  const feed = new DOMParser().parseFromString(xml, 'application/xml');
  const contents = [...feed.querySelectorAll('content, summary, title')];
  return {
    error: feed.querySelector('parsererror')?.textContent ?? null,
    contents: contents.map((content) =>
      content.getAttribute('type') === 'html' ? content.textContent! : content.innerHTML
    )
  };
}

/** What in the HTML is none of what words may be. Runs in the page. */
function untame(html: string): string[] {
  const allowed =
    'p br ul ol li blockquote pre code table thead tbody tr th td b del em i s strong sub sup a h1 h2 h3 h4 h5 h6 div';
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return [...parsed.body.querySelectorAll('*')]
    .filter(
      (element) =>
        !allowed.split(' ').includes(element.localName) ||
        [...element.attributes].some(
          ({ name }) => !/^(?:href|title|rel|start|class)$/.test(name)
        ) ||
        (element instanceof HTMLAnchorElement && !/^(?:https?|mailto):/.test(element.protocol))
    )
    .map(({ outerHTML }) => outerHTML);
}

/** The head of an answer, without waiting for a body that may never end. */
async function head(address: string): Promise<Response> {
  const leaving = new AbortController();
  const response = await fetch(address, { signal: leaving.signal, redirect: 'manual' });
  leaving.abort();
  return response;
}
