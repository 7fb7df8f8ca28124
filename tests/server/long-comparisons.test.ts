import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sessionsOf } from '#lib/server/access/sessions.ts';
import type { Context } from '#lib/server/access/context.ts';
import { decide } from '#lib/server/commands/outcome/decide.ts';
import { saveDraft } from '#lib/server/commands/documents/save-draft.ts';
import { readVersion } from '#lib/server/text/versions.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { enterMeeting } from '#lib/server/commands/regions/enter-meeting.ts';
import { writeRewrite } from '#lib/server/commands/regions/write-rewrite.ts';
import { readDraft } from '#lib/server/queries/documents/draft-page.ts';
import { closeHearing } from '#lib/server/commands/documents/close-hearing.ts';
import { readRewrite } from '#lib/server/queries/regions/rewrites.ts';
import { postRewrite } from '#lib/server/commands/regions/post-rewrite.ts';
import { openTestDatabase, type ReleasedDatabase } from '../support/database.ts';
import {
  answerAllAndSubmit,
  openDocumentHearing,
  publishText,
  writeComment,
  type DocumentInHearing
} from '../support/hearings.ts';
import { makeMember, findOrMakeRegion } from '../support/people.ts';
import { buildForum, serve, type ServedForum } from '../support/serving.ts';

/** Ten pages of them, each of them changed. */
const many = 1000;
/** Of a page: ten times what a page usually is. */
const maxBytes = 1_000_000;
const patience = 300_000;

let forum: ServedForum;
let database: ReleasedDatabase;
let cookie: string;
let addresses: Awaited<ReturnType<typeof fill>>;

beforeAll(async () => {
  buildForum();
  database = await openTestDatabase();
  const now = new Date(Date.now() - 60 * 60 * 1000);
  const group = await makeMember(database, 'Ida Udkast', { rapporteurOf: 'Fyn' }, now);
  addresses = await fill(group, now);
  const { value } = await sessionsOf(database.database).begin(group.viewer!.id);
  cookie = `session=${value}`;
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

describe('1,000 changes are read a page at a time by plain links, each once and in order', () => {
  const all = Array.from({ length: many }, (_, at) => at + 1);
  const lists = {
    'of two versions': () => addresses.versions,
    'of two versions side by side': () => `${addresses.versions}&view=sideBySide`,
    'of a rewrite and the draft': () => addresses.posted
  };
  for (const [list, address] of Object.entries(lists))
    test(list, async () => expect(await changesFrom(address())).toEqual(all), patience);
});

test('a page of any list of them is below a megabyte, and says how many there are', async () => {
  const { versions, posted, review, preview, report, synopsis, decision } = addresses;
  const lists = [versions, posted, `${posted}?view=changed`, review, preview, report, synopsis];
  for (const address of [...lists, decision]) {
    const html = await read(address);
    expect(html.length, address).toBeLessThan(maxBytes);
    expect(html, address).toMatch(/1–\d+ af (999|1\.000)/);
  }
}, 60_000);

test('a link to a change leads to the page on which it stands', async () => {
  expect(await read(`${addresses.posted}?change=717`)).toContain('id="aendring-717"');
  expect(await read(`${addresses.versions}&change=717`)).toContain('id="aendring-717"');
  const [, wish] = /rewrites\/[\w-]+(\?change=\d+#aendring-\d+)"/.exec(
    await read(`${addresses.synopsis}?page=7`)
  )!;
  const [query, id] = wish!.split('#');
  expect(await read(addresses.posted + query)).toContain(`id="${id}"`);
});

test('a page or a change that is no number is not found, and one too far is the last', async () => {
  for (const query of ['page=0', 'page=x', 'change=-1', 'page=1e9'])
    expect((await ask(`${addresses.versions}&${query}`)).status, query).toBe(404);
  expect(await read(`${addresses.versions}&page=99999`)).toContain(`id="aendring-${many}"`);
});

test('a reason that is saved on the third page erases none on the first two, and no remark', async () => {
  const saved: [page: number, field: string, reason: string][] = [];
  for (const page of [1, 2, 3]) {
    const html = await read(`${addresses.review}?page=${page}`);
    const [, field] = /<textarea[^>]* name="(reason-[^"]+)"/.exec(html)!;
    saved.push([page, field!, `Fordi det står på side ${page}.`]);
    await save(html, { [field!]: `Fordi det står på side ${page}.` }, page);
  }
  for (const [page, field, reason] of saved) {
    const html = await read(`${addresses.review}?page=${page}`);
    expect(html).toMatch(new RegExp(`name="${field}"[^>]*>${reason}`));
  }
  const remark = /<input type="checkbox" name="remark\[\]" value="0" checked/;
  expect(await read(addresses.review), 'what the first page says is a remark').toMatch(remark);
  const html = await read(`${addresses.review}?page=3`);
  expect(html).toContain(`${many - 3} ændringer er uden begrundelse.`);
  const own = [...html.matchAll(/name="reason-/g)].length - 1;
  expect(html).toContain(`${many - 3 - own} af dem står på andre sider.`);
  const [, next] = /href="(\?change=\d+)#aendring-\d+">Gå til den næste uden/.exec(html)!;
  expect(await read(addresses.review + next)).toContain('Side 4 af ');
}, 60_000);

test('a page that is saved after another says so of its own reasons, and keeps the other’s', async () => {
  const [mine, theirs] = await Promise.all(
    [5, 6].map((page) => read(`${addresses.review}?page=${page}`))
  );
  const [mineField, theirField] = [mine!, theirs!].map(
    (html) => /<textarea[^>]* name="(reason-[^"]+)"/.exec(html)![1]!
  );
  await save(theirs!, { [theirField!]: 'Deres grund.' }, 6);
  const refused = await post(mine!, { [mineField!]: 'Min grund.' }, 5);
  expect(refused.status).toBe(409);
  const laid = await refused.text();
  expect(laid).not.toContain('Deres grund.');
  await save(laid, { [mineField!]: 'Min grund.' }, 5);
  expect(await read(`${addresses.review}?page=5`)).toContain('Min grund.');
  expect(await read(`${addresses.review}?page=6`)).toContain('Deres grund.');
}, 60_000);

/** The numbers of the changes, from the first page on by the links that lead to the next. */
async function changesFrom(address: string): Promise<number[]> {
  const changes: number[] = [];
  for (let next: string | null = address; next;) {
    const html: string = await read(next);
    expect(html.length).toBeLessThan(maxBytes);
    changes.push(...[...html.matchAll(/ id="aendring-(\d+)"/g)].map(([, at]) => Number(at)));
    const link = /href="([^"]+)"[^>]*>(?:(?!<\/a>).)*Vis de næste/s.exec(html);
    next = link ? new URL(link[1]!.replaceAll('&amp;', '&'), forum.url + address).href : null;
  }
  return changes;
}

async function read(address: string): Promise<string> {
  const response = await ask(address);
  expect(response.status, address).toBe(200);
  return response.text();
}

const ask = (address: string) =>
  fetch(new URL(address, forum.url), { headers: { cookie }, redirect: 'manual' });

/** Sends the review's form as the page holds it, with what is typed. */
function post(html: string, typed: Record<string, string>, page: number) {
  const form = /<form[^>]*id="gennemsyn"[\s\S]*?<\/form>/.exec(html)![0];
  const body = new URLSearchParams();
  for (const [, name, value] of form.matchAll(
    /<input type="hidden" name="([^"]+)" value="([^"]*)"/g
  ))
    body.append(name!, value!.replaceAll('&amp;', '&'));
  for (const [, name, value] of form.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)</g))
    body.set(name!, value!);
  for (const [, name, value] of form.matchAll(
    /<input type="checkbox" name="([^"]+)" value="([^"]*)" checked/g
  ))
    body.append(name!, value!);
  for (const [name, value] of Object.entries(typed)) body.set(name, value);
  return fetch(`${forum.url}${addresses.review}?/save&page=${page}`, {
    method: 'POST',
    headers: { cookie, origin: forum.url, accept: 'text/html' },
    body,
    redirect: 'manual'
  });
}

async function save(html: string, typed: Record<string, string>, page: number) {
  const { status, headers } = await post(html, typed, page);
  expect(status).toBe(303);
  expect(headers.get('location')).toContain(`/review?page=${page}`);
}

/** A document in hearing with two rewrites of it, and one that was adopted with a reservation. */
async function fill(group: Context, now: Date) {
  const heard = await openDocumentHearing(group, text('gammelt'), { title: 'Hørt' });
  const posted = await rewritten(heard, text('vort'));
  const document = await readDocument(heard.workingGroup, heard.slug);
  const { revision } = await readRewrite(heard.workingGroup, document, posted);
  await postRewrite(heard.workingGroup, posted, revision);
  const unposted = await rewritten(heard, `(Det regnede.)\n\n${text('deres')}`);
  const decided = await openDocumentHearing(group, text('gammelt'), { title: 'Afgjort' });
  await writeComment(decided.workingGroup, decided, 'Godt.');
  await closeHearing(decided.workingGroup, decided.id, '');
  const { blocks } = { blocks: await publishAll(decided, 'nyt') };
  await answerAllAndSubmit(decided, 'Tak.');
  const politiskForum = await makeMember(database, 'Pia Forum', { roles: ['politiskForum'] }, now);
  await decide(politiskForum, decided.id, {
    ...{ outcome: 'adoptedWithReservations', reason: 'Næsten.' },
    reservations: [{ blockId: blocks[0]!.blockId, wish: 'Skriv mere.' }]
  });
  await publishAll(decided, 'nyere');
  const written = await readDraft(decided.workingGroup, decided.id);
  await saveDraft(decided.workingGroup, decided.id, {
    ...{ markdown: text('nyest'), revision: written.revision }
  });
  const [first, second] = [heard, decided].map(({ slug }) => `/documents/${slug}`);
  return {
    versions: `${second}/compare?from=1&to=2`,
    report: `${second}/report?round=1`,
    decision: `${second}/decision`,
    preview: `${second}/draft?view=preview`,
    posted: `${first}/rewrites/${posted}`,
    review: `${first}/rewrites/${unposted}/review`,
    synopsis: `${first}/synopsis`
  };
}

const text = (word: string) =>
  Array.from({ length: many }, (_, at) => `Punkt ${at} er ${word}.`).join('\n\n');

async function publishAll(opened: DocumentInHearing, word: string) {
  await publishText(opened, text(word));
  const { blocks } = await readVersion(opened.workingGroup, opened.id);
  return blocks;
}

async function rewritten(
  { workingGroup, id }: DocumentInHearing,
  markdown: string
): Promise<string> {
  const meetingId = await enterMeeting(workingGroup, id, {
    ...{ heldOn: '2026-03-01', place: 'Havnens hus', attendance: 12, minutes: '' },
    regionId: await findOrMakeRegion(database, 'Fyn')
  });
  return writeRewrite(workingGroup, meetingId, { markdown, foreword: '', scope: null });
}
