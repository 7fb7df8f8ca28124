import type { Locator, Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  onADesktopAndOnAPhoneWithoutScript,
  password,
  people,
  test,
  withAndWithoutScript
} from './support/forum.ts';

/** The demo's document in hearing. */
const vision = '/documents/doeren-staar-aaben';

onADesktopAndOnAPhoneWithoutScript(() => {
  test('a member with a keyboard alone logs in, comments on words, answers and likes', async ({
    page
  }) => {
    test.slow();
    await page.goto(`/login?next=${encodeURIComponent(vision)}`);
    await tabTo(page.getByLabel('E-mail'));
    await page.keyboard.type(people.member);
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(vision));

    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Til indholdet' })).toBeFocused();
    await page.keyboard.press('Enter');
    await tabTo(page.getByRole('link', { name: 'Kommentér afsnit 9' }));
    await expectSeen(page);
    await page.keyboard.press('Enter');
    await tabTo(page.getByRole('radio', { name: 'støtte' }));
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: 'bekymring' })).toBeChecked();
    await tabTo(page.getByLabel('Din kommentar'));
    await page.keyboard.type('Der skal være en dør i.');
    await tabTo(page.locator('summary', { hasText: 'Gælder den kun' }));
    await page.keyboard.press('Enter');
    await tabTo(page.getByLabel('Skriv ordene'));
    await page.keyboard.type('hvor der er stille');
    await expectAccessible(page);
    await tabTo(page.getByRole('button', { name: 'Send kommentar' }));
    await page.keyboard.press('Enter');
    const card = page.getByRole('article').filter({ hasText: 'Der skal være en dør i.' });
    await expect(card).toContainText('hvor der er stille');
    await expect(card).toContainText('bekymring');

    await page.goto(`${vision}?sort=newest`);
    await tabTo(page.getByRole('link', { name: /^Svar/ }).first());
    await page.keyboard.press('Enter');
    await tabTo(page.getByRole('textbox', { name: /^Svar til/ }));
    await page.keyboard.type('Det synes jeg også.');
    await tabTo(page.getByRole('button', { name: 'Send svar' }));
    await page.keyboard.press('Enter');
    await expect(page.getByText('Dit svar er sendt.')).toBeVisible();

    await page.goto(vision);
    const like = page.getByRole('button', { name: 'Synes godt om afsnit 5' });
    const taken = page.getByRole('button', { name: 'Synes ikke længere godt om afsnit 5' });
    await tabTo(like);
    await expectSeen(page);
    await page.keyboard.press('Enter');
    await tabTo(taken);
    await page.keyboard.press('Enter');
    await expect(like).toBeVisible();
  });
});

withAndWithoutScript(() => {
  test('the text alone is one press away, and so is the way back', async ({ page }) => {
    await page.goto(vision);
    await tabTo(page.getByRole('checkbox', { name: 'Kun teksten' }));
    await page.keyboard.press('Space');
    await expect(page.getByRole('article')).toHaveCount(0);
    await page.keyboard.press('Space');
    await expect(page.getByRole('article').first()).toBeVisible();
  });
});

test('one steps from change to change by keys', async ({ page }) => {
  await page.goto(`${vision}/compare?from=1&to=2`);
  const change = (number: number) => page.locator(`#aendring-${number}`);
  await expect(async () => {
    await page.keyboard.press('n');
    await expect(change(1)).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('n');
  await expect(change(2)).toBeFocused();
  await page.keyboard.press('p');
  await expect(change(1)).toBeFocused();
});

/** More stops than any page of the demo has before what is looked for. */
const maxStops = 400;

/** Presses the key, from where the focus is, until the thing has it. */
async function tabTo(thing: Locator, key = 'Tab') {
  await expect(thing).toBeVisible();
  for (let stop = 0; stop < maxStops; stop++) {
    if (await thing.evaluate((element) => element === document.activeElement)) return;
    await thing.page().keyboard.press(key);
  }
  throw new Error(`The keyboard never came to ${thing}`);
}

/** The focus is visible: in the window, and drawn. */
async function expectSeen(page: Page) {
  const focused = page.locator(':focus');
  await expect(focused).toBeInViewport();
  const drawn = await focused.evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(drawn).not.toBe('none');
}
