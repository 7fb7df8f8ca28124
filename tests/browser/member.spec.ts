import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, logIn, test, withAndWithoutScript } from './support/forum.ts';

/** The demo's document in hearing. */
const vision = '/documents/doeren-staar-aaben';

withAndWithoutScript((screens) => {
  for (const [screen, viewport] of Object.entries(screens))
    test(`a member reads, comments on a paragraph, answers another and likes, on a ${screen}`, async ({
      page
    }) => {
      test.slow();
      await page.setViewportSize(viewport);
      await logIn(page, 'member', vision);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(paragraph(page, 9)).toContainText('rum');
      await expectAccessible(page);

      const words = `Et rum med dør, tak. ${screen}`;
      await paragraph(page, 9).getByRole('link', { name: 'Kommentér afsnit 9' }).click();
      await expectAccessible(page);
      await page.getByRole('radio', { name: 'bekymring' }).check();
      await page.getByLabel('Din kommentar').fill(words);
      await page.getByRole('button', { name: 'Send kommentar' }).click();
      await expect(page.getByText('Din kommentar er sendt.')).toBeVisible();
      await expect(comment(page, words)).toContainText('bekymring');
      await expectAccessible(page);

      await page.goto(`${vision}?sort=newest`);
      const first = page.getByRole('article').first();
      await first.getByRole('link', { name: 'Svar' }).click();
      await page.getByRole('textbox', { name: /^Svar til/ }).fill(`Jeg er enig. ${screen}`);
      await page.getByRole('button', { name: 'Send svar' }).click();
      await expect(page.getByText('Dit svar er sendt.')).toBeVisible();
      await expectAccessible(page);

      await page.goto(vision);
      const like = paragraph(page, 5).getByRole('button', { name: 'Synes godt om afsnit 5' });
      await like.click();
      await expect(
        paragraph(page, 5).getByRole('button', { name: 'Synes ikke længere godt om afsnit 5' })
      ).toBeVisible();
      await page.reload();
      await paragraph(page, 5)
        .getByRole('button', { name: 'Synes ikke længere godt om afsnit 5' })
        .click();
      await expect(like).toBeVisible();
    });

  test('words that are not in the paragraph are refused, and what was typed is still there', async ({
    page
  }) => {
    await logIn(page, 'member', vision);
    await paragraph(page, 7).getByRole('link', { name: 'Kommentér afsnit 7' }).click();
    await page.getByLabel('Din kommentar').fill('Kun om uret.');
    await page.getByText('Gælder den kun nogle af ordene?').click();
    await page.getByLabel('Skriv ordene, som de står i afsnittet').fill('uden at se på klokken');
    await page.getByRole('button', { name: 'Send kommentar' }).click();
    await expect(page.getByText('De ord står ikke i afsnittet.')).toBeVisible();
    await expect(page.getByLabel('Din kommentar')).toHaveValue('Kun om uret.');
    await expectAccessible(page);
    await page.getByLabel('Skriv ordene, som de står i afsnittet').fill('uden at se på uret');
    await page.getByRole('button', { name: 'Send kommentar' }).click();
    await expect(comment(page, 'Kun om uret.')).toContainText('uden at se på uret');
  });

  test('a comment is kept through a lost session, and is sent once one is logged in again', async ({
    page,
    context
  }) => {
    await logIn(page, 'member', vision);
    await paragraph(page, 10).getByRole('link', { name: 'Kommentér afsnit 10' }).click();
    await page.getByLabel('Din kommentar').fill('Det her må ikke gå tabt.');
    await context.clearCookies();
    await page.getByRole('button', { name: 'Send kommentar' }).click();
    await expect(page.getByText('Du er ikke længere logget ind')).toBeVisible();
    await expect(page.getByLabel('Din kommentar')).toHaveValue('Det her må ikke gå tabt.');
    await expectAccessible(page);

    await logIn(await context.newPage(), 'member');
    await page.getByRole('button', { name: /^Send (kommentar|igen)$/ }).click();
    await expect(comment(page, 'Det her må ikke gå tabt.')).toHaveCount(1);
  });

  test('one edits and withdraws one’s own comment, and the earlier words can be read', async ({
    page
  }) => {
    await logIn(page, 'member', vision);
    await paragraph(page, 8).getByRole('link', { name: 'Kommentér afsnit 8' }).click();
    await page.getByLabel('Din kommentar').fill('Første forsøg.');
    await page.getByRole('button', { name: 'Send kommentar' }).click();
    await comment(page, 'Første forsøg.').getByRole('link', { name: 'Ret' }).click();
    await page.getByLabel('Ret din kommentar').last().fill('Andet forsøg.');
    await page.getByRole('button', { name: 'Gem' }).click();
    const edited = comment(page, 'Andet forsøg.');
    await edited.getByRole('link', { name: 'redigeret' }).click();
    await expect(page.getByText('Første forsøg.')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Tilbage til kommentaren' }).click();
    await edited.getByRole('link', { name: 'Træk tilbage' }).click();
    await page.getByRole('button', { name: 'Træk tilbage' }).click();
    await expect(edited).toHaveCount(0);
  });
});

test('a visitor is led to log in and back to the paragraph', async ({ page }) => {
  await page.goto(vision);
  await expectAccessible(page);
  await paragraph(page, 3).getByRole('link', { name: 'Kommentér afsnit 3' }).click();
  await page.getByLabel('E-mail').fill('medlem@example.org');
  await page.getByLabel('Adgangskode').fill('lydhoer-demo');
  await page.getByRole('button', { name: 'Log ind' }).click();
  await expect(page.getByLabel('Din kommentar')).toBeVisible();
});

test('what is marked in a paragraph is what the comment is about', async ({ page }) => {
  await logIn(page, 'member', vision);
  await paragraph(page, 11).locator('.text').evaluate(markWords, 'postnummeret må ikke afgøre');
  await page.getByRole('link', { name: 'Kommentér det markerede' }).click();
  await page.getByLabel('Din kommentar').fill('Enig.');
  await page.getByRole('button', { name: 'Send kommentar' }).click();
  await expect(comment(page, 'Enig.')).toContainText('postnummeret må ikke afgøre');
});

test('a draft survives a closed tab', async ({ page, context }) => {
  await logIn(page, 'member', vision);
  await paragraph(page, 6).getByRole('link', { name: 'Kommentér afsnit 6' }).click();
  await page.getByLabel('Din kommentar').fill('Kun halvt færdig');
  await page.close();
  const next = await context.newPage();
  await next.goto(vision);
  await paragraph(next, 6).getByRole('link', { name: 'Kommentér afsnit 6' }).click();
  await next.getByRole('button', { name: 'Hent den' }).click();
  await expect(next.getByLabel('Din kommentar')).toHaveValue('Kun halvt færdig');
});

const paragraph = (page: Page, number: number): Locator => page.locator(`#afsnit-${number}`);

const comment = (page: Page, words: string): Locator =>
  page.getByRole('article').filter({ hasText: words });

/** Marks the words as a reader would with mouse, keys or thumb. Runs in the page. */
function markWords(text: Element, words: string) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const start = node.textContent!.indexOf(words);
    if (start < 0) continue;
    getSelection()!.setBaseAndExtent(node, start, node, start + words.length);
    return;
  }
}
