import type { Page } from '@playwright/test';
import { expect, expectAccessible, logIn, people, test } from './support/forum.ts';

const vision = '/documents/doeren-staar-aaben';

/** Forms of every kind, each with the button that sends it. */
const forms: { by: keyof typeof people; path: string; button: string }[] = [
  { by: 'member', path: '/documents/new', button: 'Begynd dokumentet' },
  { by: 'workingGroup', path: `${vision}/letters/new`, button: 'Før det ind' },
  { by: 'workingGroup', path: `${vision}/meetings/new`, button: 'Indfør mødet' },
  { by: 'workingGroup', path: `${vision}/themes`, button: 'Tilføj temaet' },
  { by: 'administrator', path: '/administration/regions', button: 'Tilføj storkreds' },
  { by: 'administrator', path: '/administration/invitations', button: 'Lav invitation' }
];

for (const { by, path, button } of forms)
  test(`an empty form at ${path} is told field by field, each by its own name`, async ({
    page
  }) => {
    await logIn(page, by, path);
    await expectNamed(page, button);
  });

test('a login without a word is told so too, and a line leads to its field', async ({ page }) => {
  await page.goto('/login');
  await expectNamed(page, 'Log ind');
  await expectAccessible(page);
  await page.getByRole('link', { name: /^E-mail: / }).click();
  await expect(page.getByLabel('E-mail')).toBeFocused();
});

/** Sends the form as it would be sent by a browser that checks nothing, and reads what comes back. */
async function expectNamed(page: Page, button: string) {
  await page.evaluate(empty);
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).click();
  await expect(page.locator('.summary li').first()).toBeVisible();
  for (const { text, label } of await page.evaluate(readSummary)) {
    expect(label, text).not.toBe('');
    expect(text).toMatch(new RegExp(`^${RegExp.escape(label)}: \\S`));
  }
}

/** Runs in the page. */
function empty() {
  for (const form of document.querySelectorAll('form')) form.noValidate = true;
  for (const field of document.querySelectorAll<HTMLInputElement>('main input, main textarea'))
    if (!['hidden', 'radio', 'checkbox', 'file'].includes(field.type)) field.value = '';
}

/** Each line of the summary, with the label of the field that it leads to. Runs in the page. */
function readSummary() {
  return [...document.querySelectorAll<HTMLAnchorElement>('.summary li a')].map((line) => {
    const field = document.getElementById(line.hash.slice(1));
    const named = document.querySelector(`label[for="${field?.id}"]`);
    const words = named?.firstChild?.textContent ?? field?.querySelector('legend')?.textContent;
    return { text: line.textContent.trim(), label: (words ?? '').trim().replace(/\?$/, '') };
  });
}
