import { expect, test } from '@playwright/test';
import { serveDemo, type ServedForum } from '../support/serving.ts';
import { expectAccessible, screens } from './support/forum.ts';

/** Where no test has, the demo is loaded first. */
const patience = 300_000;

let forum: ServedForum;
test.beforeAll(async () => {
  test.setTimeout(patience);
  forum = await serveDemo({ DESIGN: 'on' });
});
test.afterAll(() => forum?.discard());

for (const [screen, viewport] of Object.entries(screens))
  test(`every component, shown together, can be used by everyone, on a ${screen}`, async ({
    page
  }) => {
    test.slow();
    await page.setViewportSize(viewport);
    await page.goto(`${forum.url}/design`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(viewport.width);
  });
