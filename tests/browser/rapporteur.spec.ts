import type { Page } from '@playwright/test';
import { draftText, regionText } from './support/region-text.ts';
import {
  expect,
  expectAccessible,
  logIn,
  test,
  onADesktopAndOnAPhoneWithoutScript,
  withAndWithoutScript
} from './support/forum.ts';

const vision = '/documents/doeren-staar-aaben';

onADesktopAndOnAPhoneWithoutScript(() => {
  test('a rapporteur enters the meeting, and the region’s whole text stands beside the draft', async ({
    page
  }) => {
    test.slow();
    await logIn(page, 'rapporteur', vision);
    const place = `Gymnastiksalen ${Date.now()}`;
    await enterMeeting(page, place);
    await expect(page.getByRole('heading', { name: 'Medlemsmøde i Fyn' })).toBeVisible();
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Skriv storkredsens tekst' }).click();
    await page.getByRole('button', { name: 'Hent udkastets ord' }).click();
    const words = page.getByLabel('Jeres tekst', { exact: false });
    await words.fill(regionText(draftText(await words.inputValue())));
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Stil teksten op mod udkastet' }).click();

    const first = page.getByRole('region', { name: 'Afsnit 1: Ændret' });
    await expect(first.locator('ins')).toContainText('uden at banke på');
    await expect(page.getByRole('region', { name: 'Afsnit 9: Slettet' })).toContainText(
      'Vi har intet stille rum'
    );
    await first.getByLabel('Begrundelse').fill('Hos os står døren ulåst.');
    await page.getByRole('button', { name: 'Gem', exact: true }).last().click();
    await expect(page.getByText('Det er gemt.')).toBeVisible();
    await expect(first.getByLabel('Begrundelse')).toHaveValue('Hos os står døren ulåst.');
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Send teksten ind' }).click();
    await expect(page.getByRole('heading', { name: 'Teksten fra Fyn' })).toBeVisible();
    await expect(first).toContainText('Hos os står døren ulåst.');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Side om side' }).click();
    await expect(page.getByText('Udkastet').first()).toBeVisible();
    await expectAccessible(page);

    await page.getByRole('link', { name: 'Synopse' }).click();
    await expect(page.getByRole('table')).toContainText('Hos os står døren ulåst.');
    await expectAccessible(page);

    await page.goBack();
    await withdraw(page);
    await page.getByRole('link', { name: 'Synopse' }).click();
    await expect(page.getByRole('table')).not.toContainText('Hos os står døren ulåst.');
  });

  test('what was typed of a meeting stands there when something in it was wrong', async ({
    page
  }) => {
    await logIn(page, 'rapporteur', `${vision}/meetings/new`);
    await page.getByLabel('Hvornår blev mødet holdt?').fill('2026-01-05');
    await page.getByLabel('Antal fremmødte').fill('8');
    await page.getByLabel('Sted').fill('   ');
    await minutes(page).fill('Alle talte på én gang.');
    await page.getByRole('button', { name: 'Indfør mødet' }).click();
    await expect(page.getByRole('alert')).toContainText('Skal udfyldes.');
    await expect(minutes(page)).toHaveValue('Alle talte på én gang.');
    await expectAccessible(page);
  });

  test('minutes that are typed are not lost to a file, and a file that is no text is refused in words', async ({
    page
  }) => {
    await logIn(page, 'rapporteur', `${vision}/meetings/new`);
    await fillMeeting(page, 'Biblioteket');
    const chooseAndSend = async () => {
      await page.getByLabel('Eller vælg en fil med referatet').setInputFiles({
        name: 'referat.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('%PDF-1.7\n\x00\x01')
      });
      await page.getByRole('button', { name: 'Indfør mødet' }).click();
    };
    await chooseAndSend();
    await expect(page.getByRole('alert')).toContainText('valgt en fil og skrevet i feltet');
    await expect(minutes(page)).toHaveValue('Vi læste teksten højt.');
    await minutes(page).fill('');
    await chooseAndSend();
    await expect(page.getByRole('alert')).toContainText('PDF-filen kan ikke læses');
    await expect(page.getByLabel('Sted')).toHaveValue('Biblioteket');
  });

  test('remarks are entered one after the other, each at its paragraph', async ({ page }) => {
    await logIn(page, 'rapporteur', vision);
    await enterMeeting(page, `Skolen ${Date.now()}`);
    for (const words of ['Vi savner et tal.', 'Sæt et år på.']) {
      await page.getByLabel('Hvad handler bemærkningen om?').selectOption({ index: 2 });
      await page.getByLabel('Bemærkning', { exact: true }).fill(words);
      await page.getByRole('button', { name: 'Tilføj bemærkningen' }).click();
      await expect(page.getByText(words)).toBeVisible();
    }
    await expect(page.getByRole('listitem').filter({ hasText: 'Afsnit 1' })).toHaveCount(2);
  });

  test('anybody compares two versions, or a version and a region’s text', async ({ page }) => {
    test.slow();
    await page.goto(`${vision}/compare?from=1&to=2`);
    await expect(page.locator('ins').first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Kun ændrede afsnit' }).click();
    await expect(page.locator('ins').first()).toBeVisible();
    await page.getByLabel('Til').last().selectOption({ label: 'Nordjylland, runde 2' });
    await page.getByRole('button', { name: 'Sammenlign' }).last().click();
    await expect(page.getByRole('heading', { name: /til teksten fra Nordjylland/ })).toBeVisible();
    await expectAccessible(page);
  });
});

withAndWithoutScript(() => {
  test('a member likes a change in a region’s text, and stands by it again', async ({ page }) => {
    await logIn(page, 'member', vision);
    await page.getByRole('link', { name: 'Hele omskrivningen' }).first().click();
    await expect(page).toHaveURL(/rewrites/);
    const like = page.getByTitle(/^Synes godt om/).last();
    const words = (await like.getAttribute('title'))!;
    await like.click();
    const taken = page.getByTitle(words.replace('godt', 'ikke længere godt'));
    await expect(taken).toBeInViewport();
    await taken.click();
    await expect(page.getByTitle(words)).toBeInViewport();
  });
});

test('a member who is no rapporteur is told so', async ({ page }) => {
  await logIn(page, 'member', vision);
  await page.goto(`${vision}/meetings/new`);
  await expect(page.getByText('Det har du ikke adgang til.')).toBeVisible();
});

async function enterMeeting(page: Page, place: string) {
  await page.goto(`${vision}/meetings/new`);
  await fillMeeting(page, place);
  await page.getByRole('button', { name: 'Indfør mødet' }).click();
}

async function fillMeeting(page: Page, place: string) {
  await page.getByLabel('Hvornår blev mødet holdt?').fill('2026-01-05');
  await page.getByLabel('Antal fremmødte').fill('14');
  await page.getByLabel('Sted').fill(place);
  await minutes(page).fill('Vi læste teksten højt.');
}

const minutes = (page: Page) => page.getByLabel(/^Referat/);

async function withdraw(page: Page) {
  await page.getByText('Træk teksten tilbage').click();
  await page.getByRole('button', { name: 'Træk tilbage' }).click();
  await expect(page.getByText('Teksten er trukket tilbage.')).toBeVisible();
}
