import type { Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  logIn,
  screens,
  test,
  onADesktopAndOnAPhoneWithoutScript
} from './support/forum.ts';

/** The paragraphs of the first version, each with the words that the member comments on. */
const pond = 'Dammen ligger midt i byen og er åben for alle hele året.';
const bench = 'På broen stilles tre nye bænke op mod syd, hvor der er læ for vinden.';
const lamps = 'Lygterne langs stien tændes først, når solen er gået ned, så fuglene får ro.';
const bees = 'Foreningen passer bierne ved skuret hele sommeren og slynger honningen i august.';
const school = 'Skolens klasser låner haven om formiddagen og planter selv i tre af bedene.';
const boats = 'Bådene lejes ud til alle, der bor i byen, mod at de øses bagefter.';
const quay = 'De ligger ved den lange kaj om vinteren, og foreningen tjærer dem i marts.';
const dogs = 'Hunde skal føres i snor på hele den østlige bred.';
const sign =
  'Ved indgangen sættes et skilt med åbningstider på fire sprog og et kort over stierne.';
const kiosk = 'Kiosken holder åbent i weekenden fra april til oktober og sælger frugt fra haverne.';
const play = 'Børnene får en legeplads af træ med en rutsjebane ned til vandet.';
const fence = 'Hegnet males grønt hvert forår af dem, der bor nærmest.';

const comments = {
  unchanged: { number: 1, words: 'åben for alle', markdown: 'Også om natten.' },
  edited: { number: 2, words: 'hvor der er læ for vinden', markdown: 'Læ er godt.' },
  moved: { number: 3, words: 'så fuglene får ro', markdown: 'Tak for fuglene.' },
  split: { number: 4, words: 'planter selv i tre af bedene', markdown: 'Hvorfor tre?' },
  merged: { number: 6, words: 'den lange kaj', markdown: 'Kajen er for kort.' },
  removed: { number: 7, words: 'i snor', markdown: 'Snoren skal være lang.' },
  lost: { number: 8, words: 'åbningstider på fire sprog', markdown: 'Tag tysk med.' },
  paragraph: { number: 9, words: 'fra april til oktober', markdown: 'Og hele vinteren.' },
  replaced: { number: 10, words: 'en rutsjebane', markdown: 'Den skal være høj.' },
  ambiguous: { number: 11, words: 'males grønt hvert forår', markdown: 'Rødt er pænere.' }
} as const;

const first = [
  ...['## Visionens tekst', pond, bench, lamps, `${bees} ${school}`, boats, quay],
  ...[dogs, sign, kiosk, play, fence]
];

const bench2 = bench.replace('tre nye', 'fem brede');
const sign2 = sign.replace('åbningstider på fire sprog', 'oplysninger, som alle kan læse,');
const fence2 =
  'Hegnet males hvert år af dem, der bor nærmest, og lågen males grøn hvert tredje forår af foreningen.';
const second = [
  ...['## Visionens tekst', pond, bench2, bees, school, boats, quay, dogs, sign2, kiosk],
  ...[play, fence2, lamps]
];

/** So much the same as the playground that it may be, and so much another that one must ask. */
const tower = 'De mindste får et klatretårn og en sandkasse tæt ved vandet.';
const third = [
  ...['## Visionens tekst', pond, bench2.replace('op mod', 'med ryglæn op mod'), bees, school],
  ...[`${boats} ${quay}`, sign2.replace('kan læse', 'kan læse og forstå')],
  ...[kiosk.replace('fra april til oktober', 'når vejret er til det'), tower, fence2, lamps]
];

onADesktopAndOnAPhoneWithoutScript((screen) => {
  test('comments follow their paragraphs over three versions, and people set right what is in doubt', async ({
    page,
    someoneElse: member
  }) => {
    test.setTimeout(300_000);
    await member.setViewportSize(screens[screen]);
    const base = await holdHearing(page, `Dammen på en ${screen}`);
    await logIn(member, 'member', base);
    for (const each of Object.values(comments)) await comment(member, base, each);
    await closeHearing(page, base);

    await publish(page, base, second, 2);
    await setRightByWords(member, base);
    await setRightByChoice(member, base);
    await write(page, base, third);
    await answerBeforePublishing(page, 3);
    await setRightByTheWorkingGroup(page, base);
    await expectFates(member, base);
    await expectFirstVersionAsItWas(member, base);
  });
});

test('what is chosen wrong is refused with a sentence, and what was typed is still there', async ({
  page,
  someoneElse: member
}) => {
  test.setTimeout(180_000);
  const base = await holdHearing(page, 'Dammen igen');
  await logIn(member, 'member', base);
  await comment(member, base, comments.lost);
  await closeHearing(page, base);
  await publish(page, base, second, 2);

  await openPassage(member, base, comments.lost.markdown);
  const save = member.getByRole('button', { name: 'Gem stedet' });
  await save.click();
  await expect(member.getByText('Vælg, hvor stedet er nu, eller skriv ordene.')).toBeVisible();
  await member.getByLabel('Skriv ordene, som de står nu').fill('åbningstider på fem sprog');
  await save.click();
  await expect(member.getByText('De ord står ikke i teksten.')).toBeVisible();
  await expect(member.getByLabel('Skriv ordene, som de står nu')).toHaveValue(
    'åbningstider på fem sprog'
  );
  await expectAccessible(member);

  await openPassage(page, base, comments.lost.markdown);
  await page.getByRole('radio', { name: /^Det er udgået/ }).check();
  await page.getByRole('button', { name: 'Gem stedet' }).click();
  await expect(card(page, comments.lost.markdown)).toContainText('Stedet er udgået i version 2');
  await save.click();
  await expect(member.getByText('En anden har gemt, mens du skrev.')).toBeVisible();
});

/** The working group begins the document, publishes it and opens a hearing; gives its address. */
async function holdHearing(page: Page, title: string): Promise<string> {
  await logIn(page, 'workingGroup', '/documents/new');
  await page.getByLabel('Titel').fill(title);
  await page.getByLabel('Politikområde').fill('By');
  await page.getByLabel('Teksten').fill(first.join('\n\n'));
  await page.getByRole('button', { name: 'Begynd dokumentet' }).click();
  await expect(page.getByText('Dokumentet er begyndt.')).toBeVisible();
  const base = new URL(page.url()).pathname.replace(/\/draft$/, '');
  await page.goto(`${base}/draft?view=preview`);
  await page.getByRole('button', { name: 'Offentliggør version 1' }).click();
  await page.goto(`${base}/draft?view=preview`);
  await expect(page.getByText('Udkastet er uændret siden den seneste version')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Offentliggør/ })).toHaveCount(0);
  await page.goto(`${base}/hearing`);
  await page.getByRole('button', { name: 'Åbn høringen' }).click();
  await expect(page.getByText('Høringen er åbnet.')).toBeVisible();
  return base;
}

type Saying = { number: number; words: string; markdown: string };

async function comment(page: Page, base: string, { number, words, markdown }: Saying) {
  await page.goto(base);
  const block = page.locator(`#afsnit-${number} [data-block]`);
  const query = new URLSearchParams({ write: (await block.getAttribute('data-block'))!, words });
  await page.goto(`${base}?${query}#skriv`);
  await page.getByLabel('Din kommentar').fill(markdown);
  await page.getByRole('button', { name: 'Send kommentar' }).click();
  await expect(card(page, markdown)).toContainText(words);
}

async function closeHearing(page: Page, base: string) {
  await page.goto(`${base}/hearing`);
  await page.getByLabel('Hvorfor lukkes der nu?').fill('Alle har svaret.');
  await page.getByRole('button', { name: 'Luk høringen nu' }).click();
  await expect(page.getByText('Høringen er lukket.')).toBeVisible();
}

/** Writes the draft and goes on to its preview. */
async function write(page: Page, base: string, paragraphs: readonly string[]) {
  await page.goto(`${base}/draft`);
  await page.getByLabel('Teksten').fill(paragraphs.join('\n\n'));
  await page.getByRole('button', { name: 'Gem, og se det' }).click();
}

async function publish(page: Page, base: string, paragraphs: readonly string[], number: number) {
  await write(page, base, paragraphs);
  await page.getByRole('button', { name: `Offentliggør version ${number}` }).click();
  await expect(page.getByText(`Version ${number} er offentliggjort.`)).toBeVisible();
}

/** Goes to where the comment's passage is set right, from its card. */
async function openPassage(page: Page, base: string, markdown: string) {
  await page.goto(base);
  const id = (await card(page, markdown).getAttribute('id'))!;
  await page.goto(`${base}?comment=${id.replace('kommentar-', '')}#${id}`);
  await card(page, markdown).getByRole('link', { name: 'Ret stedet' }).click();
  await expect(page.getByRole('heading', { name: 'Ret stedet' })).toBeVisible();
}

/** The author writes the words that are meant. */
async function setRightByWords(page: Page, base: string) {
  const { markdown, words } = comments.lost;
  await openPassage(page, base, markdown);
  await expect(page.locator('mark', { hasText: words })).toBeVisible();
  await expect(page.getByText('Ordene findes ikke længere her.')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Skriv ordene, som de står nu').fill('oplysninger, som alle kan læse');
  await page.getByRole('button', { name: 'Gem stedet' }).click();
  await expect(page.getByText('Stedet er rettet.')).toBeVisible();
  await expect(card(page, markdown)).toContainText(
    /har rettet stedet til »oplysninger, som alle kan læse« i version 2/
  );
  await expect(page.locator('mark', { hasText: 'oplysninger, som alle kan læse' })).toBeVisible();
  await expectAccessible(page);
}

/** The author chooses among the places that the engine suggests, with the keys alone. */
async function setRightByChoice(page: Page, base: string) {
  const { markdown } = comments.ambiguous;
  await openPassage(page, base, markdown);
  await expect(page.getByText('det er ikke sikkert')).toBeVisible();
  await page.getByRole('radio', { name: /^I afsnit 11/ }).focus();
  await page.keyboard.press('Space');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Gem stedet' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Stedet er rettet.')).toBeVisible();
  await expect(page.locator('mark', { hasText: 'males hvert' })).toBeVisible();
}

/** The working group is asked whether the climbing tower is the playground, and says that it is not. */
async function answerBeforePublishing(page: Page, number: number) {
  const asked = page.getByRole('region', { name: 'Er det de samme afsnit?' });
  await expect(asked.getByRole('group', { name: 'Er det samme afsnit?' })).toHaveCount(1);
  await expect(asked).toContainText('1 kommentar følger med');
  await expectAccessible(page);
  await page.getByLabel('Hvad er nyt i denne version?').fill('Et klatretårn.');
  await asked.getByRole('radio', { name: 'Ja' }).check();
  await asked.getByRole('button', { name: 'Gem svarene' }).click();
  await expect(page.getByText('Svarene er gemt')).toBeVisible();
  await expect(asked).toContainText('I har sagt, at det er samme afsnit.');
  await expect(page.getByLabel('Hvad er nyt i denne version?')).toHaveValue('Et klatretårn.');
  await expectAccessible(page);
  await asked.getByRole('radio', { name: 'Nej' }).check();
  await page.getByRole('button', { name: `Offentliggør version ${number}` }).click();
  await expect(page.getByText(`Version ${number} er offentliggjort.`)).toBeVisible();
}

async function setRightByTheWorkingGroup(page: Page, base: string) {
  const { markdown } = comments.paragraph;
  await page.goto(base);
  await page.getByRole('link', { name: 'steder i tvivl' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Ret stedet' })).toHaveCount(1);
  await expectAccessible(page);
  await page
    .getByRole('listitem')
    .filter({ hasText: markdown })
    .getByRole('link', { name: 'Ret stedet' })
    .click();
  await page.getByRole('radio', { name: 'Det er hele afsnit 7, der menes' }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Gem stedet' }).click();
  await expect(card(page, markdown)).toContainText('hele afsnittet menes, fra version 3');
  await expectAccessible(page);
}

/** Each comment says what became of its paragraph since the first version, and none is gone. */
async function expectFates(page: Page, base: string) {
  await page.goto(base);
  const fates = {
    unchanged: 'Skrevet til version 1. Afsnittet er uændret siden.',
    edited: 'Skrevet til version 1. Afsnittet er ændret siden.',
    moved: 'Afsnittet er flyttet og er nu afsnit 10.',
    split: 'Afsnittet er delt og er nu afsnit 3, afsnit 4.',
    merged: 'Afsnittet er lagt sammen med et andet og er nu afsnit 5.',
    removed: 'Skrevet til afsnit 7 i version 1, som er taget ud siden.',
    lost: 'Afsnittet er ændret siden.',
    paragraph: 'Afsnittet er ændret siden.',
    replaced: 'Skrevet til afsnit 10 i version 1, som er taget ud siden.',
    ambiguous: 'Afsnittet er ændret siden.'
  };
  for (const [name, fate] of Object.entries(fates))
    await expect(card(page, comments[name as keyof typeof comments].markdown)).toContainText(fate);
  await expect(page.locator('mark', { hasText: 'oplysninger, som alle kan læse' })).toBeVisible();
  const tower = page.locator('.block', { hasText: 'klatretårn' });
  await expect(tower.locator('article')).toHaveCount(0);
  await expect(page.locator('#om-udgaaet article')).toHaveCount(2);
  await expectAccessible(page);
}

/** The version that was commented on shows every passage where it was marked. */
async function expectFirstVersionAsItWas(page: Page, base: string) {
  await page.goto(`${base}?version=1`);
  for (const { words, markdown } of Object.values(comments)) {
    await expect(page.locator('mark', { hasText: words })).toHaveCount(1);
    await expect(card(page, markdown)).not.toContainText('rettet stedet');
  }
}

/** A comment's card, folded away or not. */
const card = (page: Page, markdown: string) =>
  page.locator('article[id^=kommentar]', { hasText: markdown });
