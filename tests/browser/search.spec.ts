import { expect, expectAccessible, screens, test, withAndWithoutScript } from './support/forum.ts';

withAndWithoutScript(() => {
  test('a reader finds a paragraph in another spelling, and comes to its very place', async ({
    page
  }) => {
    await page.setViewportSize(screens.phone);
    await page.goto('/');
    await page.getByText('Menu').click();
    await page.getByRole('navigation').getByRole('link', { name: 'Søg' }).last().click();
    await page.getByLabel('Søg efter').fill('bibliotekerne laanere');
    await page.getByRole('search').getByRole('button', { name: 'Søg' }).click();
    const first = page
      .getByRole('listitem')
      .filter({ has: page.locator('mark') })
      .first();
    await expect(first).toBeVisible();
    await first.getByRole('link').click();
    await expect(page).toHaveURL(/\/documents\//);
  });
});

test('a comment that is found is shown at its place in the debate', async ({ page }) => {
  await page.goto('/search?q=vagt');
  await page
    .getByRole('link', { name: /Kommentar/ })
    .first()
    .click();
  const id = new URL(page.url()).hash.slice(1);
  expect(id).toMatch(/^kommentar-/);
  await expect(page.locator(`[id="${id}"]`)).toContainText(/vagt/i);
});

test('a paragraph that is found is marked where it stands', async ({ page }) => {
  await page.goto('/search?q=vagtplan');
  await page
    .getByRole('link', { name: /Afsnit \d+/ })
    .first()
    .click();
  const anchor = new URL(page.url()).hash.slice(1);
  await expect(page.locator(`[id="${anchor}"]`)).toContainText(/vagtplan/i);
});

test('a search that finds nothing says how to go on, and can be widened', async ({ page }) => {
  await page.goto('/search?q=vagt&region=bornholm&from=2020-01-01&to=2020-01-02');
  await expect(page.getByText('Vi fandt ikke noget')).toBeVisible();
  await page.getByRole('link', { name: 'Søg i det hele' }).click();
  await expect(page.locator('mark').first()).toBeVisible();
});

test('what is typed is text on the page, never marks', async ({ page }) => {
  await page.goto(`/search?q=${encodeURIComponent('"><img src=x onerror=alert(1)> </script>')}`);
  await expect(page.getByLabel('Søg efter')).toHaveValue(
    '"><img src=x onerror=alert(1)> </script>'
  );
  await expect(page.locator('main img')).toHaveCount(0);
});

for (const [name, viewport] of Object.entries(screens))
  test(`the search is readable to all on a ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    for (const path of ['/search', '/search?q=vagt', '/search?q=qqq&region=fyn']) {
      await page.goto(path);
      await expectAccessible(page);
      const isWider = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth
      );
      expect(isWider, `${path} scrolls sideways`).toBe(false);
    }
  });

test('the feeds are found in the head of the pages, and are XML whose addresses are there', async ({
  page,
  request
}) => {
  await page.goto('/search?q=vagt');
  const document = await page
    .getByRole('link', { name: /Kommentar/ })
    .first()
    .getAttribute('href');
  await page.goto(document!);
  const feeds = await page
    .locator('link[type="application/atom+xml"]')
    .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
  expect(feeds).toHaveLength(2);
  for (const feed of feeds) {
    const response = await request.get(feed);
    expect(response.headers()['content-type']).toContain('application/atom+xml');
    const { root, links, trouble } = await page.evaluate(readXml, await response.text());
    expect([trouble, root]).toEqual([null, 'feed']);
    for (const href of new Set(links.slice(0, 6)))
      expect((await request.get(href)).status(), href).toBe(200);
    const again = await request.get(feed, {
      headers: { 'if-none-match': response.headers()['etag']! }
    });
    expect(again.status()).toBe(304);
  }
});

/** Runs in the browser, whose parser refuses what is no XML. */
function readXml(xml: string) {
  const parsed = new DOMParser().parseFromString(xml, 'application/xml');
  return {
    root: parsed.documentElement.localName,
    trouble: parsed.querySelector('parsererror')?.textContent ?? null,
    links: [...parsed.querySelectorAll('entry > link')].map((link) => link.getAttribute('href')!)
  };
}
