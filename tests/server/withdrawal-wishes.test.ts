import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { answerInput } from '#lib/server/commands/desk/answer-input.ts';
import { publishAnswers } from '#lib/server/commands/desk/publish-answers.ts';
import { listOwnComments } from '#lib/server/queries/debate/own-comments.ts';
import { readTextWithDebate } from '#lib/server/queries/debate/text-with-debate.ts';
import { listOwnWishes } from '#lib/server/queries/debate/withdrawal-wishes.ts';
import { listWaitingWishes } from '#lib/server/queries/desk/waiting-wishes.ts';
import { listWithdrawnOnWish } from '#lib/server/queries/outcome/record-page.ts';
import { settleWish } from '#lib/server/commands/debate/settle-wish.ts';
import { takeWishBack } from '#lib/server/commands/debate/take-wish-back.ts';
import { wishWithdrawal } from '#lib/server/commands/debate/wish-withdrawal.ts';
import type { Context } from '#lib/server/access/context.ts';
import { closeHearing } from '#lib/server/commands/documents/close-hearing.ts';
import { listBacklog } from '#lib/server/hearing/inputs/backlog.ts';
import { listInputs, readInput } from '#lib/server/hearing/inputs/list.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  writeReply,
  openDocumentHearing,
  writeComment,
  answerAllAndSubmit,
  type DocumentInHearing
} from '../support/hearings.ts';
import { makeMember, contextAt, publicReader } from '../support/people.ts';

let forum: TestDatabase;
let ida: Context;
let bo: Context;
let opened: DocumentInHearing;
let commentId: string;
let reply: string;
beforeAll(async () => {
  forum = await openTestDatabase();
  [ida, bo] = [await makeMember(forum, 'Ida Holm'), await makeMember(forum, 'Bo Lind')];
});
afterAll(() => forum.close());

/** A hearing that is closed: Ida's comment, number 1, with Bo's reply, and Bo's, number 2. */
beforeEach(async () => {
  opened = await openDocumentHearing(
    await makeMember(forum, `Eva ${randomUUID()}`),
    'Havnen skal have en bro.'
  );
  commentId = await writeComment(ida, opened, 'Jeg bor på Kajvej 3.');
  reply = await writeReply(bo, commentId, 'Det gør jeg også.');
  await writeComment(bo, opened, 'Ingen bro.');
});

test('a wish is seen by the working group and the author alone, and a wish that is sent twice is one', async () => {
  await close();
  await wishWithdrawal(ida, commentId, 'Min adresse.');
  await wishWithdrawal(ida, commentId, 'Min adresse.');
  expect(await waiting()).toMatchObject([
    { commentId, number: 1, name: 'Ida Holm', reason: 'Min adresse.', isReply: false }
  ]);
  expect((await listOwnWishes(ida, opened.id)).get(commentId)).toMatchObject({ outcome: null });
  for (const other of [bo, publicReader(forum)])
    expect((await listOwnWishes(other, opened.id)).size).toBe(0);
  const wished = (who: Context) => listInputs(who, place(), { filter: { wished: 'yes' } });
  expect((await wished(opened.workingGroup)).inputs.map(({ number }) => number)).toEqual([1]);
  expect((await wished(bo)).inputs).toEqual([]);
  await expect(wishWithdrawal(ida, commentId, 'Noget andet.')).rejects.toThrow('wishWaiting');
});

test('only its author wishes, and nobody while it can simply be withdrawn', async () => {
  await expect(wishWithdrawal(ida, commentId, '')).rejects.toThrow('stillWithdrawable');
  await close();
  await expect(wishWithdrawal(bo, commentId, '')).rejects.toThrow('notAllowed');
  await expect(wishWithdrawal(publicReader(forum), commentId, '')).rejects.toThrow('notLoggedIn');
  await expect(wishWithdrawal(ida, commentId, 'a'.repeat(1001))).rejects.toThrow('textTooLong');
  expect(await waiting()).toEqual([]);
});

test('a wish that is granted takes the words away; the reply, the number and a published answer stay', async () => {
  await close();
  for (const number of [1, 2]) await answerInput(opened.workingGroup, opened.id, number, noted);
  await publishAnswers(opened.workingGroup, opened.id);
  await wishWithdrawal(ida, commentId, '');
  const granting = { outcome: 'granted', words: 'Det er i orden.' } as const;
  const { id } = (await waiting())[0]!;
  await settleWish(opened.workingGroup, opened.id, id, granting);
  await settleWish(opened.workingGroup, opened.id, id, granting);
  const [thread] = (await read()).shown.filter(({ first }) => first.id === commentId);
  expect(thread).toMatchObject({
    first: { isWithdrawn: true, html: null, answer: { disposition: 'noted' } },
    replies: [{ id: reply, html: '<p>Det gør jeg også.</p>' }]
  });
  await expect(readInput(bo, place(), 1)).rejects.toMatchObject({
    refused: 'inputWithdrawnOnWish',
    facts: { number: 1, name: 'Ida Holm', at: opened.workingGroup.now }
  });
  expect((await listInputs(bo, place())).inputs.map(({ number }) => number)).toEqual([2]);
  expect(await waiting()).toEqual([]);
  expect(await listWithdrawnOnWish(publicReader(forum), opened.id)).toMatchObject([
    { number: 1, isReply: false, at: opened.workingGroup.now }
  ]);
  expect(await mine(commentId)).toMatchObject({
    ...{ html: '', number: 1, isWishable: false },
    wish: { outcome: 'granted', words: 'Det er i orden.' }
  });
});

test('a wish that is declined leaves the words, and the author reads why and may ask again', async () => {
  await close();
  await wishWithdrawal(ida, commentId, '');
  const settling = async (words: string) =>
    settleWish(opened.workingGroup, opened.id, (await waiting())[0]!.id, {
      ...{ outcome: 'declined', words }
    });
  await expect(settling('')).rejects.toThrow('wishReasonMissing');
  await settling('Andre har svaret på den.');
  expect(await mine(commentId)).toMatchObject({
    ...{ html: '<p>Jeg bor på Kajvej 3.</p>', isWishable: true },
    wish: { outcome: 'declined', words: 'Andre har svaret på den.' }
  });
  expect(await readInput(bo, place(), 1)).toMatchObject({ number: 1 });
  await wishWithdrawal(await contextAt(ida, soon()), commentId, 'Det er min adresse.');
  expect(await mine(commentId)).toMatchObject({ wish: { outcome: null } });
});

test('an author takes a wish back, and the working group is asked no more', async () => {
  await close();
  await expect(takeWishBack(ida, commentId)).rejects.toThrow('notFound');
  await wishWithdrawal(ida, commentId, '');
  const { id } = (await waiting())[0]!;
  await expect(takeWishBack(bo, commentId)).rejects.toThrow('notAllowed');
  await takeWishBack(ida, commentId);
  await takeWishBack(ida, commentId);
  expect(await waiting()).toEqual([]);
  const late = settleWish(opened.workingGroup, opened.id, id, { outcome: 'granted', words: '' });
  await expect(late).rejects.toThrow('wishSettled');
});

test('a reply is wished for at the input that it is said below, and goes alone', async () => {
  await close();
  await wishWithdrawal(bo, reply, '');
  const { id, ...wish } = (await waiting())[0]!;
  expect(wish).toMatchObject({ number: 1, isReply: true, name: 'Bo Lind' });
  await settleWish(opened.workingGroup, opened.id, id, { outcome: 'granted', words: '' });
  const [thread] = (await read()).shown.filter(({ first }) => first.id === commentId);
  expect(thread).toMatchObject({ first: { isWithdrawn: false }, replies: [{ isWithdrawn: true }] });
  expect((await listBacklog(opened.workingGroup, place())).missing).toEqual([1, 2]);
});

test('only the working group of the document settles', async () => {
  await close();
  await wishWithdrawal(ida, commentId, '');
  const { id } = (await waiting())[0]!;
  const granting = { outcome: 'granted', words: '' } as const;
  await expect(settleWish(ida, opened.id, id, granting)).rejects.toThrow('notAllowed');
  const other = await openDocumentHearing(
    await makeMember(forum, `Per ${randomUUID()}`),
    'Skolen.'
  );
  const elsewhere = settleWish(other.workingGroup, other.id, id, granting);
  await expect(elsewhere).rejects.toThrow('notFound');
});

test('once the report is frozen nothing changes, and the author is told that the words stay', async () => {
  await close();
  await wishWithdrawal(ida, commentId, '');
  await answerAllAndSubmit(opened, 'Tak.');
  const { id } = (await waiting())[0]!;
  const granting = { outcome: 'granted', words: '' } as const;
  for (const late of [
    () => wishWithdrawal(ida, commentId, ''),
    () => takeWishBack(ida, commentId),
    () => settleWish(opened.workingGroup, opened.id, id, granting)
  ])
    await expect(late()).rejects.toThrow('wordsFrozen');
  expect(await mine(commentId)).toMatchObject({ isWishable: false, wish: { outcome: null } });
});

const close = () => closeHearing(opened.workingGroup, opened.id, '');
const place = () => ({ id: opened.id, round: 1 });
const waiting = () => listWaitingWishes(opened.workingGroup, place());
const soon = () => new Date(ida.now.getTime() + 60_000);

const read = async () =>
  (
    await readTextWithDebate(ida, opened.id, {
      ...{ version: null, withDebate: true, place: 'whole', commentId: null }
    })
  ).whole;

const mine = async (commentId: string) =>
  (await listOwnComments(ida, null)).comments.find(({ id }) => id === commentId);

const noted = {
  ...{ disposition: 'noted' as const, markdown: 'Tak.', themeId: null },
  ...{ duplicateOf: null, referredTo: '', revision: 0 }
};
