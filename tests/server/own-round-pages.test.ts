import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toDanishTime } from '#lib/domain/time.ts';
import { sessionsOf } from '#lib/server/access/sessions.ts';
import { withdrawComment } from '#lib/server/commands/debate/withdraw-comment.ts';
import { markVoice } from '#lib/server/commands/debate/mark-voice.ts';
import { comment, rewrite } from '#lib/server/database/tables/index.ts';
import { enterMeeting } from '#lib/server/commands/regions/enter-meeting.ts';
import { writeRewrite } from '#lib/server/commands/regions/write-rewrite.ts';
import { withdrawRewrite } from '#lib/server/commands/regions/withdraw-rewrite.ts';
import { postRewrite } from '#lib/server/commands/regions/post-rewrite.ts';
import { closeCall } from '#lib/server/commands/documents/close-call.ts';
import { openCall } from '#lib/server/commands/documents/open-call.ts';
import { beginDocument } from '#lib/server/commands/documents/begin-document.ts';
import type { Context } from '#lib/server/access/context.ts';
import { openTestDatabase, type ReleasedDatabase } from '../support/database.ts';
import {
  openRound,
  publishText,
  writeComment,
  type DocumentInHearing
} from '../support/hearings.ts';
import { makeMember, contextAt, findOrMakeRegion } from '../support/people.ts';
import { buildForum, serve, type ServedForum } from '../support/serving.ts';

/** A call for input is over, and a hearing of what came of it is open: the pages of both are read. */

const patience = 300_000;
const day = 24 * 60 * 60 * 1000;
const begun = Date.now() - 30 * day;

let forum: ServedForum;
let database: ReleasedDatabase;
let idea: string;
let commentId: string;
let page: string;
let author: string;
let reader: string;

beforeAll(async () => {
  buildForum();
  database = await openTestDatabase();
  const at = (who: Context, days: number) => contextAt(who, new Date(begun + days * day));
  const beginner = await makeMember(database, 'Ida Udkast', {}, new Date(begun));
  const [mads, bo] = [
    await makeMember(database, 'Mads Medlem'),
    await makeMember(database, 'Bo Lind')
  ];
  const { id, slug } = await beginDocument(beginner, {
    ...{ title: 'Havnen', summary: '', level: 'national', policyArea: 'By', regionId: null },
    ...{ audience: 'public', proposers: [], involved: [], markdown: '' }
  });
  const period = { opensAt: new Date(begun), closesAt: new Date(begun + 7 * day) };
  await openCall(await at(beginner, 0), id, { markdown: 'Idéer?', ...period });
  idea = await writeComment(await at(mads, 1), { id }, 'Flere færger.');
  await closeCall(await at(beginner, 8), id, '');
  const workingGroup = await at(beginner, 29);
  await publishText({ id, workingGroup }, 'Havnen er lukket om natten.');
  await openRound({ id, workingGroup });
  commentId = await writeComment(await at(mads, 30), { id }, 'Godt, at den lukker.');
  await takeBack(await at(mads, 30), { id, workingGroup: await at(beginner, 30) });
  page = `/documents/${slug}`;
  const sessions = sessionsOf(database.database);
  const login = async (who: Context) => `session=${(await sessions.begin(who.viewer!.id)).value}`;
  [author, reader] = [await login(mads), await login(bo)];
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

test.each(['', '?sort=newest', '?place=whole'])(
  'what was commentId in a round that is closed is not offered for editing, answering or liking: %s',
  async (view) => {
    const own = await read(view, author);
    expect(offered(own, commentId)).toEqual(['give', 'reply', 'quote', 'edit', 'withdraw']);
    expect(offered(own, idea)).toEqual(['wish']);
    const others = await read(view, reader);
    expect(offered(others, commentId)).toEqual(['give', 'reply', 'quote']);
    expect(offered(others, idea)).toEqual([]);
    expect(offered(await read(view, ''), idea)).toEqual([]);
  }
);

test.each(['edit', 'withdraw', 'reply', 'quote'])(
  'an address that asks for the form opens none where its own round is closed: %s',
  async (verb) => {
    expect(await read(`?${verb}=${commentId}`, author)).toContain('id="skriv"');
    expect(await read(`?${verb}=${idea}`, author)).not.toContain('id="skriv"');
  }
);

test('the page of what was taken back says when and by whom, and of the group’s own words that they are', async () => {
  const sentences = {
    3: `Høringssvar 3 blev trukket tilbage af Mads Medlem den ${today}`,
    4: `Høringssvar 4 er arbejdsgruppens egne ord, så det skal ikke besvares. Ida Udkast angav det den ${today}`,
    5: `Høringssvar 5 var et ændringsforslag fra Fyn. Lone Fynbo trak omskrivningen tilbage den ${today}`
  };
  for (const [number, sentence] of Object.entries(sentences)) {
    const response = await fetch(`${forum.url}${page}/inputs/${number}`);
    expect(response.status).toBe(410);
    const html = await response.text();
    expect(html).toContain(sentence);
    expect(html).toMatch(/<h1[^>]*>Høringssvaret står her ikke</);
  }
});

const today = new Intl.DateTimeFormat('da', {
  dateStyle: 'long',
  timeZone: 'Europe/Copenhagen'
}).format(begun + 30 * day);

/** Takes back a comment and a rewrite, and marks another comment as the working group's own: 3, 4 and 5. */
async function takeBack(mads: Context, opened: Pick<DocumentInHearing, 'id' | 'workingGroup'>) {
  await withdrawComment(mads, await writeComment(mads, opened, 'Fortrudt.'));
  const own = await writeComment(mads, opened, 'Tak for alle bidrag.');
  await database.database
    .update(comment)
    .set({ source: 'discourse:1/1' })
    .where(eq(comment.id, own));
  await markVoice(opened.workingGroup, opened.id, own, { voice: 'workingGroup' });
  const fyn = await makeMember(database, 'Lone Fynbo', { rapporteurOf: 'Fyn' }, mads.now);
  const meetingId = await enterMeeting(fyn, opened.id, {
    ...{
      regionId: await findOrMakeRegion(database, 'Fyn'),
      heldOn: toDanishTime(mads.now).date,
      place: 'Kroen'
    },
    ...{ attendance: 12, minutes: '' }
  });
  const rewritten = { markdown: 'Havnen er åben om natten.', foreword: '', scope: null };
  const rewriteId = await writeRewrite(fyn, meetingId, rewritten);
  const { revision } = (
    await database.database.select().from(rewrite).where(eq(rewrite.id, rewriteId))
  )[0]!;
  await postRewrite(fyn, rewriteId, revision);
  await withdrawRewrite(fyn, rewriteId);
}

test('who cannot withdraw an idea any more is led to wish for it, there and under Mine, and nobody else is', async () => {
  expect(await read(`?wish=${idea}`, author)).toMatch(/id="skriv"[^]*name="reason"/);
  for (const [id, cookie] of [
    [commentId, author],
    [idea, reader],
    [idea, '']
  ] as const)
    expect(await read(`?wish=${id}`, cookie)).not.toContain('id="skriv"');
  const mine = await fetch(`${forum.url}/mine`, { headers: { cookie: author } });
  const led = [...(await mine.text()).matchAll(/\?wish=([\w-]+)/g)].map(([, id]) => id);
  expect(led).toEqual([idea]);
});

/** The page in the view, as the one whose cookie it is reads it. */
async function read(view: string, cookie: string): Promise<string> {
  const response = await fetch(forum.url + page + view, { headers: { cookie } });
  expect(response.status).toBe(200);
  return response.text();
}

/** The verbs that the page offers of the comment, in their order. */
function offered(html: string, commentId: string): string[] {
  const [, article] = html.split(`id="kommentar-${commentId}"`);
  const [own] = article!.split('</article>');
  const verbs = new RegExp(
    `name="(give|take)" value="comment:${commentId}"|[?&;](\\w+)=${commentId}[^"]*" data-writes`,
    'g'
  );
  return [...own!.matchAll(verbs)].map(([, like, verb]) => (like ?? verb)!);
}
