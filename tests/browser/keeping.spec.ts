import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, logIn, screens, test } from './support/forum.ts';

/** In hearing, and what is typed on it. */
const vision = '/documents/doeren-staar-aaben';

test('a draft is offered and not laid in, can be taken back, and is nobody else’s', async ({
  page
}) => {
  await logIn(page, 'member', vision);
  const writer = await write(page, 6, 'Kun halvt færdig');
  await page.getByRole('link', { name: 'Fortryd' }).click();
  await expect(writer).toHaveCount(0);
  await open(page, 6);
  await expect(writer).toHaveValue('');
  await expect(page.getByText(/Du har en kladde her fra kl\./)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Hent den' }).click();
  await expect(writer).toHaveValue('Kun halvt færdig');
  await page.getByRole('button', { name: 'Fortryd' }).click();
  await expect(writer).toHaveValue('');
  await open(page, 7);
  await expect(page.getByText(/Du har en kladde/)).toHaveCount(0);

  await page.getByRole('button', { name: 'Log ud' }).click();
  await expect(page.getByRole('link', { name: 'Log ind' })).toBeVisible();
  expect(await draftsOn(page)).toEqual([]);
  await logIn(page, 'rapporteur', vision);
  await open(page, 6);
  await expect(page.getByText(/Du har en kladde/)).toHaveCount(0);
});

test('a logout that there is no net for takes no draft away', async ({ page, context }) => {
  await logIn(page, 'member', vision);
  await write(page, 6, 'Ikke sendt endnu');
  await expect.poll(() => draftsOn(page)).toHaveLength(1);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Log ud' }).click();
  await page.waitForURL(/logout|chrome-error|offline/);
  await context.setOffline(false);
  await page.goto(vision);
  await open(page, 6);
  await expect(page.getByText(/Du har en kladde her fra kl\./)).toBeVisible();
});

test('who sends, goes back and writes something else has said two things', async ({ page }) => {
  await logIn(page, 'member', vision);
  await page.goto(`${vision}?write=whole#skriv`);
  for (const words of ['Først dette.', 'Og så dette.']) {
    await page.getByLabel('Din kommentar').fill(words);
    await page.locator('#skriv').evaluate((form: HTMLFormElement) => form.submit());
    await expect(article(page, words)).toBeVisible();
    await page.goBack();
  }
  await page.goto(vision + '?sort=newest');
  await expect(article(page, 'Først dette.')).toHaveCount(1);
  await expect(article(page, 'Og så dette.')).toHaveCount(1);
});

test('what one tab has sent is offered in no other, and taken in two it is sent once', async ({
  page,
  context
}) => {
  await logIn(page, 'member', vision);
  await write(page, 8, 'To vinduer, ét svar');
  const other = await context.newPage();
  await other.goto(vision);
  await open(other, 8);
  await other.getByRole('button', { name: 'Hent den' }).click();
  await expect(other.getByLabel('Din kommentar')).toHaveValue('To vinduer, ét svar');
  await page.getByRole('button', { name: 'Send kommentar' }).click();
  await expect(article(page, 'To vinduer, ét svar')).toBeVisible();
  await expect(other.getByLabel('Din kommentar')).toHaveValue('');
  await expect.poll(() => draftsOn(other)).toEqual([]);
});

test('one stands at one’s own words after sending, on a phone too', async ({ page }) => {
  await page.setViewportSize(screens.phone);
  await logIn(page, 'member', vision);
  await write(page, 9, 'Her står jeg.');
  await page.getByRole('button', { name: 'Send kommentar' }).click();
  const own = article(page, 'Her står jeg.');
  await expect(own).toBeFocused();
  await expect(own).toBeInViewport();
});

test('without a net a like and a form say so, and the place and the words stay', async ({
  page,
  context
}) => {
  await logIn(page, 'member', vision);
  const writer = await write(page, 3, 'Skrevet i toget');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Send kommentar' }).click();
  await expect(page.getByText('Det kunne ikke sendes.')).toBeVisible();
  await expect(writer).toHaveValue('Skrevet i toget');
  await page.locator('#afsnit-5').getByRole('button', { name: 'Synes godt om afsnit 5' }).click();
  await expect(page.getByText(/»synes godt om« er ikke gemt/)).toBeVisible();
  await page.getByRole('button', { name: 'Vis færdig' }).click();
  await expect(page.getByText(/Der er ingen forbindelse lige nu\. Prøv igen/)).toBeVisible();
  await expect(writer).toHaveValue('Skrevet i toget');
  await page.getByRole('button', { name: 'Synes godt om afsnit 5' }).click();
  await expect(page.getByText(/»synes godt om« er ikke gemt/)).toBeVisible();
  await page.locator('#afsnit-4').getByRole('link', { name: 'Kommentér afsnit 4' }).click();
  await expect(page.getByText(/Der er ingen forbindelse lige nu\. Prøv igen/)).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(vision);
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Send kommentar' }).click();
  await expect(article(page, 'Skrevet i toget')).toBeVisible();
});

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('more reservations are asked for without losing the first', async ({ page }) => {
      await logIn(page, 'politiskForum', '/documents/lav-det-igen/decision');
      const wishes = page.getByLabel('Hvad skal omskrives?');
      const before = await wishes.count();
      await wishes.first().fill('Sig, hvem der betaler.');
      await page.getByLabel('Vedtaget med forbehold').check();
      await page.getByRole('button', { name: 'Flere forbehold' }).click();
      await expect(wishes).toHaveCount(before + 1);
      await expect(wishes.first()).toHaveValue('Sig, hvem der betaler.');
      await expect(page.getByLabel('Vedtaget med forbehold')).toBeChecked();
      await expect(wishes.last()).toHaveValue('');
    });

    test('a form whose page cannot be shown to who is logged out gives the words back, to be sent again', async ({
      page,
      context
    }) => {
      await page.setViewportSize(screens.phone);
      await logIn(page, 'member', '/documents/new');
      await page.getByLabel('Titel').fill('En bænk ved stoppestedet');
      await page.getByLabel('Politikområde').fill('By');
      await page.getByLabel('Teksten').fill('Der skal stå en bænk.\n\nOg den skal være grøn.');
      await context.clearCookies();
      await page.getByRole('button', { name: 'Begynd dokumentet' }).click();
      await expect(page.getByLabel('Teksten')).toHaveValue(/Der skal stå en bænk/);
      await expect(page.locator('[data-refusal]')).toBeFocused();
      await expect(page.locator('[data-refusal]')).toBeInViewport();
      await expectAccessible(page);
      await logIn(await context.newPage(), 'member');
      await page.getByRole('button', { name: 'Send igen' }).click();
      await expect(page).toHaveURL(/\/documents\/en-baenk-ved-stoppestedet(-\d+)?\/draft/);
    });
  });

test('a document that was sent leaves no draft, and one that was not is offered in it', async ({
  page
}) => {
  await logIn(page, 'member', '/documents/new');
  await page.getByLabel('Titel').fill('Et skur til cyklerne');
  await page.goto('/mine');
  await page.goto('/documents/new');
  await expect(page.getByLabel('Titel')).toHaveValue('');
  await page.getByRole('button', { name: 'Hent den', exact: true }).click();
  await expect(page.getByLabel('Titel')).toHaveValue('Et skur til cyklerne');
  await page.getByLabel('Politikområde').fill('By');
  await page.getByRole('button', { name: 'Begynd dokumentet' }).click();
  await expect(page).toHaveURL(/\/draft/);
  await expect.poll(() => draftsOn(page)).toEqual([]);
});

async function open(page: Page, number: number) {
  await page
    .locator(`#afsnit-${number}`)
    .getByRole('link', { name: `Kommentér afsnit ${number}`, exact: true })
    .click();
}

async function write(page: Page, number: number, words: string): Promise<Locator> {
  await open(page, number);
  const writer = page.getByLabel('Din kommentar');
  await writer.fill(words);
  await expect(page.getByText('Kladden er gemt på denne enhed')).toBeVisible();
  return writer;
}

const article = (page: Page, words: string): Locator =>
  page.getByRole('article').filter({ hasText: words });

const draftsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draft:')));
