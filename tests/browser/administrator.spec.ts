import { expect, expectAccessible, logIn, test, withAndWithoutScript } from './support/forum.ts';

withAndWithoutScript(() => {
  test('an administrator invites somebody, who becomes a rapporteur and is let in', async ({
    page,
    someoneElse: invited,
    javaScriptEnabled
  }) => {
    const email = `ny-${javaScriptEnabled}@example.org`;
    await logIn(page, 'administrator', '/administration/invitations');
    await page.getByLabel('Navn').fill('Nynne Bakketoft');
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('combobox', { name: 'Storkreds' }).selectOption({ label: 'Fyn' });
    await page.getByLabel('Må tale for storkredsen').check();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Lav invitation' }).click();
    const link = await page.locator('code').textContent();

    await invited.goto(link!);
    await invited.getByLabel('Adgangskode').fill('kort');
    await invited.getByRole('button', { name: 'Bliv medlem' }).click();
    await expect(invited.getByText('mindst 10 tegn').first()).toBeVisible();
    await expectAccessible(invited);
    await invited.getByLabel('Adgangskode').fill('en sætning at huske');
    await invited.getByRole('button', { name: 'Bliv medlem' }).click();
    await expect(invited.getByText('Nynne Bakketoft').first()).toBeVisible();
    await invited.goto(link!);
    await expect(invited.getByText('Invitationen er brugt')).toBeVisible();
  });
});

test('an administrator gives a member a role, and members are not let into the administration', async ({
  page,
  someoneElse: member
}) => {
  await logIn(page, 'administrator', '/administration/members');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Ret Jonas Kærvang' }).click();
  await page.getByRole('checkbox', { name: 'Politisk Forum' }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Gem' }).click();
  const row = page.getByRole('row', { name: /Jonas Kærvang/ });
  await expect(row.getByText('Politisk Forum')).toBeVisible();
  await page.goto('/administration/regions');
  await expectAccessible(page);

  await logIn(member, 'rapporteur', '/administration/members');
  await expect(member.getByRole('heading', { name: 'Det har du ikke adgang til' })).toBeVisible();
});
