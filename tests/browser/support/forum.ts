import { expect, test as base, type Page } from '@playwright/test';
import axe, { type RunOnly } from 'axe-core';
import { serveDemo, type ServedForum } from '../../support/serving.ts';

type Forums = { of(errand: string): Promise<ServedForum> };

/** Where no test has, the forum makes its database first, and a busy machine takes its time. */
const firstStart = 300_000;

/**
 * Playwright's test, with a forum serving the demo: one for each file, and one for it without
 * script, so that what one errand writes, another does not meet. Pages are asked for by path.
 */
export const test = base.extend<{ forum: ServedForum; someoneElse: Page }, { forums: Forums }>({
  forums: [
    async ({}, use) => {
      let open: { errand: string; forum: ServedForum } | null = null;
      const close = () => open?.forum.discard();
      await use({
        async of(errand) {
          if (open?.errand === errand) return open.forum;
          await close();
          open = { errand, forum: await serveDemo() };
          return open.forum;
        }
      });
      await close();
    },
    { scope: 'worker', timeout: firstStart }
  ],
  forum: [
    async ({ forums, javaScriptEnabled }, use, { file }) =>
      use(await forums.of(`${file} ${javaScriptEnabled}`)),
    { timeout: firstStart }
  ],
  baseURL: async ({ forum }, use) => use(forum.url),
  page: async ({ page, javaScriptEnabled }, use) => {
    if (!javaScriptEnabled) scriptless.add(page);
    await use(page);
  },
  /** Another browser on the same forum, with nobody logged in. */
  someoneElse: async ({ browser, forum, javaScriptEnabled }, use) => {
    const context = await browser.newContext({ baseURL: forum.url, javaScriptEnabled });
    const page = await context.newPage();
    if (!javaScriptEnabled) scriptless.add(page);
    await use(page);
    await context.close();
  }
});

/** The pages whose scripts do not run: axe, a script itself, looks at a copy of them. */
const scriptless = new WeakSet<Page>();

export { expect };

/** The demo's logins, one a role. */
export const people = {
  administrator: 'admin@example.org',
  workingGroup: 'arbejdsgruppe@example.org',
  rapporteur: 'referent@example.org',
  member: 'medlem@example.org',
  politiskForum: 'forum@example.org'
} as const;

/** The one password of the demo's people. */
export const password = 'lydhoer-demo';

/**
 * Logs in as the person and opens `next`. The form is posted without its page, which would be a
 * second of every errand; member.spec.ts and keyboard.spec.ts fill it in as a person does.
 */
export async function logIn(page: Page, person: keyof typeof people, next = '/') {
  // Asked for only to know the forum's origin, without which a form is refused.
  const form = await page.request.get('/login');
  const response = await page.request.post('/login', {
    form: { email: people[person], password },
    headers: { accept: 'text/html', origin: new URL(form.url()).origin },
    maxRedirects: 0
  });
  expect(response.status()).toBe(303);
  await page.goto(next);
}

/** A phone and a desktop, as interface.md names them. */
export const screens = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 800 }
} as const;

/**
 * Fails on anything that axe finds against WCAG 2.2 AA on the page as it stands; in the dark what
 * the colours alone decide is looked at again, but for a page whose scripts do not run: its colours
 * are those of the same page with them.
 */
export async function expectAccessible(page: Page) {
  if (scriptless.has(page))
    return onCopy(page, (copy) => expectNothingFound(copy, 'light', allRules));
  await expectNothingFound(page, 'light', allRules);
  await expectNothingFound(page, 'dark', colourRules);
  await page.emulateMedia({ colorScheme: null });
}

async function expectNothingFound(page: Page, colorScheme: 'light' | 'dark', rules: RunOnly) {
  await page.emulateMedia({ colorScheme });
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (runOnly) => {
    const { violations } = await window.axe.run({ runOnly, resultTypes: ['violations'] });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' ')}`
    );
  }, rules);
  expect(found, `axe, ${colorScheme}`).toEqual([]);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const allRules: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
};
const colourRules: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** Gives the check the page's HTML and styles in a browser that runs scripts, without the page's own. */
async function onCopy(page: Page, check: (copy: Page) => Promise<void>) {
  const context = await page
    .context()
    .browser()!
    .newContext({ viewport: page.viewportSize(), javaScriptEnabled: true });
  const copy = await context.newPage();
  const body = await page.content();
  await copy.route('**/*', (route) => {
    const request = route.request();
    if (request.resourceType() === 'script') return route.abort();
    if (!request.isNavigationRequest()) return route.continue();
    return route.fulfill({ body, contentType: 'text/html; charset=utf-8' });
  });
  await copy.goto(page.url());
  await check(copy);
  await context.close();
}

type Screens = Readonly<Record<string, { width: number; height: number }>>;

/**
 * Runs the errand once with JavaScript and once without. It is given the screens to walk it on:
 * without script a phone alone, since what a desktop has more is styles.
 */
export function withAndWithoutScript(errand: (screens: Screens) => void) {
  for (const javaScriptEnabled of [true, false])
    test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
      test.use({ javaScriptEnabled });
      errand(javaScriptEnabled ? screens : { phone: screens.phone });
    });
}

/** For the longest errands: each screen once, and each way of the script. */
export function onADesktopAndOnAPhoneWithoutScript(errand: (screen: keyof typeof screens) => void) {
  for (const screen of ['desktop', 'phone'] as const) {
    const javaScriptEnabled = screen === 'desktop';
    test.describe(`on a ${screen}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
      test.use({ javaScriptEnabled, viewport: screens[screen] });
      errand(screen);
    });
  }
}
