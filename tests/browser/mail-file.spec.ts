import type { Page } from '@playwright/test';
import { expect, expectAccessible, logIn, test, withAndWithoutScript } from './support/forum.ts';

const newLetter = '/documents/doeren-staar-aaben/letters/new';

const mail = [
  'From: "Havnens Venner" <venner@example.org>',
  'Date: Mon, 2 Mar 2026 10:00:00 +0100',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>Vi foreslår:</p><ol start="2"><li>flere <b>bænke</b></li></ol>'
].join('\r\n');

withAndWithoutScript(() => {
  test('a mail in a file fills the form of a letter, and is entered when it was looked over', async ({
    page
  }) => {
    await logIn(page, 'workingGroup', newLetter);
    await choose(page, 'brev.eml', mail);
    await page.getByRole('button', { name: 'Læs mailen ind' }).click();
    await expect(page.getByText('Mailen er læst ind.')).toBeVisible();
    await expect(page.getByLabel('Afsender')).toHaveValue('Havnens Venner');
    await expect(page.getByLabel('Modtaget')).toHaveValue('2026-03-02');
    await expect(words(page)).toHaveValue(/^Vi foreslår:\s+2\. flere \*\*bænke\*\*\s*$/);
    await expectAccessible(page);
  });

  test('a letter shows its words, and folds the mail that it answers', async ({ page }) => {
    await logIn(page, 'workingGroup', newLetter);
    await page.getByLabel('Afsender').fill('Havnens Venner');
    await words(page).fill(
      'Kære alle\n\nVi foreslår flere\nbænke ved kajen.\n\nDen 1. marts 2026 kl. 10.12 skrev Gruppen <gruppen@example.org>:\n> Hvad mener I om kajen?'
    );
    await page.getByRole('button', { name: 'Før det ind' }).click();
    const card = page.getByRole('article').filter({ hasText: 'Havnens Venner' });
    await expect(card.getByText('Vi foreslår flere bænke ved kajen.')).toBeVisible();
    await expect(card.getByText('Hvad mener I om kajen?')).toBeHidden();
    await card.getByText('Vis resten').click();
    await expect(card.getByText('Hvad mener I om kajen?')).toBeVisible();
    await expectAccessible(page);
  });

  test('a file that is no mail is refused in words, and what was typed stays', async ({ page }) => {
    await logIn(page, 'workingGroup', newLetter);
    await page.getByLabel('Afsender').fill('Havnens Venner');
    await choose(page, 'brev.eml', 'Kære alle\r\n\r\nHej.');
    await page.getByRole('button', { name: 'Læs mailen ind' }).click();
    await expect(page.getByRole('alert')).toContainText('Filen er ikke en mail.');
    await expect(page.getByLabel('Afsender')).toHaveValue('Havnens Venner');
    await words(page).fill('Vi foreslår flere bænke.');
    await choose(page, 'brev.eml', mail);
    await page.getByRole('button', { name: 'Læs mailen ind' }).click();
    await expect(page.getByRole('alert')).toContainText('både valgt en fil og skrevet');
    await expect(words(page)).toHaveValue('Vi foreslår flere bænke.');
  });
});

const words = (page: Page) => page.locator('textarea[name=markdown]');

const choose = (page: Page, name: string, content: string) =>
  page
    .getByLabel('E-mail som fil', { exact: false })
    .setInputFiles({ name, mimeType: 'message/rfc822', buffer: Buffer.from(content) });
