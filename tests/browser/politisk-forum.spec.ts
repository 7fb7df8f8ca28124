import {
  expect,
  expectAccessible,
  logIn,
  screens,
  test,
  withAndWithoutScript
} from './support/forum.ts';

withAndWithoutScript(() => {
  test('Politisk Forum finds what waits, and looks at the text, the changes and the report', async ({
    page
  }) => {
    await logIn(page, 'politiskForum', '/politisk-forum');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Politisk Forum');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Se indstillingen og træf afgørelse' }).first().click();
    await expect(page.getByRole('heading', { name: 'Det skal I tage stilling til' })).toBeVisible();
    await expectAccessible(page);
    for (const name of ['Teksten, version 2', 'Ændringer siden høringen', 'Høringsnotatet']) {
      const href = await page.getByRole('link', { name }).first().getAttribute('href');
      const answer = await page.request.get(href!);
      expect(answer.status(), name).toBe(200);
    }
  });
});

test.describe('a decision', () => {
  test.describe.configure({ mode: 'serial' });
  const decision = '/documents/lav-det-igen/decision';

  test('is refused without the reservations that it speaks of, and what was written is still there', async ({
    page
  }) => {
    await logIn(page, 'politiskForum', decision);
    await page.getByLabel('Vedtaget med forbehold').check();
    await page.getByLabel('Begrundelse').fill('Vi er næsten enige.');
    await page.getByRole('button', { name: 'Træf afgørelsen' }).click();
    await expect(page.getByText('mindst ét forbehold')).toBeVisible();
    await expect(page.getByLabel('Begrundelse')).toHaveValue('Vi er næsten enige.');
    await expect(page.getByLabel('Vedtaget med forbehold')).toBeChecked();
    await expectAccessible(page);
  });

  test('is not taken over a reservation that is written beside another outcome', async ({
    page
  }) => {
    await logIn(page, 'politiskForum', decision);
    await page.getByLabel('Vedtaget som skrevet').check();
    await page.getByLabel('Hvad skal omskrives?').first().fill('Sig, hvem der betaler.');
    await page.getByRole('button', { name: 'Træf afgørelsen' }).click();
    await expect(page.getByRole('alert')).toContainText('Du har skrevet forbehold');
    await expect(page.getByLabel('Hvad skal omskrives?').first()).toHaveValue(
      'Sig, hvem der betaler.'
    );
    await expectAccessible(page);
  });

  test('is taken on a phone, and everyone can read it, with what must be rewritten', async ({
    page,
    someoneElse
  }) => {
    await page.setViewportSize(screens.phone);
    await logIn(page, 'politiskForum', decision);
    await page.getByLabel('Vedtaget med forbehold').check();
    await page.getByLabel('Afsnit').first().selectOption({ index: 1 });
    await page.getByLabel('Hvad skal omskrives?').first().fill('Sig, hvem der betaler.');
    await page.getByRole('button', { name: 'Træf afgørelsen' }).click();
    await expect(page.getByText('Afgørelsen er truffet')).toBeVisible();
    await expectAccessible(page);

    await someoneElse.goto(decision);
    await expect(
      someoneElse.getByRole('heading', { name: 'Vedtaget med forbehold' })
    ).toBeVisible();
    await expect(someoneElse.getByText('Sig, hvem der betaler.')).toBeVisible();
    await expect(someoneElse.getByRole('button', { name: 'Træf afgørelsen' })).toHaveCount(0);
    await someoneElse.goto('/documents/lav-det-igen/record');
    await expect(
      someoneElse.getByText('Hos Politisk Forum → Vedtaget med forbehold')
    ).toBeVisible();
    await expectAccessible(someoneElse);
  });

  test('is not for a member to take', async ({ page }) => {
    await logIn(page, 'member', decision);
    await expect(page.getByRole('button', { name: 'Træf afgørelsen' })).toHaveCount(0);
  });
});

withAndWithoutScript(() => {
  test.describe('the way from reservations to the adopted text', () => {
    test.describe.configure({ mode: 'serial' });
    const decision = '/documents/plads-til-at-blive/decision';

    test('a change outside the reservations is sent back only with a reason', async ({ page }) => {
      await page.setViewportSize(screens.phone);
      await logIn(page, 'politiskForum', '/politisk-forum');
      await page.getByRole('link', { name: 'Se svarene og bekræft' }).click();
      const outside = page.getByRole('region', { name: 'Ændret uden for forbeholdene' });
      await expect(outside.locator('del')).toContainText('fem');
      await expect(outside.locator('ins')).toContainText('tre');
      await expectAccessible(page);
      await outside.getByText('Send tilbage', { exact: true }).first().click();
      await outside.getByLabel('Hvad mangler?').fill('Hvorfor tre?');
      await outside.getByRole('button', { name: 'Send tilbage' }).click();
      await expect(page.getByText('Sendt tilbage til arbejdsgruppen')).toBeVisible();
      await expect(outside.getByText('Hvorfor tre?')).toBeVisible();
    });

    test('the last of what waits adopts the version, for everybody to see', async ({
      page,
      someoneElse
    }) => {
      await logIn(page, 'politiskForum', decision);
      await page.getByRole('button', { name: 'Bekræft, at forbehold 2 er opfyldt' }).click();
      await expect(page.getByText('Bekræftet. Det står i forløbet.')).toBeVisible();
      await page.getByRole('button', { name: 'Godkend ændringen' }).click();
      await expect(page.getByText('Version 4 er vedtaget.')).toBeVisible();
      await expectAccessible(page);
      await someoneElse.goto('/documents/plads-til-at-blive');
      const adopted = someoneElse.getByRole('link', { name: 'Den vedtagne tekst, version 4' });
      await expect(adopted).toHaveAttribute('href', '/documents/plads-til-at-blive?version=4');
      await someoneElse.goto('/documents/plads-til-at-blive/record');
      await expect(someoneElse.getByText('Forbehold 2 (Afsnit 12) bekræftet')).toBeVisible();
      await expect(someoneElse.getByText('Ændring uden for forbeholdene godkendt')).toBeVisible();
      await expectAccessible(someoneElse);
    });
  });
});

test('a member sees what became of theirs', async ({ page }) => {
  await logIn(page, 'member', '/mine');
  await expect(page.getByText('Arbejdsgruppens svar').first()).toBeVisible();
  await expectAccessible(page);
});
