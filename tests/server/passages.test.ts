import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Hunk } from '#lib/domain/document/diff/diff.ts';
import type { DebateComment } from '#lib/domain/hearing/debate.ts';
import { postComment } from '#lib/server/commands/debate/post-comment.ts';
import { withdrawComment } from '#lib/server/commands/debate/withdraw-comment.ts';
import { describeInputs } from '#lib/server/queries/desk/inputs-api.ts';
import { readInput } from '#lib/server/hearing/inputs/list.ts';
import type { PassageChoice } from '#lib/domain/hearing/passage-choice.ts';
import { setPassage } from '#lib/server/commands/debate/set-passage.ts';
import { listUncertainPassages } from '#lib/server/queries/debate/uncertain-passages-page.ts';
import { listOwnComments } from '#lib/server/queries/debate/own-comments.ts';
import { readPassagePage } from '#lib/server/queries/debate/passage-page.ts';

import { readTextWithDebate } from '#lib/server/queries/debate/text-with-debate.ts';
import type { Context } from '#lib/server/access/context.ts';
import { passageCorrection } from '#lib/server/database/tables/index.ts';
import { readVersion } from '#lib/server/text/versions.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { closeHearing } from '#lib/server/commands/documents/close-hearing.ts';
import { openActivity } from '#lib/server/cache/activity.ts';
import { hideComment } from '#lib/server/commands/debate/hide-comment.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  writeReply,
  openDocumentHearing,
  publishText,
  type DocumentInHearing
} from '../support/hearings.ts';
import { makeMember, publicReader } from '../support/people.ts';

let forum: TestDatabase;
let ida: Context;
let bo: Context;
let administrator: Context;
let opened: DocumentInHearing;
let commentId: string;

const path = 'Stien langs dammen holdes fri for grene, så alle kan gå der om aftenen.';
const bench = 'På broen stilles tre nye bænke op mod syd, hvor der er læ for vinden.';
const lamp = 'Lygterne tændes først, når solen er gået ned.';
/** The words that Ida marks, in a paragraph that came of nothing. */
const grill =
  'Ved skuret, hvor børnene leger om sommeren, har naboerne længe ønsket sig tre nye bænke op mod syd, et langbord af lærk og en muret grill.';
const begun = [path, bench, lamp].join('\n\n');

/** The words that Ida marks, in other words than before. */
const lost = begun.replace('tre nye bænke op mod syd', 'nogle siddepladser');

beforeAll(async () => {
  forum = await openTestDatabase();
  ida = await makeMember(forum, 'Ida Holm');
  bo = await makeMember(forum, 'Bo Lind');
  administrator = await makeMember(forum, 'Anna Ager', { roles: ['administrator'] });
});
afterAll(() => forum.close());

beforeEach(async () => {
  opened = await openDocumentHearing(await makeMember(forum, `Eva ${randomUUID()}`), begun);
  commentId = await mark(ida, 'tre nye bænke op mod syd', 'Fem ville være bedre.');
  await writeReply(bo, commentId, 'Enig.');
  await closeHearing(opened.workingGroup, opened.id, '');
});

test('the author says which words are meant now, and the card says who said it', async () => {
  await publishText(opened, lost);
  expect((await card()).quote).toMatchObject({ status: 'lost', at: null, correction: null });

  await set(ida, { type: 'words', words: 'nogle siddepladser' });
  const { quote } = await card();
  expect(quote).toMatchObject({ exact: 'tre nye bænke op mod syd', status: 'found' });
  expect(await wordsAt(quote)).toBe('nogle siddepladser');
  expect(quote!.correction).toMatchObject({
    ...{ by: 'Ida Holm', versionNumber: 2, words: 'nogle siddepladser' }
  });
});

test('the version it was written on, and those before the correction, show what they showed', async () => {
  await publishText(opened, lost);
  await publishText(opened, lost.replace('Lygterne', 'Lamperne'));
  await set(ida, { type: 'words', words: 'nogle siddepladser' });
  expect((await card(1)).quote).toMatchObject({ status: 'found', correction: null });
  expect((await card(2)).quote).toMatchObject({ status: 'lost', correction: null });
  expect((await card(3)).quote).toMatchObject({ status: 'found' });
});

test('in later versions a corrected passage is looked for by its corrected words', async () => {
  await publishText(opened, lost);
  await set(ida, { type: 'words', words: 'nogle siddepladser' });
  await publishText(opened, lost.replace('siddepladser', 'gode siddepladser'));
  const { quote } = await card();
  expect(quote!.status).toBe('found');
  expect(await wordsAt(quote)).toBe('nogle gode siddepladser');
  await publishText(opened, lost.replace('stilles nogle siddepladser', 'sættes et bord'));
  expect((await card()).quote).toMatchObject({ status: 'lost', correction: { by: 'Ida Holm' } });
});

test('somebody of the working group sets it right too, and the last word counts', async () => {
  await publishText(opened, lost);
  await set(ida, { type: 'words', words: 'nogle siddepladser' });
  await set(opened.workingGroup, { type: 'paragraph', blockId: await blockOf('siddepladser') });
  const { quote } = await card();
  expect(quote).toMatchObject({ status: 'paragraph', at: null });
  expect(quote!.correction!.by).toMatch(/^Eva/);
  const { corrections } = await page(ida);
  expect(corrections.map(({ words }) => words)).toEqual([null, 'nogle siddepladser']);
});

test('a passage that is gone is left on its version, and says so from then on', async () => {
  await publishText(opened, lost);
  await set(opened.workingGroup, { type: 'gone' });
  await publishText(opened, begun);
  expect((await card()).quote).toMatchObject({ status: 'gone', at: null });
  expect((await card(1)).quote).toMatchObject({ status: 'found' });
});

test('a comment whose words went to another paragraph goes there with its thread, by a person’s word', async () => {
  await publishText(opened, [path, lamp, grill].join('\n\n'));
  expect(await talkOf('bænke')).toEqual([]);
  const { suggestions, now } = await page(ida);
  expect(now.blocks).toEqual([]);
  expect(suggestions).toMatchObject([{ isElsewhere: true, words: 'tre nye bænke op mod syd' }]);

  const { blockId, start, end } = suggestions[0]!;
  await set(ida, { type: 'place', blockId, start, end });
  expect(await talkOf('bænke')).toEqual([commentId]);
  const text = await readTextWithDebate(ida, opened.id, { ...newest, version: null });
  expect(text.gone).toMatchObject({ threadCount: 0, commentCount: 0 });
  expect(text.blocks.find((block) => block.blockId === blockId)!.threadList).toMatchObject({
    ...{ threadCount: 1, commentCount: 2 }
  });
});

test('of a paragraph that was split, all parts are shown and searched', async () => {
  const [left, right] = [
    'På broen stilles tre nye bænke op.',
    'De vender mod syd, hvor der er læ for vinden.'
  ];
  await publishText(opened, [path, left, right, lamp].join('\n\n'));
  const { now, suggestions } = await page(ida);
  expect(now.blocks.map(({ number }) => number).sort()).toEqual([2, 3]);
  expect(suggestions[0]).toMatchObject({ isElsewhere: false, number: 2 });
});

test('words that stand nowhere, or in two places, are refused, and nothing is written', async () => {
  await publishText(opened, `${lost}\n\nNogle siddepladser får læ. Nogle siddepladser får ikke.`);
  const words = (words: string) => set(ida, { type: 'words', words });
  await expect(words('fire gynger')).rejects.toThrow('passageNotInVersion');
  await expect(words('siddepladser får')).rejects.toThrow('quoteAmbiguous');
  const elsewhere = { type: 'paragraph' as const, blockId: randomUUID() };
  await expect(set(ida, elsewhere)).rejects.toThrow('notFound');
  const beyond = { start: 0, end: 5000, blockId: await blockOf('siddepladser') };
  await expect(set(ida, { type: 'place', ...beyond })).rejects.toThrow('notFound');
  expect(await written()).toBe(0);
});

test('another member and a stranger may neither see the page nor set it right', async () => {
  await publishText(opened, lost);
  await expect(page(bo)).rejects.toThrow('notAllowed');
  await expect(set(bo, { type: 'gone' })).rejects.toThrow('notAllowed');
  await expect(page(publicReader(forum))).rejects.toThrow('notLoggedIn');
  await expect(set(publicReader(forum), { type: 'gone' })).rejects.toThrow('notLoggedIn');
  await expect(set(administrator, { type: 'gone' })).rejects.toThrow('notAllowed');
});

test('a comment that is hidden, withdrawn, of another document or without a passage is not found', async () => {
  const other = await openDocumentHearing(await makeMember(forum, `Per ${randomUUID()}`), begun);
  const elsewhere = readPassagePage(ida, await readDocument(ida, other.slug), commentId);
  await expect(elsewhere).rejects.toThrow('notFound');
  const plain = await postComment(ida, other.id, { ...plainWords, blockId: null, passage: null });
  const without = readPassagePage(ida, await readDocument(ida, other.slug), plain);
  await expect(without).rejects.toThrow('notFound');

  await hideComment(administrator, commentId, 'Det er reklame.');
  await expect(page(ida)).rejects.toThrow('notFound');
  await expect(set(opened.workingGroup, { type: 'gone' })).rejects.toThrow('notFound');
});

test('on the version that it was written on, there is nothing to set right', async () => {
  await expect(set(ida, { type: 'gone' })).rejects.toThrow('passageNotMoved');
});

test('a withdrawn comment is not found', async () => {
  opened = await openDocumentHearing(await makeMember(forum, `Eva ${randomUUID()}`), begun);
  commentId = await mark(ida, 'tre nye bænke', 'Nej.');
  await withdrawComment(ida, commentId);
  await expect(set(ida, { type: 'gone' })).rejects.toThrow('notFound');
});

test('whoever answers after somebody else, or after a newer version, is refused', async () => {
  await publishText(opened, lost);
  const seen = { versionNumber: 2, revision: 0 };
  await setPassage(opened.workingGroup, opened.id, commentId, {
    choice: { type: 'gone' },
    ...seen
  });
  const late = setPassage(ida, opened.id, commentId, { choice: { type: 'gone' }, ...seen });
  await expect(late).rejects.toThrow('stale');
  await publishText(opened, begun);
  const older = setPassage(ida, opened.id, commentId, {
    ...{ choice: { type: 'gone' as const }, versionNumber: 2, revision: 1 }
  });
  await expect(older).rejects.toThrow('stale');
  expect(await written()).toBe(1);
});

test('the input and what programs are given say where the passage was set, unless the comment is hidden', async () => {
  await publishText(opened, lost);
  await set(ida, { type: 'words', words: 'nogle siddepladser' });
  const blockId = await blockOf('siddepladser');
  const given = async () =>
    (await describeInputs(bo, opened.slug, { cursor: 0, limit: 50 })).inputs[0]!;
  expect((await given()).passage).toEqual({
    ...{ block: blockId, version: 2, words: 'nogle siddepladser', by: 'Ida Holm' }
  });
  expect((await readInput(bo, { id: opened.id, round: 1 }, 1)).passage).toMatchObject({ blockId });
  await hideComment(administrator, commentId, 'Det er reklame.');
  expect((await given()).passage).toBeNull();
});

test('the working group sees every uncertain passage, a member the member’s own, until somebody corrects it', async () => {
  await publishText(opened, lost);
  const listed = async (who: Context) => {
    const { passages } = await listUncertainPassages(who, await readDocument(who, opened.slug));
    return passages.map(({ id, status }) => ({ id, status }));
  };
  expect(await listed(opened.workingGroup)).toEqual([{ id: commentId, status: 'lost' }]);
  expect(await listed(ida)).toEqual([{ id: commentId, status: 'lost' }]);
  expect(await listed(bo)).toEqual([]);
  await expect(listed(publicReader(forum))).rejects.toThrow('notLoggedIn');
  await set(ida, { type: 'gone' });
  expect(await listed(opened.workingGroup)).toEqual([]);
});

test('a passage of a removed paragraph is uncertain only if its words may be elsewhere', async () => {
  const listed = async () =>
    (await listUncertainPassages(ida, await readDocument(ida, opened.slug))).passages.length;
  await publishText(opened, [path, lamp].join('\n\n'));
  expect(await listed()).toBe(0);
  await publishText(opened, [path, lamp, grill].join('\n\n'));
  expect(await listed()).toBe(1);
});

test('the member’s page compares the paragraph of a comment with those that it became', async () => {
  await publishText(opened, [path, `${bench} ${lamp}`].join('\n\n'));
  const mine = async () =>
    (await listOwnComments(ida, null)).comments.find(({ id }) => id === commentId)!;
  const added = (await mine()).since as Hunk[];
  expect(added.filter(({ type }) => type === 'deleted')).toEqual([]);
  expect((await mine()).mayBeCorrected).toBe(true);
  await publishText(opened, path);
  expect((await mine()).since).toBe('gone');
});

test('a passage set right is told to the pages that are kept', async () => {
  await publishText(opened, lost);
  const activity = openActivity(forum.database);
  const before = (await activity(opened.slug))!;
  await set(ida, { type: 'gone' });
  expect(await activity(opened.slug)).toBe(before + 1);
});

const newest = { withDebate: true, place: null, commentId: null };
const plainWords = { markdown: 'Godt.', formKey: randomUUID(), kind: null, wording: null };

/** Comments on the words in their paragraph of the version in hearing. */
async function mark(who: Context, words: string, markdown: string): Promise<string> {
  const blockId = await blockOf(words);
  return postComment(who, opened.id, {
    ...{
      blockId,
      passage: { words, near: null },
      markdown,
      kind: null,
      wording: null,
      formKey: randomUUID()
    }
  });
}

async function blockOf(words: string): Promise<string> {
  const { blocks } = await readVersion(opened.workingGroup, opened.id);
  return blocks.find(({ text }) => text.includes(words))!.blockId;
}

const page = async (who: Context) =>
  readPassagePage(who, await readDocument(who, opened.slug), commentId);

/** Sets it right on the page as it stands at this moment. */
async function set(who: Context, choice: PassageChoice) {
  const { now, revision } = await page(opened.workingGroup);
  await setPassage(who, opened.id, commentId, {
    choice,
    versionNumber: now.versionNumber,
    revision
  });
}

/** Ida's comment as a version shows it. */
async function card(version: number | null = null): Promise<DebateComment> {
  const { blocks, gone } = await readTextWithDebate(ida, opened.id, { ...newest, version });
  const threads = [...blocks.map(({ threadList }) => threadList), gone].flatMap(
    ({ shown }) => shown
  );
  return threads.map(({ first }) => first).find(({ id }) => id === commentId)!;
}

async function wordsAt(quote: DebateComment['quote']): Promise<string> {
  const { blockId, start, end } = quote!.at!;
  const { blocks } = await readVersion(ida, opened.id);
  return blocks.find((block) => block.blockId === blockId)!.text.slice(start, end);
}

async function talkOf(words: string): Promise<string[]> {
  const { blocks } = await readTextWithDebate(ida, opened.id, { ...newest, version: null });
  const { threadList } = blocks.find(({ text }) => text.includes(words))!;
  return threadList.shown.map(({ first }) => first.id);
}

const written = () =>
  forum.database.$count(passageCorrection, eq(passageCorrection.commentId, commentId));
