import { expect, expectAccessible, screens, test } from './support/forum.ts';

test('the front page shows the documents by where they stand, on a phone and a desktop', async ({
  page
}) => {
  for (const size of Object.values(screens)) {
    await page.setViewportSize(size);
    await page.goto('/');
    for (const name of ['I høring nu', 'Hos Politisk Forum', 'Hos arbejdsgruppen', 'Vedtaget'])
      await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible();
    await expect(page.getByText(/dage endnu|sidste dag/).first()).toBeVisible();
    await expectAccessible(page);
  }
});

test('the screen can be had in English, and stays so', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'In hearing now' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.goto('/politisk-forum');
  await expect(page.getByText('Submissions that await')).toBeVisible();
});

test('a language that the forum does not speak changes nothing', async ({ page }) => {
  await page.goto('/');
  const button = page.getByRole('button', { name: 'English' });
  await button.evaluate((element: HTMLButtonElement) => (element.value = 'fr'));
  await button.click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'da');
  await expect(page.getByRole('heading', { name: 'I høring nu' })).toBeVisible();
});

test('an unknown page and a document that one may not read say so, and lead on', async ({
  page
}) => {
  for (const path of ['/findes-ikke', '/documents/faergen-er-en-vej']) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
});

test('a wrong password is told in a sentence, and the address is still there', async ({ page }) => {
  await page.goto('/login?next=/mine');
  await page.getByLabel('E-mail').fill('medlem@example.org');
  await page.getByLabel('Adgangskode').fill('forkert');
  await page.getByRole('button', { name: 'Log ind' }).click();
  await expect(page.getByText('passer ikke sammen')).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue('medlem@example.org');
  await expectAccessible(page);
});
