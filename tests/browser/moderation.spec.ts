import type { Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  logIn,
  screens,
  test,
  withAndWithoutScript
} from './support/forum.ts';

/** Comments of the demo, one for each round of the errand. */
const withScript = 'frivillig vagt om søndagen';
const withoutScript = 'låse mig ind i et tomt';

const reasonGiven = 'Nævner en person, der ikke selv er med.';

withAndWithoutScript(() => {
  test('a member reports, the administrator hides with a reason and shows again', async ({
    page,
    context,
    javaScriptEnabled
  }) => {
    const words = javaScriptEnabled ? withScript : withoutScript;
    await page.setViewportSize(screens.phone);
    await logIn(page, 'member', `/search?q=${encodeURIComponent(`"${words}"`)}`);
    await page
      .getByRole('link', { name: /Kommentar/ })
      .first()
      .click();
    const place = page.url();
    const id = new URL(place).searchParams.get('comment')!;
    const comment = page.locator(`[id="kommentar-${id}"]`);
    await expect(comment).toContainText(words);
    await comment.getByRole('link', { name: /^Anmeld/ }).click();
    if (javaScriptEnabled) await expectAccessible(page);
    await report(page);
    await expect(page.getByText('Administratorerne ser på kommentaren').first()).toBeVisible();

    await context.clearCookies();
    await logIn(page, 'administrator', '/administration/moderation');
    const card = page.getByRole('listitem').filter({ hasText: words }).first();
    if (javaScriptEnabled) await expectAccessible(page);
    await card.getByLabel('Begrundelse').fill(reasonGiven);
    await card.getByRole('button', { name: /Skjul kommentaren/ }).click();
    await expect(page.getByText('Kommentaren er skjult.')).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(page);
    await expectHidden(page, place, words);

    await context.clearCookies();
    await page.goto('/');
    await expectHidden(page, place, words);

    await logIn(page, 'administrator', '/administration/moderation');
    await page.getByRole('button', { name: /Vis den igen/ }).click();
    await page.goto(place);
    await expect(comment).toContainText(words);
  });
});

test('a comment that was reported can be let stand', async ({ page, context }) => {
  await logIn(page, 'member', `/search?q=${encodeURIComponent('"bruge to minutter"')}`);
  await page
    .getByRole('link', { name: /Kommentar/ })
    .first()
    .click();
  const id = new URL(page.url()).searchParams.get('comment')!;
  await page.goto(`/comments/${id}/report`);
  await report(page);
  await context.clearCookies();
  await logIn(page, 'administrator', '/administration/moderation');
  const card = page.getByRole('listitem').filter({ hasText: 'bruge to minutter' }).first();
  await card.getByRole('button', { name: /Lad den stå/ }).click();
  await expect(page.getByText('Kommentaren står, og anmeldelsen er afsluttet.')).toBeVisible();
  await page.goto(`/documents/doeren-staar-aaben?comment=${id}`);
  await expect(page.locator(`[id="kommentar-${id}"]`)).toContainText('bruge to minutter');
});

test('a report without a reason keeps its page and says what is missing', async ({ page }) => {
  await logIn(page, 'workingGroup', '/search?q=vagt');
  await page
    .getByRole('link', { name: /Kommentar/ })
    .first()
    .click();
  const id = new URL(page.url()).searchParams.get('comment')!;
  await page.goto(`/comments/${id}/report`);
  const reason = page.getByLabel('Hvad er der galt?');
  await reason.evaluate((field) => field.removeAttribute('required'));
  await page.getByRole('button', { name: 'Anmeld kommentaren' }).click();
  await expect(reason).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
});

test('moderation is the administrators’ alone', async ({ page }) => {
  await logIn(page, 'workingGroup');
  const response = await page.goto('/administration/moderation');
  expect(response!.status()).toBe(403);
});

async function report(page: Page) {
  await page.getByLabel('Hvad er der galt?').fill('Der nævnes en person, som ikke selv er med.');
  await page.getByRole('button', { name: 'Anmeld kommentaren' }).click();
}

/** The words are on no page, in no feed and in no search, and the reason stands where they stood. */
async function expectHidden(page: Page, place: string, words: string) {
  const { pathname } = new URL(place);
  const addresses = [
    place,
    `${pathname}?sort=newest`,
    `${pathname}/inputs`,
    `${pathname}/record`,
    `${pathname}/feed.xml`,
    '/feed.xml',
    `/search?q=${words.split(' ')[0]}`,
    `/api/documents${pathname.replace('/documents', '')}`
  ];
  for (const address of addresses) {
    const response = await page.request.get(address);
    expect(await response.text(), address).not.toContain(words);
  }
  await page.goto(place);
  await expect(page.getByText(reasonGiven).first()).toBeVisible();
}
