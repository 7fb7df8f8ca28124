import { eq, isNotNull, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  answer,
  change,
  comment,
  document,
  hearing,
  input,
  meeting,
  member,
  rewrite
} from '#lib/server/database/tables/index.ts';
import { listInputs } from '#lib/server/hearing/inputs/list.ts';
import { limiterOf } from '#lib/server/access/limiter.ts';
import { logIn } from '#lib/server/commands/members/log-in.ts';
import { findAdoptionReview } from '#lib/server/hearing/adoption-review.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { loadDemo } from '../../demo/load.ts';
import { demoPassword, listDemoLogins } from '../../demo/logins.ts';
import { listPosts } from '../../demo/reader/lists.ts';
import { readContent } from '../../demo/reader/read.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { publicReader } from '../support/people.ts';

/** Just after midnight, when everything that is told of yesterday has only just happened. */
const now = new Date('2026-11-22T23:05:00Z');

const demo = readContent();

let forum: TestDatabase;
beforeAll(async () => {
  forum = await openTestDatabase();
  expect(await loadDemo(forum, now, demoPassword)).toBe(true);
}, 180_000);
afterAll(() => forum.close());

test('every document of the demo is in the state that its story ends in', async () => {
  const found = await forum.database
    .select({ slug: document.slug, state: document.state, round: document.round })
    .from(document)
    .orderBy(document.slug);
  expect(found).toEqual(
    demo.documents
      .map(({ slug, state, hearings }) => ({ slug, state, round: Math.max(1, hearings.length) }))
      .toSorted((one, other) => (one.slug < other.slug ? -1 : 1))
  );
});

test('the demo has every comment of its files, and nothing in it is later than now', async () => {
  const posts = demo.documents.flatMap(listPosts);
  expect(await forum.database.$count(comment)).toBe(posts.length);
  const withdrawn = posts.filter((each) => each.withdrawn).length;
  expect(await forum.database.$count(comment, isNotNull(comment.withdrawnAt))).toBe(withdrawn);
  const answers = await forum.database.select({ at: answer.answeredAt }).from(answer);
  expect(answers.filter(({ at }) => at > now)).toEqual([]);
});

test('a hearing is open, with one full rewrite, one of some sections, and a meeting with remarks only', async () => {
  const context = publicReader(forum, now);
  const open = await readDocument(context, 'doeren-staar-aaben');
  const met = await forum.database
    .select({ place: meeting.place, scope: rewrite.scope, rewrite: rewrite.id })
    .from(meeting)
    .leftJoin(rewrite, eq(rewrite.meetingId, meeting.id))
    .where(eq(meeting.hearingId, open.hearing!.id));
  expect(met).toHaveLength(3);
  expect(met.filter(({ rewrite, scope }) => rewrite && scope === null)).toHaveLength(1);
  expect(met.filter(({ scope }) => scope !== null)).toHaveLength(1);
  const { inputs } = await listInputs(context, open, { limit: 200 });
  const present = inputs.filter(({ round }) => round === open.round);
  expect(present.filter(({ kind }) => kind === 'comment').length).toBeGreaterThan(20);
  expect(present.filter(({ kind }) => kind === 'remark')).toHaveLength(4);
  expect(present.filter(({ answer }) => answer)).toEqual([]);
});

test('every reason that a region gives stands with a change, its aside in brackets too, and every change is an input', async () => {
  const reasons = demo.documents
    .flatMap(({ hearings }) => hearings.flatMap(({ meetings }) => meetings))
    .flatMap(({ rewrite }) => rewrite?.changes ?? [])
    .flatMap(({ reason }) => reason ?? []);
  const changes = await forum.database
    .select({ reason: change.reason, inputId: input.id })
    .from(change)
    .leftJoin(input, eq(input.changeId, change.id));
  expect(changes.map(({ reason }) => reason)).toEqual(expect.arrayContaining(reasons));
  const aside = 'Her har vi taget afsnittet om husråd ud';
  expect(changes.filter(({ reason }) => reason.startsWith(aside))).toHaveLength(1);
  expect(changes.filter(({ inputId }) => inputId === null)).toEqual([]);
});

test('of two reservations one is confirmed and one waits, with a figure outside them; another document is adopted in its last version', async () => {
  const context = publicReader(forum, now);
  const underWay = await readDocument(context, 'plads-til-at-blive');
  const { judgement } = (await findAdoptionReview(context, underWay))!;
  expect(judgement.reservations.map(({ state }) => state)).toEqual(['confirmed', 'waiting']);
  expect(judgement.changes.map(({ state }) => state).sort()).toEqual([
    'reserved',
    'reserved',
    'waiting'
  ]);
  const { adopted } = await readDocument(context, 'vand-man-kan-drikke');
  expect(adopted).toMatchObject({ versionNumber: 4, adoptedBy: 'Ingrid Søhøj' });
});

test('a hearing that ran out was closed by its deadline, at its time', async () => {
  const closed = await forum.database
    .select({ closesAt: hearing.closesAt, closedAt: hearing.closedAt })
    .from(hearing)
    .where(isNotNull(hearing.closedAt));
  expect(closed.length).toBeGreaterThan(3);
  for (const { closesAt, closedAt } of closed) expect(closedAt).toEqual(closesAt);
});

test('there is a login for every role, with the one password', async () => {
  const logins = await listDemoLogins(forum.database);
  expect(logins.map(({ role }) => role)).toEqual(demo.logins.map(({ role }) => role));
  const limiter = limiterOf(forum.database, 1);
  const caller = { address: '192.0.2.1', device: undefined };
  for (const { email } of logins)
    await expect(
      logIn(publicReader(forum, now), limiter, { email, password: demoPassword }, caller)
    ).resolves.toBeTruthy();
});

test('it is loaded into an empty database only', async () => {
  expect(await loadDemo(forum, now, demoPassword)).toBe(false);
  expect(await forum.database.$count(member)).toBe(demo.members.length);
});

test('a demo whose loading fails leaves nothing behind, and shows no logins', async () => {
  const other = await openTestDatabase();
  const last = demo.documents.at(-1)!;
  const { slug, title, level, policyArea, audience } = last;
  await other.database
    .insert(document)
    .values({ slug, title, level, policyArea, audience, state: 'drafting', createdAt: now });
  await expect(loadDemo(other, now, demoPassword)).rejects.toThrow();
  expect(await other.database.$count(member)).toBe(0);
  expect(await other.database.$count(document, isNull(document.createdBy))).toBe(1);
  expect(await listDemoLogins(other.database)).toEqual([]);
  await other.close();
}, 180_000);
