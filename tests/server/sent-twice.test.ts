import { afterAll, beforeAll, expect, test } from 'vitest';
import { toDanishTime } from '#lib/domain/time.ts';
import { enterMeeting } from '#lib/server/commands/regions/enter-meeting.ts';
import { addTheme } from '#lib/server/commands/desk/add-theme.ts';
import { beginDocument } from '#lib/server/commands/documents/begin-document.ts';
import { openTestDatabase, type ReleasedDatabase } from '../support/database.ts';
import { openDocumentHearing, writeComment } from '../support/hearings.ts';
import { logEverybodyIn } from '../support/logins.ts';
import { makeMember, findOrMakeRegion } from '../support/people.ts';
import { buildForum, serve, type ServedForum } from '../support/serving.ts';

/** A form whose answer was lost is sent again as it was: it is done, and nobody else has saved. */

const patience = 300_000;

let forum: ServedForum;
let database: ReleasedDatabase;
let cookies: Record<'ida' | 'mie', string>;
let paths: Record<'draft' | 'page' | 'meeting' | 'report' | 'themes' | 'member', string>;
/** The page that publishes the first version of another document. */
let unpublished: string;
let own: { comment: string; theme: string };

beforeAll(async () => {
  buildForum();
  database = await openTestDatabase();
  const begun = new Date(Date.now() - 60_000);
  const ida = await makeMember(database, 'Ida Udkast', { roles: ['administrator'] }, begun);
  const opened = await openDocumentHearing(ida, 'Havnen er lukket om natten.');
  const bo = await makeMember(database, 'Bo Kollega', { workingGroupOf: opened.id }, begun);
  const meeting = await enterMeeting(opened.workingGroup, opened.id, {
    ...{ regionId: await findOrMakeRegion(database, 'Fyn'), heldOn: toDanishTime(begun).date },
    ...{ place: 'Kroen', attendance: 12, minutes: 'Vi talte.' }
  });
  const theme = await addTheme(opened.workingGroup, opened.id, { title: 'Færger', summary: '' });
  own = { comment: await writeComment(opened.workingGroup, opened, 'Godt.'), theme };
  const page = `/documents/${opened.slug}`;
  paths = {
    ...{ page, draft: `${page}/draft`, meeting: `${page}/meetings/${meeting}` },
    ...{ report: `${page}/report`, themes: `${page}/themes` },
    member: `/administration/members/${bo.viewer!.id}`
  };
  const { id, slug } = await beginDocument(ida, {
    ...{ title: 'Molen', summary: '', level: 'national', policyArea: 'By', regionId: null },
    ...{ audience: 'public', proposers: [], involved: [], markdown: 'Molen er åben.' }
  });
  const mie = await makeMember(database, 'Mie Kollega', { workingGroupOf: id }, begun);
  unpublished = `/documents/${slug}/draft`;
  cookies = await logEverybodyIn(database, { ida, mie });
  const { databaseUrl, dataDirectory } = database.configuration;
  if (databaseUrl === null) await database.release();
  forum = await serve(dataDirectory, {
    ...{ DEMO: 'off', LIMITS: 'off', DATABASE_URL: databaseUrl ?? '' }
  });
}, patience);
afterAll(async () => {
  await forum?.discard();
  await database?.close();
}, patience);

/** Sends the form as Ida, or as whoever it is; gives the status. */
async function send(path: string, fields: Record<string, string>, who: 'ida' | 'mie' = 'ida') {
  const answer = await fetch(forum.url + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { cookie: cookies[who], origin: forum.url, accept: 'text/html' },
    redirect: 'manual'
  });
  return answer.status;
}

/** The value of the hidden field as the page has it now. */
async function hidden(path: string, name: string) {
  const page = await fetch(forum.url + path, { headers: { cookie: cookies.ida } });
  const [, value] = new RegExp(`name="${name}" value="([^"]*)"`).exec(await page.text()) ?? [];
  return value!;
}

const forms = (): [path: string, fields: Record<string, string>, differing: string][] => [
  [`${paths.draft}?/save`, { markdown: 'Havnen er åben.', revision: '2' }, 'markdown'],
  [
    `${paths.page}?/edit`,
    { comment: own.comment, markdown: 'Meget godt.', revision: '1' },
    'markdown'
  ],
  [
    `${paths.meeting}?/facts`,
    {
      ...{ heldOn: toDanishTime(new Date()).date, place: 'Salen', attendance: '13' },
      ...{ minutes: 'Vi talte længe.', revision: '1' }
    },
    'place'
  ],
  [paths.report, { foreword: 'Vi læste alt.', revision: '0' }, 'foreword'],
  [
    `${paths.themes}?/save`,
    { id: own.theme, title: '  Færger  ', summary: 'Om natten.', revision: '1' },
    'summary'
  ],
  [
    paths.member,
    {
      ...{ name: 'Bo Kollega', email: 'bo@example.org', region: '', 'roles[]': 'politiskForum' },
      ...{ 'rapporteurOf[]': '', closed: '', revision: '1' }
    },
    'name'
  ]
];

test('a form sent twice is saved once and succeeds twice, and other words come back beside the saved ones', async () => {
  for (const [path, fields, differing] of forms()) {
    const given = Object.fromEntries(
      Object.entries(fields).filter(([name]) => name !== 'rapporteurOf[]')
    );
    const base = path === paths.member ? { base: 'rapporteurOf=' } : undefined;
    const sent = { ...given, ...base };
    const twice = [await send(path, sent), await send(path, sent)];
    const other = await send(path, { ...sent, [differing]: 'Noget andet.' });
    expect([path, ...twice, other]).toEqual([path, 303, 303, 409]);
  }
});

test('a version is published once by a form that is sent twice, and unchanged words are still refused', async () => {
  const page = `${unpublished}?view=preview`;
  const [revision, number] = [await hidden(page, 'revision'), await hidden(page, 'number')];
  expect(number).toBe('1');
  const sent = { note: 'Åben.', revision, number };
  const publishing = `${unpublished}?/publish&view=preview`;
  expect(await send(publishing, sent)).toBe(303);
  expect(await send(publishing, sent)).toBe(303);
  expect(await send(publishing, { ...sent, note: 'Andet.' })).toBe(422);
  expect(await send(publishing, sent, 'mie')).toBe(422);
  expect(await send(publishing, { ...sent, number: String(Number(number) + 1) })).toBe(422);
});

test('a theme is added once by a form that is sent twice; its title with other words is taken', async () => {
  const sent = { title: 'Broer', summary: 'Over vandet.' };
  expect(await send(`${paths.themes}?/add`, sent)).toBe(303);
  expect(await send(`${paths.themes}?/add`, sent)).toBe(303);
  expect(await send(`${paths.themes}?/add`, { ...sent, summary: 'Under.' })).toBe(422);
});
