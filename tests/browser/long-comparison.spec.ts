import type { Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  logIn,
  onADesktopAndOnAPhoneWithoutScript,
  test
} from './support/forum.ts';

/** Two pages and a half of changes. */
const many = 250;
const paragraphs = (word: string) =>
  Array.from({ length: many }, (_, at) => `Punkt ${at + 1} er ${word}.`).join('\n\n');

onADesktopAndOnAPhoneWithoutScript((screen) => {
  test('250 changes are read a page at a time, by links that say how many there are', async ({
    page
  }) => {
    test.slow();
    const base = await publishTimes(page, `Lang ${screen}`, 2);
    await page.goto(`${base}/compare?from=1&to=2`);
    await expect(page.getByRole('navigation', { name: 'Sider, foroven' })).toContainText(
      'Ændring 1–100 af 250. Side 1 af 3.'
    );
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Vis de næste 100 af 250 ændringer' }).last().click();
    await expect(page.locator('#aendring-101')).toBeVisible();
    await expect(page.locator('#aendring-100')).toHaveCount(0);
    await page.getByRole('link', { name: 'Vis de næste 50 af 250 ændringer' }).first().click();
    await expect(page.locator('#aendring-250')).toBeVisible();
    await page.getByRole('link', { name: 'Side om side' }).click();
    await expect(page.locator('#aendring-201')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Første side' }).first().click();
    await expect(page.locator('#aendring-1')).toBeVisible();
  });

  test('a rapporteur gives reasons page by page, and turning the page saves them', async ({
    page
  }) => {
    test.slow();
    const base = await publishTimes(page, `Lang tekst ${screen}`, 1);
    await page.goto(`${base}/hearing`);
    await page.getByRole('button', { name: 'Åbn høringen' }).click();
    await page.goto(`${base}/meetings/new`);
    await page.getByLabel('Storkreds').selectOption('Fyn (på storkredsens vegne)');
    await page.getByLabel('Hvornår blev mødet holdt?').fill('2026-01-05');
    await page.getByLabel('Antal fremmødte').fill('14');
    await page.getByLabel('Sted').fill('Forsamlingshuset');
    await page.getByRole('button', { name: 'Indfør mødet' }).click();
    await page.getByRole('link', { name: 'Skriv storkredsens tekst' }).click();
    await page.getByLabel('Jeres tekst', { exact: false }).fill(paragraphs('vores'));
    await page.getByRole('button', { name: 'Stil teksten op mod udkastet' }).click();

    const reasonOf = (number: number) =>
      page.locator(`#aendring-${number}`).getByLabel('Begrundelse');
    await reasonOf(1).fill('Fordi det er først.');
    await page.getByRole('button', { name: 'Gem, og vis de næste' }).last().click();
    await expect(page.getByText('249 ændringer er uden begrundelse.')).toBeVisible();
    await expectAccessible(page);
    await reasonOf(121).fill('Fordi det er i midten.');
    await page.getByRole('button', { name: 'Gem, og gå til forrige side' }).first().click();
    await expect(reasonOf(1)).toHaveValue('Fordi det er først.');
    await expect(page.getByText('248 ændringer er uden begrundelse.')).toBeVisible();
    await page.getByRole('button', { name: 'Send teksten ind' }).click();
    await expect(page.getByRole('heading', { name: 'Teksten fra Fyn' })).toBeVisible();
    await page.goto(`${page.url()}?change=121#aendring-121`);
    await expect(page.locator('#aendring-121')).toContainText('Fordi det er i midten.');
    await expectAccessible(page);
  });
});

test('one steps over the end of a page by keys, and back over its beginning', async ({ page }) => {
  const base = await publishTimes(page, 'Lang med taster', 2);
  await page.goto(`${base}/compare?from=1&to=2&change=100#aendring-100`);
  const change = (number: number) => page.locator(`#aendring-${number}`);
  await expect(change(100)).toBeFocused();
  await expect(async () => {
    await page.keyboard.press('n');
    await expect(change(101)).toBeFocused({ timeout: 1000 });
  }).toPass();
  await expect(page.locator('[data-steps] [aria-live]')).toHaveText('Ændring 101 af 250');
  await page.keyboard.press('n');
  await expect(change(102)).toBeFocused();
  await page.keyboard.press('p');
  await expect(change(101)).toBeFocused();
  await page.keyboard.press('p');
  await expect(change(100)).toBeFocused();
});

/** The working group begins a long document and publishes it so often, changed throughout each time. */
async function publishTimes(page: Page, title: string, versions: number): Promise<string> {
  await logIn(page, 'workingGroup', '/documents/new');
  await page.getByLabel('Titel').fill(title);
  await page.getByLabel('Politikområde').fill('By');
  await page.getByLabel('Teksten').fill(paragraphs('gammelt'));
  await page.getByRole('button', { name: 'Begynd dokumentet' }).click();
  await expect(page.getByText('Dokumentet er begyndt.')).toBeVisible();
  const base = new URL(page.url()).pathname.replace(/\/draft$/, '');
  for (let version = 1; version <= versions; version++) {
    await page.goto(`${base}/draft`);
    await page.getByLabel('Teksten').fill(paragraphs(version === 1 ? 'gammelt' : 'nyt'));
    await page.getByRole('button', { name: 'Gem, og se det' }).click();
    await page.getByRole('button', { name: `Offentliggør version ${version}` }).click();
    await expect(page.getByText(`Version ${version} er offentliggjort.`)).toBeVisible();
  }
  return base;
}
