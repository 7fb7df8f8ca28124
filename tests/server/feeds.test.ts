import { afterAll, beforeAll, expect, test } from 'vitest';
import { withdrawComment } from '#lib/server/commands/debate/withdraw-comment.ts';
import type { Context } from '#lib/server/access/context.ts';
import { decide } from '#lib/server/commands/outcome/decide.ts';
import { answerFeed } from '#lib/server/http/feed.ts';
import { toAtom } from '#lib/server/http/atom.ts';
import { readDocumentFeed, readForumFeed } from '#lib/server/queries/feeds/feeds.ts';
import { hideComment } from '#lib/server/commands/debate/hide-comment.ts';
import { showComment } from '#lib/server/commands/debate/show-comment.ts';
import { enterMeeting } from '#lib/server/commands/regions/enter-meeting.ts';
import { postRewrite } from '#lib/server/commands/regions/post-rewrite.ts';
import { writeRewrite } from '#lib/server/commands/regions/write-rewrite.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  writeReply,
  openDocumentHearing,
  writeComment,
  closeAndSubmit,
  type DocumentInHearing
} from '../support/hearings.ts';
import { makeMember, findOrMakeRegion, publicReader } from '../support/people.ts';

let forum: TestDatabase;
let ida: Context;
let bo: Context;
let ada: Context;
let havnen: DocumentInHearing;

beforeAll(async () => {
  forum = await openTestDatabase();
  ida = await makeMember(forum, 'Ida Vang');
  bo = await makeMember(forum, 'Bo Lund', { rapporteurOf: 'Fyn' });
  ada = await makeMember(forum, 'Ada Dahl', { roles: ['administrator', 'politiskForum'] });
  havnen = await openDocumentHearing(ida, '# Havn & kaj\n\nKajen er for alle.', {
    title: 'Havn & kaj'
  });
});
afterAll(() => forum.close());

const place = { origin: 'https://lydhoer.example', locale: 'da' };
const documentXml = async (who: Context, { slug }: DocumentInHearing) =>
  toAtom(await readDocumentFeed(who, slug), place);

test('a document’s feed has its steps, versions, comments, replies and rewrites, the newest first', async () => {
  const first = await writeComment(at(bo, 1), havnen, 'Lad os **fiske** & <b>sejle</b>.');
  await writeReply(at(ida, 2), first, 'Gerne.');
  const meetingId = await enterMeeting(at(bo, 3), havnen.id, {
    regionId: await findOrMakeRegion(forum, 'Fyn'),
    ...{ heldOn: '2026-03-01', place: 'Ringe', attendance: 9, minutes: '' }
  });
  const words = { markdown: '# Havnen\n\nKajen er for båd og folk.', foreword: '', scope: null };
  const rewriteId = await writeRewrite(at(bo, 3), meetingId, words);
  await postRewrite(at(bo, 4), rewriteId, 1);
  const feed = await readDocumentFeed(publicReader(forum), havnen.slug);
  const kinds = feed.events.map(({ kind }) => kind);
  expect(kinds.slice(0, 3)).toEqual(['rewrite', 'comment', 'comment']);
  expect(kinds.toSorted()).toEqual(
    ['rewrite', 'comment', 'comment', 'step', 'step', 'version'].toSorted()
  );
  expect(feed.updated).toEqual(at(bo, 4).now);
});

test('a name or words that turn the direction of what follows do not turn it in a feed', async () => {
  const turned = await makeMember(forum, 'Evil \u202egnuL oB');
  await writeComment(at(turned, 5), havnen, 'Kajen er \u202elang.');
  const xml = await documentXml(publicReader(forum), havnen);
  expect(xml).toContain('<name>Evil gnuL oB</name>');
  expect(xml).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
});

test('text is escaped once, addresses are absolute, and every entry has an identity of its own', async () => {
  await writeComment(at(bo, 5), havnen, 'Tegn:\u0007 \ud800 ]]> &amp; "x"');
  const xml = await documentXml(publicReader(forum), havnen);
  expect(xml).toContain('Havn &amp; kaj');
  expect(xml).toContain('&lt;strong&gt;fiske&lt;/strong&gt;');
  // eslint-disable-next-line no-control-regex -- these are what XML refuses
  expect(xml).not.toMatch(/[\u0000-\u0008\ud800]/u);
  const links = [...xml.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!);
  expect(links.filter((href) => !href.startsWith('https://lydhoer.example/'))).toEqual([]);
  const ids = [...xml.matchAll(/<id>([^<]*)<\/id>/g)].map(([, id]) => id!);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^urn:uuid:[0-9a-f-]{36}$/.test(id))).toBe(true);
});

test('hidden and withdrawn words are in no feed, and a reader that kept them is told of the change', async () => {
  const hidden = await writeComment(at(bo, 6), havnen, 'Et grimt ord: pjaltehoved.');
  const withdrawn = await writeComment(at(bo, 7), havnen, 'Et fortrudt ord: skvadderrøv.');
  const before = await readDocumentFeed(publicReader(forum), havnen.slug);
  expect(toAtom(before, place)).toMatch(/skvadderrøv[^]*pjaltehoved/);
  await hideComment(at(ada, 8), hidden, 'Skældsord.');
  await withdrawComment(at(bo, 9), withdrawn);
  for (const who of [publicReader(forum), bo, ada]) {
    const xml = await documentXml(who, havnen);
    expect(xml).not.toMatch(/pjaltehoved|skvadderrøv/);
  }
  const after = await readDocumentFeed(publicReader(forum), havnen.slug);
  expect(after.updated).toEqual(at(bo, 9).now);
  const since = { 'if-modified-since': before.updated.toUTCString() };
  expect(answerFeed(asked(since), after, place).status).toBe(200);
  await showComment(at(ada, 10), hidden);
  expect(await documentXml(publicReader(forum), havnen)).toContain('pjaltehoved');
});

test('a reader that has the feed already is answered 304, by its tag or by its time', async () => {
  const feed = await readForumFeed(publicReader(forum));
  const first = answerFeed(asked({}), feed, place);
  expect(first.status).toBe(200);
  expect(first.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  const tag = first.headers.get('etag')!;
  const modified = first.headers.get('last-modified')!;
  const answered = (headers: Record<string, string>) =>
    answerFeed(asked(headers), feed, place).status;
  expect(answered({ 'if-none-match': tag })).toBe(304);
  expect(answered({ 'if-none-match': `"other", ${tag}` })).toBe(304);
  expect(answered({ 'if-none-match': '"other"', 'if-modified-since': modified })).toBe(200);
  expect(answered({ 'if-modified-since': modified })).toBe(304);
  expect(answered({ 'if-modified-since': 'Sun, 01 Mar 2026 00:00:00 GMT' })).toBe(200);
  expect(answered({ 'if-modified-since': 'in the morning' })).toBe(200);
  expect(await answerFeed(asked({ 'if-none-match': tag }), feed, place).text()).toBe('');
});

test('a document for members is in a member’s feed, and in no public one', async () => {
  const inner = await openDocumentHearing(ida, '# Skoven\n\nBøgene.', {
    title: 'Skoven',
    audience: 'members'
  });
  await expect(readDocumentFeed(publicReader(forum), inner.slug)).rejects.toThrow('notFound');
  expect(toAtom(await readForumFeed(publicReader(forum)), place)).not.toContain('Skoven');
  expect(toAtom(await readForumFeed(bo), place)).toContain('Skoven');
  expect(await documentXml(bo, inner)).toContain('Skoven');
});

test('a decision is one entry of the feed, in the words of Politisk Forum', async () => {
  const fen = await openDocumentHearing(ida, '# Mosen\n\nTørven graves ikke.', { title: 'Mosen' });
  await closeAndSubmit(fen, 'Tak.');
  const { events: before } = await readDocumentFeed(publicReader(forum), fen.slug);
  expect(before.filter(({ kind }) => kind === 'decision')).toEqual([]);
  await decide(ada, fen.id, {
    outcome: 'returned',
    reason: 'Mål vandet *først*.',
    reservations: []
  });
  const xml = await documentXml(publicReader(forum), fen);
  expect(xml.match(/Sendt tilbage: Mosen/g)).toHaveLength(1);
  expect(xml).toContain('&lt;em&gt;først&lt;/em&gt;');
});

const at = (who: Context, hour: number): Context => ({
  ...who,
  now: new Date(Date.UTC(2026, 2, 3, hour))
});

const asked = (headers: Record<string, string>) =>
  new Request('https://lydhoer.example/feed.xml', { headers });
