import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, logIn, screens, test } from './support/forum.ts';

/** A document of the demo that is in hearing. */
const document = '/documents/doeren-staar-aaben';

for (const [screen, viewport] of Object.entries(screens))
  test.describe(screen, () => {
    test.use({ viewport });

    test('two people write at once: each is told of the other, and nothing moves by itself', async ({
      page,
      browser,
      forum
    }) => {
      await logIn(page, 'member', document);
      const other = await (await browser.newContext({ baseURL: forum.url })).newPage();
      await logIn(other, 'rapporteur', document);
      await page.evaluate(() => scrollTo(0, 900));
      const before = await page.evaluate(() => scrollY);

      const words = `Lad os mødes ved skranken ${randomUUID()}`;
      await comment(other, words);
      const told = page.getByRole('button', { name: '1 ny kommentar – vis den' });
      await expect(told).toBeVisible();
      expect(await page.evaluate(() => scrollY)).toBe(before);
      await expect(page.getByText(words)).toBeHidden();
      await expect(other.getByRole('button', { name: /ny kommentar/ })).toBeHidden();

      await told.click();
      await expect(page.getByText(words)).toBeVisible();
      await expect(told).toBeHidden();
      await other.context().close();
    });
  });

test('likes are counted where one reads, by members and by those who only read', async ({
  page,
  browser,
  forum
}) => {
  const stranger = await (await browser.newContext({ baseURL: forum.url })).newPage();
  await stranger.goto(document);
  await logIn(page, 'member', document);
  const words = `Der mangler en bænk ${randomUUID()}`;
  await comment(page, words);
  await stranger.getByRole('button', { name: /ny(e)? kommentar/ }).click();
  const seen = stranger.locator('article', { hasText: words });
  await expect(seen).toBeVisible();
  await expect(seen.locator('[data-likes]')).toBeHidden();

  const mine = page.locator('article', { hasText: words });
  await mine.getByRole('button', { name: /^Synes godt om/ }).click();
  await expect(seen.locator('[data-likes]')).toHaveText('1');
  await mine.getByRole('button', { name: /Synes ikke længere/ }).click();
  await expect(seen.locator('[data-likes]')).toBeHidden();
});

test('what is kept for those who only read is never late, and nobody’s own', async ({
  page,
  request
}) => {
  const read = async () => (await request.get(`${document}?place=whole`)).text();
  const kept = await read();
  expect(kept).toContain('Log ind');
  await logIn(page, 'member', `${document}?place=whole`);
  const words = `Vi læser højt om lørdagen ${randomUUID()}`;
  await comment(page, words);
  const after = await read();
  expect(after).toContain(words);
  for (const own of ['name="formKey"', 'form="likes"', '?withdraw=', '/likes?comment='])
    expect(after).not.toContain(own);
  const like = page
    .locator('article', { hasText: words })
    .getByRole('button', { name: /^Synes godt om/ });
  await like.click();
  await expect.poll(async () => likesOf(await read(), words), { timeout: 2000 }).toBe(1);
  await withdraw(page, words);
  expect(await read()).not.toContain(words);
});

async function comment(page: Page, words: string) {
  await page.locator('#hele-teksten').getByRole('link', { name: 'Kommentér hele teksten' }).click();
  await page.locator('#skriv textarea[name=markdown]').fill(words);
  await page.locator('#skriv .sends button').click();
  await expect(page.locator('article', { hasText: words })).toBeVisible();
}

async function withdraw(page: Page, words: string) {
  await page
    .locator('article', { hasText: words })
    .getByRole('link', { name: 'Træk tilbage' })
    .click();
  await page.locator('#skriv .sends button').click();
  await expect(page.getByText(words)).toHaveCount(0);
}

/** How many like the comment, as its page tells those who only read. */
function likesOf(html: string, words: string): number {
  const after = html.slice(html.indexOf(words));
  return Number(/data-likes="(\d+)"/.exec(after)?.[1]);
}
