import { expect, expectAccessible, test } from './support/forum.ts';

test('without a connection the forum says so, keeps no page, and comes back with the network', async ({
  page,
  context
}) => {
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
    .toBe(true);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toEqual(['/offline']);
  await context.setOffline(true);
  await page.goto('/search?q=vagt');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Du er uden forbindelse');
  await expectAccessible(page);
  await context.setOffline(false);
  await page.getByRole('link', { name: 'Prøv igen' }).click();
  await expect(page).toHaveURL(/\/search\?q=vagt$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Søg');
});
