import type { Page } from '@playwright/test';
import { expect, logIn, people, test, withAndWithoutScript } from './support/forum.ts';

const text = `## Visionens tekst

Broen ved møllen skal åbnes igen for alle, der går og cykler.

Kommunen tager broen i brug, når den er set efter.

## Tre ulemper

- Den koster penge.
`;
const regionText = text
  .replace('går og cykler', 'går, cykler og triller')
  .replace('efter.\n', 'efter.\n\nVi vil have en bænk på midten af broen.\n');

withAndWithoutScript(() => {
  test('a hearing goes its whole way, from a draft to a decision', async ({
    page,
    javaScriptEnabled
  }) => {
    test.slow();
    const title = `Broen ved møllen ${javaScriptEnabled ? 'med' : 'uden'} script`;
    const base = await begin(page, title);
    await publish(page, base, 'Det første udkast.');
    await open(page, base);
    await comment(page, base, 'Kommunen tager broen i brug', 'Hvem ser efter den?');
    await meet(page, base);
    await close(page, base);
    await answer(page, base, 1, 'Delvist imødekommet', 'Det gør en ingeniør. Det står der nu.');
    await answer(page, base, 2, 'Imødekommet', '');
    await refuseToSubmit(page, base);
    await answer(page, base, 3, 'Ikke imødekommet', 'Bænken kræver en bredere bro.');
    await rewrite(page, base);
    await submit(page, base);
    await decide(page, base);
    await readAll(page, base, title);
  });
});

/** The next person sits down at the browser. */
async function become(page: Page, person: keyof typeof people, path: string) {
  await page.context().clearCookies();
  await logIn(page, person, path);
}

async function begin(page: Page, title: string): Promise<string> {
  await become(page, 'workingGroup', '/documents/new');
  await page.getByLabel('Titel').fill(title);
  await page.getByLabel('Politikområde').fill('Transport');
  await page.getByLabel('Teksten').fill(text);
  await page.getByRole('button', { name: 'Begynd dokumentet' }).click();
  await expect(page.getByText('Dokumentet er begyndt.')).toBeVisible();
  return new URL(page.url()).pathname.replace(/\/draft$/, '');
}

async function publish(page: Page, base: string, note: string) {
  await page.goto(`${base}/draft?view=preview`);
  await page.getByLabel('Hvad er nyt i denne version?').fill(note);
  await page.getByRole('button', { name: /^Offentliggør version/ }).click();
  await expect(page.getByText(/Version \d er offentliggjort/)).toBeVisible();
}

async function open(page: Page, base: string) {
  await page.goto(`${base}/hearing`);
  await page.getByRole('button', { name: 'Åbn høringen' }).click();
  await expect(page.getByText('Høringen er åbnet.')).toBeVisible();
}

async function comment(page: Page, base: string, paragraph: string, words: string) {
  await become(page, 'member', base);
  await expect(page.getByText(paragraph).first()).toBeVisible();
  await page.getByRole('link', { name: 'Kommentér afsnit 2' }).click();
  await page.getByLabel('Din kommentar').fill(words);
  await page.getByRole('button', { name: 'Send kommentar' }).click();
  await expect(page.getByText('Din kommentar er sendt.')).toBeVisible();
}

async function meet(page: Page, base: string) {
  await become(page, 'rapporteur', `${base}/meetings/new`);
  await page.getByLabel('Hvornår blev mødet holdt?').fill('2026-01-05');
  await page.getByLabel('Antal fremmødte').fill('21');
  await page.getByLabel('Sted').fill('Møllen');
  await page.getByLabel(/^Referat/).fill('Vi gik en tur over broen.');
  await page.getByRole('button', { name: 'Indfør mødet' }).click();
  await page.getByRole('link', { name: 'Skriv storkredsens tekst' }).click();
  await page.getByLabel('Jeres tekst', { exact: false }).fill(regionText);
  await page.getByRole('button', { name: 'Stil teksten op mod udkastet' }).click();
  await page.getByRole('button', { name: 'Send teksten ind' }).click();
  await expect(page.getByRole('heading', { name: 'Teksten fra Fyn' })).toBeVisible();
}

async function close(page: Page, base: string) {
  await become(page, 'workingGroup', `${base}/hearing`);
  await page.getByLabel('Hvorfor lukkes der nu?').fill('Alle, der ville, har svaret.');
  await page.getByRole('button', { name: 'Luk høringen nu' }).click();
  await expect(page.getByText('Høringen er lukket.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Behandl nr. 1' })).toBeVisible();
}

async function answer(
  page: Page,
  base: string,
  number: number,
  disposition: string,
  words: string
) {
  await page.goto(`${base}/desk/${number}`);
  await page.getByRole('radio', { name: disposition, exact: true }).check();
  await page.getByRole('textbox', { name: /^Svar/ }).fill(words);
  await page.getByRole('button', { name: 'Gem, og gå til næste' }).click();
  await expect(page.getByText(`Svaret på nr. ${number} er gemt.`)).toBeVisible();
}

/** The one that is left is named, and a link. */
async function refuseToSubmit(page: Page, base: string) {
  await page.goto(`${base}/submission`);
  await page.getByRole('button', { name: 'Indstil til Politisk Forum' }).click();
  await page.getByText('Høringssvar 3', { exact: true }).click();
  await expect(page).toHaveURL(`${base}/desk/3`);
}

async function rewrite(page: Page, base: string) {
  await page.goto(`${base}/draft`);
  const words = page.getByLabel('Teksten');
  const before = await words.inputValue();
  await words.fill(before.replace('går og cykler', 'går, cykler og triller'));
  await page.getByRole('button', { name: 'Gem, og se det' }).click();
  await expect(page.locator('ins', { hasText: 'triller' })).toBeVisible();
  await publish(page, base, 'Også den, der triller, kan komme over.');
}

async function submit(page: Page, base: string) {
  await page.goto(`${base}/report`);
  await page.getByLabel('Kort sammenfatning').fill('De fleste vil have broen tilbage.');
  await page.getByRole('button', { name: 'Gem sammenfatningen' }).click();
  await expect(page.getByText('Sammenfatningen er gemt.')).toBeVisible();
  await page.goto(`${base}/submission`);
  await page.getByLabel('Til Politisk Forum').fill('Vi beder om vedtagelse.');
  await page.getByRole('button', { name: 'Indstil til Politisk Forum' }).click();
  await expect(page.getByText('Dokumentet er indstillet til Politisk Forum.')).toBeVisible();
}

async function decide(page: Page, base: string) {
  await become(page, 'politiskForum', `${base}/decision`);
  await page.getByLabel('Vedtaget som skrevet').check();
  await page.getByLabel('Begrundelse').fill('En god bro til prisen.');
  await page.getByRole('button', { name: 'Træf afgørelsen' }).click();
  await expect(page.getByText('Afgørelsen er truffet')).toBeVisible();
}

/** Somebody who is not logged in reads what came of it. */
async function readAll(page: Page, base: string, title: string) {
  await page.context().clearCookies();
  await page.goto(base);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.getByText('går, cykler og triller').first()).toBeVisible();
  await page.goto(`${base}/decision`);
  await expect(page.getByText('En god bro til prisen.')).toBeVisible();
  await page.goto(`${base}/report`);
  await expect(page.getByText('De fleste vil have broen tilbage.')).toBeVisible();
  await page.goto(`${base}/inputs/1`);
  await expect(page.getByText('Det gør en ingeniør. Det står der nu.')).toBeVisible();
}
