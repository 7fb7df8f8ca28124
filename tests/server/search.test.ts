import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishAnswers } from '#lib/server/commands/desk/publish-answers.ts';
import { withdrawComment } from '#lib/server/commands/debate/withdraw-comment.ts';
import { answerInput } from '#lib/server/commands/desk/answer-input.ts';
import type { Context } from '#lib/server/access/context.ts';
import { concealment, member } from '#lib/server/database/tables/index.ts';
import { enterMeeting } from '#lib/server/commands/regions/enter-meeting.ts';
import { writeRewrite } from '#lib/server/commands/regions/write-rewrite.ts';
import { withdrawRewrite } from '#lib/server/commands/regions/withdraw-rewrite.ts';
import { postRewrite } from '#lib/server/commands/regions/post-rewrite.ts';
import { submitDocument } from '#lib/server/commands/outcome/submit-document.ts';
import { closeHearing } from '#lib/server/commands/documents/close-hearing.ts';
import { saveForeword } from '#lib/server/commands/outcome/save-foreword.ts';
import type { Hit } from '#lib/domain/search/hit.ts';
import { search, type SearchFilter } from '#lib/server/queries/search/search-page.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  openDocumentHearing,
  publishText,
  writeComment,
  type DocumentInHearing
} from '../support/hearings.ts';
import { makeMember, contextAt, findOrMakeRegion, publicReader } from '../support/people.ts';

let forum: TestDatabase;
let ida: Context;
let bo: Context;
let havnen: DocumentInHearing;

beforeAll(async () => {
  forum = await openTestDatabase();
  ida = await makeMember(forum, 'Ida Vang');
  bo = await makeMember(forum, 'Bo Lund', { rapporteurOf: 'Fyn' });
  havnen = await openDocumentHearing(ida, harbour, {
    title: 'Havnen for alle',
    summary: 'Om kajen og vandet.'
  });
});
afterAll(() => forum.close());

const harbour = `# Havnen for alle

## Adgang

Alle børnehaver skal kunne nå kajen til fods.

Fællesskabet om vandet begynder med en bænk.

## Miljøet

Miljøet i bassinet måles hver uge, og beboerne får tallene at se.

7. Ålekvaser får plads ved dykdalben.
`;

test.each([
  ['bibliotekerne', 'Læg et bibliotek ved molen.'],
  ['bibliotek', 'Bibliotekerne holder åbent om aftenen.'],
  ['boernehave', 'Børnehaverne leger her.'],
  ['børnehave', 'Boernehaver er skrevet uden ø.'],
  ['faellesskab', 'Fællesskabet er det vigtigste.'],
  ['miljoe', 'Miljøet skal måles.'],
  ['beboere', 'Beboerne ved besked.'],
  ['Århus', 'I Aarhus gjorde de det samme.'],
  ['ide', 'Idéerne er mange.'],
  ['møller', 'Fru Möller har talt.'],
  ['sejlad', 'Sejladsen er farlig.'],
  ['"lange moler"', 'De lange moler er slidte.'],
  ['finansiering', 'Der mangler ﬁnansiering til broen.'],
  ['co2', 'Mindre CO₂ fra skibene.'],
  ['kommunalbestyrelsen', 'Spørg kommunal\u200bbestyrelsen.'],
  ['cykler eller sporvogne', 'Sporvognen kører til havnen.']
])('%s finds "%s"', async (typed, written) => {
  await writeComment(bo, havnen, written);
  const { hits } = await search(publicReader(forum), typed, everything);
  expect(textsOf(hits)).toContainEqual(written);
});

test('words in quotes stand together, a word after a minus is left out, and nothing typed is refused', async () => {
  await writeComment(bo, havnen, 'Fiskerne lander torsk.');
  await writeComment(bo, havnen, 'Fiskerne lander rødspætter.');
  expect(await found('fiskerne -torsk')).toEqual(['Fiskerne lander rødspætter.']);
  expect(await found('"torsk lander"')).toEqual([]);
  for (const typed of [
    '',
    '  ',
    '-',
    '"',
    '-torsk',
    "'",
    ':*',
    '& | !',
    '\\',
    '(',
    'og',
    'a:*b <-> c'
  ])
    expect((await search(publicReader(forum), typed, everything)).hits).toBeInstanceOf(Array);
});

test('the words that were found are marked as they were written', async () => {
  await writeComment(
    bo,
    havnen,
    `${'Vi har talt længe om dette. '.repeat(20)}Så kom ålegræsset tilbage.`
  );
  const [hit] = (await search(publicReader(forum), 'aalegraes', everything)).hits;
  expect(hit!.snippet.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual([
    'ålegræsset'
  ]);
  expect(hit!.snippet[0]!.text).toMatch(/^… /);
});

test('a document is found by its title and its text, each paragraph at its place', async () => {
  const { hits } = await search(publicReader(forum), 'havnen alle', everything);
  expect(hits[0]).toMatchObject({ kind: 'document', slug: havnen.slug });
  const [paragraph] = (await search(publicReader(forum), 'bænk', everything)).hits;
  expect(paragraph).toMatchObject({ kind: 'paragraph', number: 2, blockKind: 'paragraph' });
});

test('a list item is found by its number and its words together, and shown with it', async () => {
  const { hits } = await search(publicReader(forum), '"7. ålekvaser"', everything);
  expect(textsOf(hits)).toEqual(['7. Ålekvaser får plads ved dykdalben.']);
});

test('a search is narrowed by document, region and Danish days', async () => {
  const anna = await makeMember(forum, 'Anna Fynbo');
  await forum.database
    .update(member)
    .set({ regionId: await findOrMakeRegion(forum, 'Fyn') })
    .where(eq(member.id, anna.viewer!.id));
  await writeComment(
    await contextAt(anna, new Date('2026-03-04T23:30:00Z')),
    havnen,
    'Svanerne ved slusen.'
  );
  const count = async (filter: Partial<SearchFilter>) =>
    (await search(publicReader(forum), 'svaner', { ...everything, ...filter })).hits.length;
  expect(await count({ region: 'fyn' })).toBe(1);
  expect(await count({ region: 'bornholm' })).toBe(0);
  expect(await count({ document: havnen.slug })).toBe(1);
  expect(await count({ document: 'skoven' })).toBe(0);
  expect(await count({ from: '2026-03-05', to: '2026-03-05' })).toBe(1);
  expect(await count({ to: '2026-03-04' })).toBe(0);
  expect(await count({ from: '2026-03-06' })).toBe(0);
  expect(await count({ from: 'i går' })).toBe(0);
});

test('hidden and withdrawn words are found by nobody, their author and administrators included', async () => {
  const admin = await makeMember(forum, 'Ada Admin', { roles: ['administrator'] });
  const hidden = await writeComment(bo, havnen, 'Ordet krabbetaske skal væk.');
  const withdrawn = await writeComment(bo, havnen, 'Ordet hornfisk skal væk.');
  expect(await found('krabbetaske')).toHaveLength(1);
  await forum.database.insert(concealment).values({
    commentId: hidden,
    reason: 'Grimt',
    hiddenBy: admin.viewer!.id,
    hiddenAt: admin.now
  });
  await withdrawComment(bo, withdrawn);
  for (const who of [publicReader(forum), bo, admin]) {
    expect((await search(who, 'krabbetaske', everything)).hits).toEqual([]);
    expect((await search(who, 'hornfisk', everything)).hits).toEqual([]);
  }
});

test('a document for members is found by members only, and an unpublished one by its working group', async () => {
  const inner = await openDocumentHearing(ida, '# Skoven\n\nBøgetræerne fældes ikke.', {
    title: 'Skoven',
    audience: 'members'
  });
  await writeComment(bo, inner, 'Bøgetræerne er gamle.');
  expect((await search(publicReader(forum), 'bøgetræerne', everything)).hits).toEqual([]);
  expect((await search(bo, 'bøgetræerne', everything)).hits).toHaveLength(2);
});

test('only the newest text is searched', async () => {
  const lake = await openDocumentHearing(ida, '# Søen\n\nRørhønen ruger.', { title: 'Søen' });
  await closeHearing(lake.workingGroup, lake.id, '');
  await publishText(lake, '# Søen\n\nBlishønen ruger.');
  expect(await found('rørhøne')).toEqual([]);
  expect(await found('blishøne')).toEqual(['Blishønen ruger.']);
});

test('a rewrite is found from when it is posted until it is withdrawn', async () => {
  const heath = await openDocumentHearing(ida, '# Heden\n\nFårene græsser.', { title: 'Heden' });
  const meetingId = await enterMeeting(bo, heath.id, {
    regionId: await findOrMakeRegion(forum, 'Fyn'),
    ...{ heldOn: '2026-03-01', place: 'Ringe', attendance: 9, minutes: '' }
  });
  const markdown = '# Heden\n\nGederne græsser.';
  const rewriteId = await writeRewrite(bo, meetingId, { markdown, foreword: '', scope: null });
  expect(await found('geder')).toEqual([]);
  await postRewrite(bo, rewriteId, 1);
  const { hits } = await search(publicReader(forum), 'geder', everything);
  expect(hits).toMatchObject([{ kind: 'rewrite', id: rewriteId, by: 'Fyn' }]);
  await withdrawRewrite(bo, rewriteId);
  expect(await found('geder')).toEqual([]);
});

test('answers are found once they are published, and a report once it is frozen', async () => {
  const fen = await openDocumentHearing(ida, '# Mosen\n\nTørven graves ikke.', { title: 'Mosen' });
  await writeComment(bo, fen, 'Lad den være.');
  const { workingGroup, id } = fen;
  await closeHearing(workingGroup, id, '');
  await answerInput(workingGroup, id, 1, {
    ...{ disposition: 'noted', markdown: 'Vi lægger **spagnum** på hylden.', themeId: null },
    ...{ duplicateOf: null, referredTo: '', revision: 0 }
  });
  await saveForeword(workingGroup, id, { foreword: 'Om *tranebær* & mos.', revision: 0 });
  expect(await found('spagnum')).toEqual([]);
  expect((await search(workingGroup, 'tranebær', everything)).hits).toEqual([]);
  await publishAnswers(workingGroup, id);
  await submitDocument(workingGroup, id, { message: '', versionNumber: 1 });
  const [answer] = (await search(publicReader(forum), 'spagnum', everything)).hits;
  expect(answer).toMatchObject({ kind: 'answer', number: 1 });
  expect(textsOf([answer!])).toEqual(['Vi lægger spagnum på hylden.']);
  const [report] = (await search(publicReader(forum), 'tranebær', everything)).hits;
  expect(report).toMatchObject({ kind: 'report', round: 1 });
  expect(textsOf([report!])).toEqual(['Om tranebær & mos.']);
});

test('what is more than a page is found on the next', async () => {
  const shore = await openDocumentHearing(ida, '# Stranden\n\nSandet flytter sig.', {
    title: 'Stranden'
  });
  for (let nth = 1; nth <= 21; nth++) await writeComment(bo, shore, `Muslinger nummer ${nth}.`);
  const first = await search(publicReader(forum), 'muslinger', everything);
  expect([first.hits.length, first.next]).toEqual([20, 2]);
  const second = await search(publicReader(forum), 'muslinger', everything, 2);
  expect([second.hits.length, second.next]).toEqual([1, null]);
  expect(new Set([...first.hits, ...second.hits].map(({ id }) => id)).size).toBe(21);
});

const everything: SearchFilter = { document: null, region: null, from: null, to: null };

const textsOf = (hits: Hit[]) =>
  hits.map(({ snippet }) => snippet.map(({ text }) => text).join(''));

const found = async (typed: string) =>
  textsOf((await search(publicReader(forum), typed, everything)).hits);
