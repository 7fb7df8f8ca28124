import { expect, logIn, test, withAndWithoutScript } from './support/forum.ts';
import { makePdf } from '../support/pdf.ts';

const newMeeting = '/documents/doeren-staar-aaben/meetings/new';

const minutes = makePdf([
  [
    { text: 'Referat fra Fyn', size: 18, y: 780 },
    { text: 'Beslutninger', isBold: true, y: 750 },
    {
      text: 'Vi mødtes i den store sal, og alle fik ordet, før der blev stemt om forslaget til',
      y: 736
    },
    { text: 'åbningstider. Der var kaffe til alle.', y: 722 }
  ]
]);

withAndWithoutScript(() => {
  test('the minutes of a meeting are read from a PDF, with their headings', async ({ page }) => {
    await logIn(page, 'rapporteur', newMeeting);
    await page.getByLabel('Hvornår blev mødet holdt?').fill('2026-01-05');
    await page.getByLabel('Antal fremmødte').fill('8');
    await page.getByLabel('Sted').fill(`Odense ${Date.now()}`);
    await page.locator('input[type=file]').setInputFiles({
      name: 'referat.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(minutes)
    });
    await page.getByRole('button', { name: 'Indfør mødet' }).click();
    await expect(page.getByText('Mødet er ført ind.')).toBeVisible();
    await expect(page.getByText('Beslutninger', { exact: true })).toBeVisible();
    const whole = 'før der blev stemt om forslaget til åbningstider.';
    await expect(page.getByRole('paragraph').filter({ hasText: whole })).toBeVisible();
  });

  test('a PDF of pictures only is refused in words, and the meeting stays typed', async ({
    page
  }) => {
    await logIn(page, 'rapporteur', newMeeting);
    await page.getByLabel('Hvornår blev mødet holdt?').fill('2026-01-05');
    await page.getByLabel('Antal fremmødte').fill('8');
    await page.getByLabel('Sted').fill('Middelfart');
    const scanned = Buffer.from(makePdf([[], []]));
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'referat.pdf', mimeType: 'application/pdf', buffer: scanned });
    await page.getByRole('button', { name: 'Indfør mødet' }).click();
    await expect(page.getByRole('alert')).toContainText('PDF-filen er scannet');
    await expect(page.getByLabel('Sted')).toHaveValue('Middelfart');
  });
});
