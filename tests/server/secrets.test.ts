import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { editComment } from '#lib/server/commands/debate/edit-comment.ts';
import { withdrawComment } from '#lib/server/commands/debate/withdraw-comment.ts';
import { answerInput } from '#lib/server/commands/desk/answer-input.ts';
import { addTheme } from '#lib/server/commands/desk/add-theme.ts';
import { listWaitingWishes } from '#lib/server/queries/desk/waiting-wishes.ts';
import { settleWish } from '#lib/server/commands/debate/settle-wish.ts';
import { wishWithdrawal } from '#lib/server/commands/debate/wish-withdrawal.ts';
import type { Context } from '#lib/server/access/context.ts';
import { draft, input, member } from '#lib/server/database/tables/index.ts';
import { beginDocument } from '#lib/server/commands/documents/begin-document.ts';
import { saveDraft } from '#lib/server/commands/documents/save-draft.ts';
import { readVersion } from '#lib/server/text/versions.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { enterMeeting } from '#lib/server/commands/regions/enter-meeting.ts';
import { inviteMember } from '#lib/server/commands/members/invite-member.ts';
import { hideComment } from '#lib/server/commands/debate/hide-comment.ts';
import { reportComment } from '#lib/server/commands/debate/report-comment.ts';
import { writeRewrite } from '#lib/server/commands/regions/write-rewrite.ts';
import { closeHearing } from '#lib/server/commands/documents/close-hearing.ts';
import { saveForeword } from '#lib/server/commands/outcome/save-foreword.ts';
import { openTestDatabase, type ReleasedDatabase, type TestDatabase } from '../support/database.ts';
import { writeReply, openDocumentHearing, writeComment } from '../support/hearings.ts';
import { logEverybodyIn } from '../support/logins.ts';
import { makeMember, contextAt, findOrMakeRegion } from '../support/people.ts';
import { allRoutes, filled } from '../support/routes.ts';
import { buildForum, serve, type ServedForum } from '../support/serving.ts';

/**
 * A hearing is planted with secrets, each a word that stands nowhere else, and every address of the
 * forum is asked by everybody. A route that is added is asked too.
 */

const everybody = [
  'stranger',
  'member',
  'author',
  'rapporteur',
  'otherRapporteur',
  'workingGroup',
  'otherGroup',
  'politiskForum',
  'administrator'
] as const;
type Person = (typeof everybody)[number];

/** Each secret, and who may be shown it. */
const secrets: Record<string, readonly Person[]> = {
  hemmeligsvar: ['workingGroup'],
  hemmeligtema: ['workingGroup'],
  hemmeligoverblik: ['workingGroup'],
  hemmeligforord: ['workingGroup'],
  hemmeligkladde: ['workingGroup'],
  hemmeligomskrivning: ['rapporteur', 'workingGroup'],
  hemmeligskjult: [],
  hemmeligfoerskjult: [],
  hemmeligtilbagetaget: [],
  hemmeliganmeldelse: ['administrator'],
  hemmeligbegyndt: ['otherGroup'],
  hemmeligtoenske: ['author', 'otherGroup'],
  hemmeligtafslag: ['author'],
  hemmeliginvitation: ['administrator'],
  hemmeligadresse: ['administrator'],
  kunformedlemmer: everybody.filter((person) => person !== 'stranger'),
  kunmedlemskommentar: everybody.filter((person) => person !== 'stranger')
};

const patience = 300_000;

let forum: ServedForum;
let database: ReleasedDatabase;
let cookies: Record<Person, string>;
let planted: Planted;

beforeAll(async () => {
  buildForum();
  database = await openTestDatabase();
  planted = await plant(database, new Date(Date.now() - 60 * 60 * 1000));
  cookies = await logEverybodyIn(database, planted.people);
  const { databaseUrl, dataDirectory } = database.configuration;
  if (databaseUrl === null) await database.release();
  forum = await serve(dataDirectory, {
    DEMO: 'off',
    LIMITS: 'off',
    DATABASE_URL: databaseUrl ?? ''
  });
}, patience);
afterAll(async () => {
  await forum?.discard();
  await database?.close();
}, patience);

test(
  'nobody is given a secret that is not theirs, by any address of the forum',
  async () => {
    const addresses = addressesOf(planted);
    expect(addresses.length).toBeGreaterThan(100);
    const leaks: string[] = [];
    const seen = new Set<string>();
    for (const person of everybody)
      for (const path of addresses) {
        const text = await ask(path, cookies[person]);
        for (const [secret, known] of Object.entries(secrets)) {
          if (!text.includes(secret)) continue;
          if (path.includes(secret)) continue;
          if (known.includes(person)) seen.add(`${secret} ${person}`);
          else leaks.push(`${path} tells ${person} ${secret}`);
        }
      }
    expect(leaks).toEqual([]);
    for (const [secret, known] of Object.entries(secrets))
      if (known.length > 0)
        expect(
          known.some((person) => seen.has(`${secret} ${person}`)),
          `${secret} is planted where somebody is shown it`
        ).toBe(true);
  },
  patience
);

test(
  'no answer may be kept for another: what is made for a person nowhere, the rest only to be asked anew',
  async () => {
    for (const path of addressesOf(planted).filter((each) => !each.endsWith('/events')))
      for (const person of ['stranger', 'member'] as const) {
        const { headers, status } = await fetch(forum.url + path, {
          headers: { cookie: cookies[person] },
          redirect: 'manual'
        });
        const kept = headers.get('cache-control') ?? '';
        expect(kept, `${status} ${path}`).toMatch(/^private, no-(store|cache)$|^no-store$/);
        expect(headers.get('vary')?.toLowerCase(), path).toContain('cookie');
        const isKeptPage = headers.has('etag');
        if (person === 'member' && !isKeptPage && !isForPrograms(path))
          expect(kept, path).toContain('no-store');
      }
  },
  patience
);

const isForPrograms = (path: string) => /^\/api|feed\.xml|participants/.test(path);

type Planted = Awaited<ReturnType<typeof plant>>;

/** Says, writes, answers and hides everything that somebody must not see. */
async function plant(test: TestDatabase, now: Date) {
  const as = (name: string, traits = {}) => makeMember(test, name, traits, now);
  const begins = await as('Berit Bank');
  const otherGroup = await as('Poul Krogh');
  const people: Record<Exclude<Person, 'stranger'>, Context> = {
    member: await as('Mikkel Medlem'),
    author: await as('Ida Holm'),
    rapporteur: await as('Rie Fyn', { rapporteurOf: 'Fyn' }),
    otherRapporteur: await as('Jens Jylland', { rapporteurOf: 'Jylland' }),
    workingGroup: begins,
    otherGroup,
    politiskForum: await as('Pia Forum', { roles: ['politiskForum'] }),
    administrator: await as('Anna Admin', { roles: ['administrator'] })
  };
  const open = await openDocumentHearing(
    begins,
    '## Havnen\n\nVi åbner havnen.\n\nVi bygger en bro.'
  );
  people.workingGroup = open.workingGroup;
  const { author, administrator, rapporteur } = people;
  const plain = await writeComment(author, open, 'Gerne to broer.');
  const hidden = await writeComment(author, open, 'hemmeligfoerskjult');
  await editComment(author, hidden, { markdown: 'hemmeligskjult', revision: 1 });
  await writeReply(people.member, hidden, 'Det er jeg enig i.');
  await reportComment(people.member, plain, 'hemmeliganmeldelse');
  await hideComment(administrator, hidden, 'Den er skjult.');
  const withdrawn = await writeComment(author, open, 'hemmeligtilbagetaget');
  await writeReply(people.member, withdrawn, 'Hvorfor det?');
  await withdrawComment(author, withdrawn);

  const themeId = await addTheme(open.workingGroup, open.id, {
    title: 'hemmeligtema',
    summary: 'hemmeligoverblik'
  });
  const [asked] = await test.database
    .select({ number: input.number })
    .from(input)
    .where(and(eq(input.documentId, open.id), eq(input.commentId, plain)));
  await answerInput(open.workingGroup, open.id, asked!.number, {
    ...{ disposition: 'declined', markdown: 'hemmeligsvar', themeId },
    ...{ duplicateOf: null, referredTo: '', revision: 0 }
  });
  await saveForeword(open.workingGroup, open.id, { foreword: 'hemmeligforord', revision: 0 });
  const [{ revision }] = (await test.database
    .select({ revision: draft.revision })
    .from(draft)
    .where(eq(draft.documentId, open.id))) as [{ revision: number }];
  await saveDraft(open.workingGroup, open.id, { markdown: 'hemmeligkladde', revision });

  const regionId = await findOrMakeRegion(test, 'Fyn');
  const heldOn = now.toISOString().slice(0, 10);
  const meeting = { regionId, heldOn, place: 'Odense', attendance: 12, minutes: 'Vi mødtes.' };
  const meetingId = await enterMeeting(rapporteur, open.id, meeting);
  const rewriteId = await writeRewrite(rapporteur, meetingId, {
    ...{ markdown: '## Havnen\n\nhemmeligomskrivning', foreword: '', scope: null }
  });

  const members = await openDocumentHearing(otherGroup, '## Kajen\n\nkunformedlemmer', {
    ...{ title: 'Kajen', audience: 'members' as const }
  });
  people.otherGroup = members.workingGroup;
  const among = await writeComment(author, members, 'kunmedlemskommentar');
  const declined = await writeComment(author, members, 'Kajen er for kort.');
  await closeHearing(members.workingGroup, members.id, '');
  await wishWithdrawal(author, declined, '');
  const inRound = { id: members.id, round: 1 };
  const wishId = (await listWaitingWishes(members.workingGroup, inRound))[0]!.id;
  await settleWish(members.workingGroup, members.id, wishId, {
    ...{ outcome: 'declined', words: 'hemmeligtafslag' }
  });
  await wishWithdrawal(author, among, 'hemmeligtoenske');
  const begun = await beginDocument(otherGroup, {
    ...{ title: 'Broen hemmeligbegyndt', summary: '', level: 'national', policyArea: 'By' },
    ...{ regionId: null, audience: 'public', proposers: [], involved: [], markdown: '# Broen' }
  });
  people.otherGroup = await contextAt(people.otherGroup, now);
  await inviteMember(administrator, {
    ...{ name: 'Nye Nina', email: 'hemmeliginvitation@example.org', regionId: null },
    ...{ isRapporteur: false, roles: [] }
  });
  await test.database
    .update(member)
    .set({ email: 'hemmeligadresse@example.org' })
    .where(eq(member.id, author.viewer!.id));
  const { blocks } = await readVersion(open.workingGroup, open.id);
  await readDocument(open.workingGroup, open.slug);
  return {
    people,
    slugs: [open.slug, members.slug, begun.slug],
    ids: [plain, hidden, withdrawn, among, declined, meetingId, rewriteId, author.viewer!.id],
    blockId: blocks[0]!.blockId,
    themeId
  };
}

/** Every address that there is a route of, filled in with all that was planted. */
function addressesOf({ slugs, ids, blockId, themeId }: Planted): string[] {
  const parameters = {
    ...{ slug: slugs, id: ids, number: ['1', '2', '3'] },
    ...{ token: [randomUUID()], path: ['findes-ikke'] }
  };
  const paths = allRoutes().flatMap(({ path }) => filled(path, parameters));
  const [slug, membersOnly] = slugs as [string, string];
  const queries = Object.keys(secrets).map((secret) => `/search?q=${secret}`);
  for (const each of [slug, membersOnly]) {
    const page = `/documents/${each}`;
    for (const sort of ['newest', 'supported', 'unanswered']) queries.push(`${page}?sort=${sort}`);
    for (const place of ['whole', 'gone', blockId]) queries.push(`${page}?place=${place}`);
    for (const id of ids)
      queries.push(`${page}?comment=${id}`, `${page}?edit=${id}&reply=${id}`, `${page}?wish=${id}`);
    queries.push(
      `${page}/inputs?theme=${themeId}`,
      `${page}/inputs?disposition=declined`,
      `${page}/inputs?wished=yes`,
      `${page}/desk?wished=yes`,
      `${page}/inputs?lacking=missing`,
      `${page}/report?round=1`,
      `${page}/likes?comment=${ids[0]}`,
      `/search?q=havnen&document=${each}`
    );
  }
  const data = paths.map((path) => `${path === '/' ? '' : path}/__data.json`);
  return [...paths, ...data, ...queries];
}

/** What is answered, of a stream its beginning; and the address that it leads to. */
async function ask(path: string, cookie: string): Promise<string> {
  const ending = new AbortController();
  const response = await fetch(forum.url + path, {
    headers: { cookie, accept: 'text/html,application/json' },
    redirect: 'manual',
    signal: ending.signal
  });
  expect(response.status, path).toBeLessThan(500);
  if (!path.endsWith('/events') || !response.ok)
    return `${response.headers.get('location') ?? ''} ${await response.text()}`;
  const { value } = await response.body!.getReader().read();
  ending.abort();
  return new TextDecoder().decode(value);
}
