import type { Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  logIn,
  test,
  onADesktopAndOnAPhoneWithoutScript,
  people
} from './support/forum.ts';
import { draftText, regionText } from './support/region-text.ts';

/**
 * Two people have the same form open. One saves; the other is shown what was saved beside what they
 * wrote, and chooses. Nothing is lost on the way, and nothing written over unseen.
 */

const closed = '/documents/kendte-ansigter';
const vision = '/documents/doeren-staar-aaben';

onADesktopAndOnAPhoneWithoutScript((screen) => {
  test('two answer the same input: the second sees the first answer, and chooses', async ({
    page,
    someoneElse
  }) => {
    test.slow();
    const desk = `${closed}/desk/${screen === 'phone' ? 5 : 6}`;
    await bothOpen([page, someoneElse], 'workingGroup', desk);
    const answerBy = async (who: Page, disposition: string, words: string) => {
      await who.getByRole('radio', { name: disposition, exact: true }).check();
      await answerField(who).fill(words);
      await who.getByRole('button', { name: 'Gem, og gå til næste' }).click();
    };
    await answerBy(someoneElse, 'Imødekommet', 'Det gør vi.');
    await expect(someoneElse.getByText(/Svaret på nr\. \d er gemt/)).toBeVisible();
    await answerBy(page, 'Ikke imødekommet', 'Det er der ikke råd til.');

    await expectBeside(page, ['Det gør vi.', 'Det er der ikke råd til.']);
    await expect(answerField(page)).toHaveValue('Det er der ikke råd til.');
    // Nothing is chosen yet: it is not saved, and still stands on what it was made from.
    await sendUnasked(page, 'Gem, og gå til næste');
    await expectBeside(page, ['Det gør vi.']);
    await choose(page, 'Svar', 'Gem det, jeg har skrevet');
    await choose(page, 'Hvad bliver der af det?', 'Behold det, der er gemt nu');
    await page.getByRole('button', { name: 'Gem, og gå til næste' }).click();
    await expect(page.getByText(/Svaret på nr\. \d er gemt/)).toBeVisible();

    await page.goto(desk);
    await expect(answerField(page)).toHaveValue('Det er der ikke råd til.');
    await expect(page.getByRole('radio', { name: 'Imødekommet', exact: true })).toBeChecked();
  });

  test('one answers all that are left alike, and what the other answered meanwhile stays', async ({
    page,
    someoneElse
  }) => {
    await bothOpen([page, someoneElse], 'workingGroup', `${closed}/desk`);
    await someoneElse.goto(`${closed}/desk/8`);
    await someoneElse.getByRole('radio', { name: 'Imødekommet', exact: true }).check();
    await answerField(someoneElse).fill('Det har I ret i.');
    await someoneElse.getByRole('button', { name: 'Gem, og gå til næste' }).click();
    await expect(someoneElse.getByText('Svaret på nr. 8 er gemt.')).toBeVisible();

    await page.getByText('Giv flere det samme svar').click();
    await page.getByRole('radio', { name: /^Alle \d ubehandlede på hele listen$/ }).check();
    await page.getByRole('radio', { name: 'Taget til efterretning' }).check();
    await answerField(page).fill('Tak for det.');
    await page.getByRole('button', { name: 'Giv de valgte dette svar' }).click();
    await expect(page.getByText('Nr. 8 er blevet besvaret, siden du åbnede siden.')).toBeVisible();
    await expect(page.getByRole('progressbar', { name: 'Behandlet' })).toHaveAttribute(
      'value',
      '12'
    );
    await expectAccessible(page);
    await page.goto(`${closed}/desk/8`);
    await expect(answerField(page)).toHaveValue('Det har I ret i.');
    await page.goto(`${closed}/desk/11`);
    await expect(answerField(page)).toHaveValue('Tak for det.');
  });

  test('two write of one theme, each in another field: both stand', async ({
    page,
    someoneElse
  }) => {
    const [title, other] = [`Penge ${screen}`, `Økonomi ${screen}`];
    await logIn(page, 'workingGroup', `${closed}/themes`);
    const adding = page.locator('form[action="?/add"]');
    await adding.getByLabel('Navn').fill(title);
    await adding.getByRole('button').click();
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await bothOpen([page, someoneElse], 'workingGroup', `${closed}/themes`);
    const [mine, theirs] = [page, someoneElse].map((who) =>
      who.getByRole('listitem').filter({ has: who.getByRole('heading', { name: title }) })
    ) as [ReturnType<Page['locator']>, ReturnType<Page['locator']>];
    for (const theme of [mine, theirs]) await theme.locator('summary').click();
    await theirs.getByLabel('Navn').fill(other);
    await theirs.getByRole('button', { name: 'Gem temaet' }).click();
    await expect(someoneElse.getByRole('heading', { name: other })).toBeVisible();

    await mine.getByLabel('Hvad blev der sagt?').fill('Mange spørger, hvad det koster.');
    await mine.getByRole('button', { name: 'Gem temaet' }).click();
    await expectBeside(page, [other]);
    const again = page.getByRole('listitem').filter({ hasText: 'En anden har gemt' });
    await expect(again.getByLabel('Navn')).toHaveValue(other);
    await again.getByRole('button', { name: 'Gem temaet' }).click();
    await expect(page.getByRole('heading', { name: other })).toBeVisible();
    await expect(page.getByText('Mange spørger, hvad det koster.').first()).toBeVisible();
  });

  test('two write the next version: the second sees what their words change in the first’s', async ({
    page,
    someoneElse
  }) => {
    const draft = `${closed}/draft`;
    await bothOpen([page, someoneElse], 'workingGroup', draft);
    const field = (who: Page) => who.getByLabel('Teksten');
    const before = await field(page).inputValue();
    const save = 'Gem, og se det';
    await field(someoneElse).fill(`${before}\n\nDer skal stå en kande kaffe, ${screen}.`);
    await someoneElse.getByRole('button', { name: save }).click();
    await expect(someoneElse.locator('ins').first()).toBeVisible();
    await field(page).fill(`${before}\n\nDer skal stå et fad med frugt, ${screen}.`);
    await page.getByRole('button', { name: save }).click();

    await expectBeside(page, ['frugt', 'kaffe']);
    await expect(field(page)).toHaveValue(/et fad med frugt/);
    const both = `${before}\n\nDer skal stå kaffe og frugt, ${screen}.`;
    await field(page).fill(both);
    await choose(page, 'Teksten', 'Gem det, jeg har skrevet');
    await page.getByRole('button', { name: save }).click();
    await expect(page.getByText('En anden har gemt')).toHaveCount(0);
    await someoneElse.goto(draft);
    await expect(field(someoneElse)).toHaveValue(both);
  });

  test('two correct one meeting: what only the first touched stays', async ({
    page,
    someoneElse
  }) => {
    await enterMeeting(page, `Salen ${screen} ${Date.now()}`);
    const meeting = page.url();
    await bothOpen([someoneElse], 'rapporteur', new URL(meeting).pathname);
    const open = async (who: Page) => {
      await who.getByText('Ret mødets oplysninger').click();
      return who.locator('form[action="?/facts"]');
    };
    const theirs = await open(someoneElse);
    const mine = await open(page);
    await theirs.getByLabel('Antal fremmødte').fill('31');
    await theirs.getByLabel('Sted').fill('Havnens hus');
    await theirs.getByRole('button').last().click();
    await expect(someoneElse.getByText('Havnens hus').first()).toBeVisible();
    await mine.getByLabel('Sted').fill('Havnehuset');
    await mine.getByRole('button').last().click();

    await expectBeside(page, ['Havnens hus', '31']);
    await choose(page, 'Sted', 'Gem det, jeg har skrevet');
    await page.locator('form[action="?/facts"]').getByRole('button').last().click();
    await expect(page.getByText('Havnehuset').first()).toBeVisible();
    await expect(page.getByText('31').first()).toBeVisible();
  });

  test('two give reasons for one region’s changes: neither erases the other’s', async ({
    page,
    someoneElse
  }) => {
    test.slow();
    await enterMeeting(page, `Loftet ${screen} ${Date.now()}`);
    await page.getByRole('link', { name: 'Skriv storkredsens tekst' }).click();
    await page.getByRole('button', { name: 'Hent udkastets ord' }).click();
    const words = page.getByLabel('Jeres tekst', { exact: false });
    await words.fill(regionText(draftText(await words.inputValue())));
    await page.getByRole('button', { name: 'Stil teksten op mod udkastet' }).click();
    const reasons = (who: Page) => who.getByLabel('Begrundelse');
    await expect(reasons(page).first()).toBeVisible();
    await bothOpen([someoneElse], 'rapporteur', new URL(page.url()).pathname);
    const save = (who: Page) => who.getByRole('button', { name: 'Gem', exact: true }).last();
    await reasons(someoneElse).nth(0).fill('Hos os står døren ulåst.');
    await reasons(someoneElse).nth(1).fill('Det har vi prøvet.');
    await save(someoneElse).click();
    await expect(someoneElse.getByText('Det er gemt.')).toBeVisible();
    await reasons(page).nth(1).fill('Det vil vi prøve.');
    await save(page).click();

    await expectBeside(page, ['Det har vi prøvet.', 'Hos os står døren ulåst.']);
    await choose(page, /^Begrundelse til ændring/, 'Gem det, jeg har skrevet');
    await save(page).click();
    await expect(page.getByText('Det er gemt.')).toBeVisible();
    await expect(reasons(page).nth(0)).toHaveValue('Hos os står døren ulåst.');
    await expect(reasons(page).nth(1)).toHaveValue('Det vil vi prøve.');

    // The other sends it in while the first writes on: those words are given back.
    await someoneElse.reload();
    await reasons(page).nth(0).fill('Det skrev jeg for sent.');
    await someoneElse.getByRole('button', { name: 'Send teksten ind' }).click();
    await expect(someoneElse.getByRole('heading', { name: 'Teksten fra Fyn' })).toBeVisible();
    await save(page).click();
    await expect(page.getByText('Det skrev jeg for sent.')).toBeVisible();
    await expect(page.getByRole('alert')).toBeInViewport();
    await expectAccessible(page);
  });

  test('what one writes of a decision that another has taken is given back', async ({
    page,
    someoneElse
  }) => {
    const waiting = '/documents/lav-det-igen/decision';
    await bothOpen([page, someoneElse], 'politiskForum', waiting);
    await page.getByLabel('Vedtaget med forbehold').check();
    await page.getByLabel('Begrundelse').fill('Vi er næsten enige om det hele.');
    await page.getByLabel('Hvad skal omskrives?').first().fill('Sig, hvem der betaler for det.');
    await someoneElse.getByLabel('Vedtaget som skrevet').check();
    await someoneElse.getByRole('button', { name: 'Træf afgørelsen' }).click();
    await expect(someoneElse.getByText('Afgørelsen er truffet')).toBeVisible();
    const more = page.getByRole('button', { name: 'Flere forbehold' });
    const decide = page.getByRole('button', { name: 'Træf afgørelsen' });
    await (screen === 'phone' ? more : decide).click();
    for (const words of ['Vi er næsten enige om det hele.', 'Sig, hvem der betaler for det.'])
      await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByRole('alert')).toContainText('truffet');
    await expectAccessible(page);
  });
});

const answerField = (who: Page) => who.getByRole('textbox', { name: /^Svar/ });

/** All of them stand before the same page, logged in as the same of the demo's people. */
async function bothOpen(pages: Page[], person: keyof typeof people, path: string) {
  for (const each of pages) {
    const isLoggedIn = (await each.context().cookies()).some(({ name }) => name === 'session');
    if (isLoggedIn) await each.goto(path);
    else await logIn(each, person, path);
  }
}

/** What somebody else saved is shown, with its words, and nothing has been written over. */
async function expectBeside(page: Page, words: string[]) {
  const beside = page
    .locator('.notice.warning')
    .filter({ hasText: 'En anden har gemt, mens du skrev' });
  await expect(beside).toBeVisible();
  for (const each of words) await expect(beside).toContainText(each);
  await expectAccessible(page);
}

async function choose(page: Page, field: string | RegExp, choice: string) {
  const asked = page.getByRole('group', { name: field }).filter({ hasText: choice });
  await asked.getByRole('radio', { name: choice }).check();
}

/** Sends the form although a browser would ask for a choice first. */
async function sendUnasked(page: Page, button: string) {
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: button }) });
  await form.evaluate((each) => each.setAttribute('novalidate', ''));
  await page.getByRole('button', { name: button }).click();
}

/** Enters a meeting of the rapporteur's region, and stands at its page. */
async function enterMeeting(page: Page, place: string) {
  await logIn(page, 'rapporteur', `${vision}/meetings/new`);
  await page.getByLabel('Hvornår blev mødet holdt?').fill('2026-01-05');
  await page.getByLabel('Antal fremmødte').fill('8');
  await page.getByLabel('Sted').fill(place);
  await page.getByRole('button', { name: 'Indfør mødet' }).click();
  await expect(page.getByRole('heading', { name: 'Medlemsmøde i Fyn' })).toBeVisible();
}
