import type { Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  logIn,
  onADesktopAndOnAPhoneWithoutScript,
  test
} from './support/forum.ts';

/** The demo's document in hearing. */
const vision = '/documents/doeren-staar-aaben';
const secret = 'Jeg bor på Kajvej 3, lige ved døren.';
const regretted = 'Døren skal være blå.';

onADesktopAndOnAPhoneWithoutScript(() => {
  test('an author who is too late asks for words to be withdrawn, and the working group says yes to one and no to another', async ({
    page,
    someoneElse: group
  }) => {
    await logIn(page, 'member', vision);
    for (const words of [secret, regretted]) await say(page, words);
    await logIn(group, 'workingGroup', `${vision}/hearing`);
    await group.getByLabel('Hvorfor').fill('Alle har svaret.');
    await group.getByRole('button', { name: 'Luk høringen nu' }).click();
    await expect(group.getByRole('button', { name: 'Luk høringen nu' })).toHaveCount(0);

    await page.goto('/mine');
    await mine(page, secret).getByRole('link', { name: 'Bed om at få den trukket' }).click();
    await expect(page.getByText('Kun du og arbejdsgruppen kan se dit ønske.')).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel('Hvorfor?').fill('Min adresse skal ikke stå der.');
    await page.getByRole('button', { name: 'Send ønsket' }).click();
    await expect(cardOf(page, secret)).toContainText('Du har bedt om at få ordene trukket tilbage');
    await expectAccessible(page);
    await page.goto('/mine');
    await mine(page, regretted).getByRole('link', { name: 'Bed om at få den trukket' }).click();
    await page.getByRole('button', { name: 'Send ønsket' }).click();
    await cardOf(page, regretted).getByRole('button', { name: 'Fortryd ønsket' }).click();
    await cardOf(page, regretted).getByRole('link', { name: 'Bed om at få den trukket' }).click();
    await page.getByRole('button', { name: 'Send ønsket' }).click();
    await expect(cardOf(page, regretted)).toContainText('ikke taget stilling endnu');

    await group.goto(`${vision}/desk?wished=yes`);
    await expect(group.getByText('Ønskes trukket tilbage: 2')).toBeVisible();
    await expect(group.locator('form[action*=alike] li')).toHaveCount(2);
    await expectAccessible(group);
    await wish(group, regretted).getByRole('button', { name: 'Sig nej' }).click();
    await expect(wish(group, regretted)).toContainText('Skriv en sætning om, hvorfor I siger nej');
    await wish(group, regretted).getByLabel('Jeres svar').fill('Andre har svaret på den.');
    await wish(group, regretted).getByRole('button', { name: 'Sig nej' }).click();
    await expect(wish(group, regretted)).toHaveCount(0);
    await expect(group.getByText('Ønskes trukket tilbage: 1')).toBeVisible();
    await wish(group, secret)
      .getByRole('link', { name: /Høringssvar/ })
      .click();
    await expect(group.getByText('Min adresse skal ikke stå der.')).toBeVisible();
    await expectAccessible(group);
    await group.getByRole('button', { name: 'Træk ordene tilbage' }).click();
    await expect(group.getByText('Ordene er trukket tilbage')).toBeVisible();
    await expect(group.getByText(/Ønskes trukket tilbage: /)).toHaveCount(0);

    await group.goto(`${vision}/record`);
    await expect(
      group.getByRole('heading', { name: 'Trukket tilbage efter fristen' })
    ).toBeVisible();
    await expectAccessible(group);

    await page.goto('/mine');
    await expect(mine(page, 'Arbejdsgruppen trak ordene tilbage efter dit ønske')).toBeVisible();
    await expect(mine(page, regretted)).toContainText('»Andre har svaret på den.«');
    await expect(page.getByText(secret)).toHaveCount(0);
    await expectAccessible(page);
  });
});

async function say(page: Page, words: string) {
  await page.goto(vision);
  await page.getByRole('link', { name: 'Kommentér hele teksten' }).click();
  await page.getByLabel('Din kommentar').fill(words);
  await page.getByRole('button', { name: 'Send kommentar' }).click();
  await expect(cardOf(page, words)).toBeVisible();
}

const cardOf = (page: Page, words: string) =>
  page.getByRole('article').filter({ has: page.getByText(words) });
const wish = (page: Page, words: string) =>
  cardOf(page, words).filter({
    has: page.getByRole('heading', { name: 'beder om at få sine ord' })
  });
const mine = (page: Page, words: string) =>
  page.getByRole('listitem').filter({ has: page.getByText(words) });
