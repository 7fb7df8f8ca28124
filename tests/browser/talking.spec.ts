import type { Locator, Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  logIn,
  screens,
  test,
  onADesktopAndOnAPhoneWithoutScript
} from './support/forum.ts';

/** The demo's document in hearing, and somebody of its working group. */
const vision = '/documents/doeren-staar-aaben';
const colleague = 'Henrik Mosevang';

onADesktopAndOnAPhoneWithoutScript((screen) => {
  test('a member quotes a comment, and the reply leads to what it quotes', async ({ page }) => {
    await logIn(page, 'member', `${vision}?sort=supported`);
    const quoted = page.getByRole('article').first();
    const name = (await quoted.locator('.who').innerText()).trim();
    await quoted.getByRole('link', { name: `Citér ${name}` }).click();
    const answer = page.getByRole('textbox', { name: `Svar til ${name}` });
    await expect(answer).toHaveValue(new RegExp(`^> \\*\\*\\[${name}\\]\\(/comments/`));
    await expectAccessible(page);
    await answer.fill(`${await answer.inputValue()}Det har du ret i. ${screen}`);
    await page.getByRole('button', { name: 'Send svar' }).click();

    const reply = comment(page, `Det har du ret i. ${screen}`);
    await expect(reply.locator('blockquote')).toContainText(`${name}:`);
    await expectAccessible(page);
    await reply.locator('blockquote').getByRole('link', { name }).click();
    await expect(page.locator(':target .who')).toHaveText(name);
  });

  test('a member is mentioned by name, and finds it among their own', async ({
    page,
    someoneElse,
    javaScriptEnabled
  }) => {
    const words = `Hvad siger du, @${colleague.toLowerCase()}? ${javaScriptEnabled}`;
    await commentOnTheWhole(page, words);
    await expect(comment(page, words).locator('.mention')).toHaveText(
      `@${colleague.toLowerCase()}`
    );
    await expectAccessible(page);

    await logIn(someoneElse, 'workingGroup', '/mine');
    const mentioned = someoneElse.getByRole('region', { name: 'Nævnt' });
    await expect(mentioned.getByText(words)).toBeVisible();
    await expectAccessible(someoneElse);
    await mentioned
      .getByRole('link', { name: /nævnte dig/ })
      .first()
      .click();
    await expect(someoneElse.locator(':target')).toContainText(words);

    await comment(page, words).getByRole('link', { name: 'Træk tilbage' }).click();
    await page.getByRole('button', { name: 'Træk tilbage' }).click();
    await someoneElse.goto('/mine');
    await expect(someoneElse.getByText(words)).toHaveCount(0);
  });
});

for (const [screen, viewport] of Object.entries(screens))
  test(`names are offered after an @, by keyboard and by thumb, on a ${screen}`, async ({
    page
  }) => {
    await page.setViewportSize(viewport);
    await logIn(page, 'member', vision);
    await page.getByRole('link', { name: 'Kommentér hele teksten' }).click();
    const words = page.getByLabel('Din kommentar');
    await expect(words).toBeFocused();
    await page.keyboard.type('Spørg @');
    const names = page.getByRole('listbox', { name: 'Dem, der er med i debatten' });
    await expect(names.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
    await expect(page.locator('.writer [role=status]')).toContainText('Pil op og ned');
    await expectAccessible(page);

    await page.keyboard.press('ArrowDown');
    const second = names.getByRole('option').nth(1);
    await expect(second).toHaveAttribute('aria-selected', 'true');
    await expect(words).toHaveAttribute(
      'aria-activedescendant',
      (await second.getAttribute('id'))!
    );
    await page.keyboard.press('Escape');
    await expect(names).toBeHidden();
    await expect(words).toBeFocused();

    await page.keyboard.type(colleague.slice(0, 4));
    await page.keyboard.press('Enter');
    await expect(words).toHaveValue(`Spørg @${colleague} `);
    await page.keyboard.type(`og @${colleague.split(' ')[1]!.slice(0, 4)}`);
    await names.getByRole('option', { name: colleague }).click();
    await expect(words).toHaveValue(`Spørg @${colleague} og @${colleague} `);
    await expect(words).toBeFocused();
    await expect(names).toBeHidden();
  });

test('the words that are marked in a comment are what is quoted, after what was typed before', async ({
  page
}) => {
  await logIn(page, 'member', `${vision}?sort=supported`);
  const card = page.getByRole('article').first();
  const name = (await card.locator('.who').innerText()).trim();
  await card.getByRole('link', { name: `Svar ${name}` }).click();
  const answer = page.getByRole('textbox', { name: `Svar til ${name}` });
  await answer.fill('Jeg var begyndt.');
  const marked = await card.locator('.words').first().evaluate(markFirstWords);
  await card.getByRole('link', { name: `Citér ${name}` }).click();
  await expect(answer).toHaveValue(
    new RegExp(`^Jeg var begyndt\\.\\n\\n> \\*\\*\\[${name}\\].*\\n>\\n> ${marked}\\n\\n$`)
  );
});

test('what is new since one was here is marked, also once the page has changed in place', async ({
  page,
  someoneElse
}) => {
  const all = `${vision}?place=whole`;
  await logIn(page, 'member', all);
  await page.evaluate(wereHereYesterday);
  await logIn(someoneElse, 'rapporteur', vision);
  await write(someoneElse, 'Jeg er lige kommet til.');
  await page.goto(all);
  const news = comment(page, 'Jeg er lige kommet til.');
  await expect(news.locator('.debate-new')).toHaveText('ny');

  await write(page, 'Det er jeg også.');
  await expect(comment(page, 'Det er jeg også.').locator('.debate-new')).toHaveCount(0);
  await expect(news.locator('.debate-new')).toHaveText('ny');
  await write(someoneElse, 'Og nu igen.');
  await page.getByRole('button', { name: /ny(e)? kommentar/ }).click();
  for (const words of ['Jeg er lige kommet til.', 'Og nu igen.'])
    await expect(comment(page, words).locator('.debate-new')).toHaveCount(1);

  await page.goto(`${vision}?sort=newest`);
  await expect(news.locator('.debate-new')).toHaveText('ny');
});

test('who takes part is told to members alone, and of a document that they may read', async ({
  page
}) => {
  const statusOf = async (document: string) =>
    (await page.request.get(`${document}/participants`)).status();
  expect(await statusOf(vision)).toBe(401);
  await logIn(page, 'member');
  expect(await statusOf(vision)).toBe(200);
  expect(await statusOf('/documents/findes-ikke')).toBe(404);
});

const comment = (page: Page, words: string): Locator =>
  page.getByRole('article').filter({ hasText: words });

async function commentOnTheWhole(page: Page, words: string) {
  await logIn(page, 'member', vision);
  await write(page, words);
}

async function write(page: Page, words: string) {
  await page.getByRole('link', { name: 'Kommentér hele teksten' }).click();
  await page.getByLabel('Din kommentar').fill(words);
  await page.getByRole('button', { name: 'Send kommentar' }).click();
  await expect(comment(page, words)).toBeVisible();
}

/** Marks the first words of the element, and gives them. Runs in the page. */
function markFirstWords(element: Element): string {
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()!;
  const length = text.textContent!.indexOf(' ', 10);
  getSelection()!.setBaseAndExtent(text, 0, text, length);
  return text.textContent!.slice(0, length);
}

/** Runs in the page: this device was here last yesterday, and in no tab since. */
function wereHereYesterday() {
  const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString();
  for (const key of Object.keys(localStorage))
    if (key.startsWith('seen:')) localStorage.setItem(key, yesterday);
  sessionStorage.clear();
}
