import type { Page } from '@playwright/test';
import { expect, logIn, screens, test } from './forum.ts';

/** What is asked of every page met: axe needs script to look at it. */
type Check = (page: Page) => Promise<void>;

/** A document of the demo whose hearing has closed, with six of twelve inputs unanswered. */
const document = '/documents/kendte-ansigter';

/**
 * The working group's way from the last unanswered inputs to a submission. It changes the demo, so
 * that with and without script are two files, each with a forum of its own.
 */
export function describeWorkingGroup(check: Check) {
  test('the working group answers the last inputs, writes the next version, reads the report and submits', async ({
    page
  }) => {
    test.slow();
    await logIn(page, 'workingGroup', `${document}/desk`);
    await expect(page.getByRole('progressbar', { name: 'Behandlet' })).toHaveAttribute(
      'value',
      '6'
    );
    await check(page);

    await page.getByRole('link', { name: 'Behandl nr. 3' }).click();
    await expect(page.getByRole('radio', { name: 'Imødekommet', exact: true })).toBeFocused();
    await check(page);
    await answer(page, 3, 'Delvist imødekommet', 'Holdet har en, der har ansvaret for planen.');
    await expect(page.getByRole('heading', { name: 'Høringssvar 5' })).toBeVisible();
    for (const number of [5, 6, 8]) await answer(page, number, 'Imødekommet', '');
    await answer(page, 10, 'Ikke imødekommet', '');

    await refusedWith(page, check, ['Høringssvar 11', 'Høringssvar 10']);
    await page.getByRole('link', { name: 'Høringssvar 10' }).click();
    await answer(page, 10, 'Ikke imødekommet', 'Tallet skal kunne ses af alle.');
    await write(page);

    await page.goto(`${document}/desk/11`);
    await answer(page, 11, 'Dublet', '', 7);
    await expect(page.getByText('Alle høringssvar er behandlet.')).toBeVisible();

    await readReport(page, check);
    await submit(page, check);
  });

  test('the forms keep what was typed when they are refused', async ({ page }) => {
    await logIn(page, 'workingGroup', '/documents/faergen-er-en-vej/hearing');
    await page.getByLabel('Sidste dag').fill(inDays(3));
    await page.getByLabel('Organisationer, der høres').fill('Foreningen Landgangen');
    await check(page);
    await page.getByRole('button', { name: 'Åbn høringen' }).click();
    await expect(page.getByText('skal have en begrundelse')).toBeVisible();
    await expect(page.getByLabel('Sidste dag')).toHaveValue(inDays(3));
    await page.getByLabel('Hvorfor er høringen kort?').fill('Færgeplanen lægges fast i morgen.');
    await page.getByRole('button', { name: 'Åbn høringen' }).click();
    await page.goto('/documents/faergen-er-en-vej/hearing');
    await expect(page.getByText('Foreningen Landgangen')).toBeVisible();
    await expect(page.getByText('Færgeplanen lægges fast i morgen.')).toBeVisible();
    await check(page);
  });

  test('a member begins a document with the party’s sections, and publishes it', async ({
    page
  }) => {
    await logIn(page, 'member', '/documents/new');
    await page.getByLabel('Titel').fill('Et bord på hver plads');
    await page.getByLabel('Politikområde').fill('By');
    await expect(page.getByLabel('Teksten')).toHaveValue(/## Tre konkrete forslag/);
    await check(page);
    await page
      .getByLabel('Teksten')
      .fill('## Visionens tekst\n\nDer skal stå et bord på hver plads.');
    await page.getByRole('button', { name: 'Begynd dokumentet' }).click();
    await page.getByRole('button', { name: 'Gem, og se det' }).click();
    await expect(page.getByText('Der skal stå et bord på hver plads.')).toBeVisible();
    await check(page);
    await page.getByRole('button', { name: 'Offentliggør version 1' }).click();
    await expect(page.getByText('Version 1 er offentliggjort.')).toBeVisible();
  });
}

async function answer(
  page: Page,
  number: number,
  disposition: string,
  words: string,
  duplicateOf?: number
) {
  await page.goto(`${document}/desk/${number}`);
  await page.getByRole('radio', { name: disposition, exact: true }).check();
  await page.getByRole('textbox', { name: /^Svar/ }).fill(words);
  if (duplicateOf) await page.getByLabel('Dublet af nr.').fill(String(duplicateOf));
  await page.getByRole('button', { name: 'Gem, og gå til næste' }).click();
  await expect(page.getByText(`Svaret på nr. ${number} er gemt.`)).toBeVisible();
}

/** Submitting is refused, and each input that stands in the way is a link. */
async function refusedWith(page: Page, check: Check, links: string[]) {
  await page.goto(`${document}/submission`);
  await page.getByRole('button', { name: 'Indstil til Politisk Forum' }).click();
  await expect(
    page.getByText('1 høringssvar mangler en behandling, og 1 mangler en begrundelse')
  ).toBeVisible();
  for (const name of links)
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
  await check(page);
}

async function write(page: Page) {
  await page.goto(`${document}/draft`);
  const text = page.getByLabel('Teksten');
  const before = await text.inputValue();
  await text.fill(before.replace('på højst tolv ansatte', 'på højst ti ansatte'));
  await page.getByRole('button', { name: 'Gem, og se det' }).click();
  await expect(page.locator('ins')).toContainText('ti');
  await page.getByLabel('Hvad er nyt i denne version?').fill('Holdene er blevet mindre.');
  await page.getByRole('button', { name: 'Offentliggør version 2' }).click();
  await expect(page.getByText('Version 2 er offentliggjort.')).toBeVisible();
}

async function readReport(page: Page, check: Check) {
  await page.goto(`${document}/report`);
  await page.getByLabel('Kort sammenfatning').fill('De fleste vil have **mindre** hold.');
  await page.getByRole('button', { name: 'Gem sammenfatningen' }).click();
  await expect(page.locator('strong', { hasText: 'mindre' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Nordjylland.*Har ikke svaret/ })).toBeVisible();
  await expect(page.getByText('Fra version 1, som var i høring, til version 2.')).toBeVisible();
  await page.setViewportSize(screens.phone);
  await check(page);
  await page.setViewportSize(screens.desktop);
}

async function submit(page: Page, check: Check) {
  await page.goto(`${document}/submission`);
  await page.getByLabel('Til Politisk Forum').fill('Vi beder om vedtagelse.');
  await page.getByRole('button', { name: 'Indstil til Politisk Forum' }).click();
  await expect(page.getByText('Dokumentet er indstillet til Politisk Forum.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Teksten, version 2' })).toBeVisible();
  await check(page);
  await page.goto(`${document}/inputs/3`);
  await expect(page.getByText('Holdet har en, der har ansvaret for planen.')).toBeVisible();
  await check(page);
}

/** A date as a field takes it, so many days from now. */
const inDays = (days: number) =>
  new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
