import type { Locator, Page } from '@playwright/test';
import { expect, logIn, test } from './support/forum.ts';

/** In hearing, and what is pasted into its minutes. */
const newMeeting = '/documents/doeren-staar-aaben/meetings/new';

const rich = {
  html: `<html><body><!--StartFragment--><h2>Beslutninger</h2><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>3.<span>&nbsp;</span></span>Flere <b>bænke</b></p><!--EndFragment--></body></html>`,
  text: 'Beslutninger\n3.\tFlere bænke'
};

test('minutes pasted out of Word keep their headings, their numbers and their emphasis', async ({
  page
}) => {
  await logIn(page, 'rapporteur', newMeeting);
  const minutes = page.getByLabel('Referat', { exact: false }).first();
  await minutes.fill('Mødet begyndte til tiden.\n\n');
  await paste(minutes, rich);
  await expect(minutes).toHaveValue(
    'Mødet begyndte til tiden.\n\n## Beslutninger\n\n3. Flere **bænke**'
  );
  await expect(page.getByText('Det er sat ind med overskrifter')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(minutes).toHaveValue(`Mødet begyndte til tiden.\n\n${rich.text}`);
});

test('what is pasted stays as plain text where the server does not answer, and while one types on', async ({
  page,
  context
}) => {
  await logIn(page, 'rapporteur', newMeeting);
  const minutes = page.getByLabel('Referat', { exact: false }).first();
  await context.setOffline(true);
  await paste(minutes, rich);
  await expect(minutes).toHaveValue(rich.text);
  await context.setOffline(false);

  await minutes.fill('');
  const answer = Promise.withResolvers<void>();
  await page.route('**/paste', async (route) => {
    await answer.promise;
    await route.continue();
  });
  await paste(minutes, rich);
  await minutes.press('End');
  await minutes.pressSequentially(' og flere');
  const answered = page.waitForResponse('**/paste');
  answer.resolve();
  await answered;
  await expect(minutes).toHaveValue(`${rich.text} og flere`);
});

test('words without structure are pasted as the browser pastes them', async ({ page }) => {
  await logIn(page, 'rapporteur', newMeeting);
  const minutes = page.getByLabel('Referat', { exact: false }).first();
  const asked = countRequests(page);
  await paste(minutes, { html: '<span>Kajen er åben.</span>', text: 'Kajen er åben.' });
  expect(asked()).toBe(0);
});

/** Pastes as a browser does: what the page does not take itself is put in as plain text. */
async function paste(area: Locator, { html, text }: typeof rich) {
  await area.focus();
  await area.evaluate(
    (element, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', pasted.html);
      clipboardData.setData('text/plain', pasted.text);
      const options = { clipboardData, bubbles: true, cancelable: true };
      element.dispatchEvent(new ClipboardEvent('paste', options));
    },
    { html, text }
  );
}

function countRequests(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => (count += Number(request.url().endsWith('/paste'))));
  return () => count;
}
