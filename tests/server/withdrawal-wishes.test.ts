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
let held: DocumentInHearing;
let said: string;
let reply: string;
beforeAll(async () => {
  forum = await openTestDatabase();
  [ida, bo] = [await makeMember(forum, 'Ida Holm'), await makeMember(forum, 'Bo Lind')];
});
afterAll(() => forum.close());

/** A hearing that is closed: Ida's comment, number 1, with Bo's reply, and Bo's, number 2. */
beforeEach(async () => {
  held = await openDocumentHearing(
    await makeMember(forum, `Eva ${randomUUID()}`),
    'Havnen skal have en bro.'
  );
  said = await writeComment(ida, held, 'Jeg bor på Kajvej 3.');
  reply = await writeReply(bo, said, 'Det gør jeg også.');
  await writeComment(bo, held, 'Ingen bro.');
});

test('a wish is seen by the working group and the author alone, and a wish that is sent twice is one', async () => {
  await close();
  await wishWithdrawal(ida, said, 'Min adresse.');
  await wishWithdrawal(ida, said, 'Min adresse.');
  expect(await waiting()).toMatchObject([
    { commentId: said, number: 1, name: 'Ida Holm', reason: 'Min adresse.', isReply: false }
  ]);
  expect((await listOwnWishes(ida, held.id)).get(said)).toMatchObject({ outcome: null });
  for (const other of [bo, publicReader(forum)])
    expect((await listOwnWishes(other, held.id)).size).toBe(0);
  const wished = (who: Context) => listInputs(who, place(), { filter: { wished: 'yes' } });
  expect((await wished(held.workingGroup)).inputs.map(({ number }) => number)).toEqual([1]);
  expect((await wished(bo)).inputs).toEqual([]);
  await expect(wishWithdrawal(ida, said, 'Noget andet.')).rejects.toThrow('wishWaiting');
});

test('only its author wishes, and nobody while it can simply be withdrawn', async () => {
  await expect(wishWithdrawal(ida, said, '')).rejects.toThrow('stillWithdrawable');
  await close();
  await expect(wishWithdrawal(bo, said, '')).rejects.toThrow('notAllowed');
  await expect(wishWithdrawal(publicReader(forum), said, '')).rejects.toThrow('notLoggedIn');
  await expect(wishWithdrawal(ida, said, 'a'.repeat(1001))).rejects.toThrow('textTooLong');
  expect(await waiting()).toEqual([]);
});

test('a wish that is granted takes the words away; the reply, the number and a published answer stay', async () => {
  await close();
  for (const number of [1, 2]) await answerInput(held.workingGroup, held.id, number, noted);
  await publishAnswers(held.workingGroup, held.id);
  await wishWithdrawal(ida, said, '');
  const granting = { outcome: 'granted', words: 'Det er i orden.' } as const;
  const { id } = (await waiting())[0]!;
  await settleWish(held.workingGroup, held.id, id, granting);
  await settleWish(held.workingGroup, held.id, id, granting);
  const [thread] = (await read()).shown.filter(({ first }) => first.id === said);
  expect(thread).toMatchObject({
    first: { isWithdrawn: true, html: null, answer: { disposition: 'noted' } },
    replies: [{ id: reply, html: '<p>Det gør jeg også.</p>' }]
  });
  await expect(readInput(bo, place(), 1)).rejects.toMatchObject({
    refused: 'inputWithdrawnOnWish',
    facts: { number: 1, name: 'Ida Holm', at: held.workingGroup.now }
  });
  expect((await listInputs(bo, place())).inputs.map(({ number }) => number)).toEqual([2]);
  expect(await waiting()).toEqual([]);
  expect(await listWithdrawnOnWish(publicReader(forum), held.id)).toMatchObject([
    { number: 1, isReply: false, at: held.workingGroup.now }
  ]);
  expect(await mine(said)).toMatchObject({
    ...{ html: '', number: 1, isWishable: false },
    wish: { outcome: 'granted', words: 'Det er i orden.' }
  });
});

test('a wish that is declined leaves the words, and the author reads why and may ask again', async () => {
  await close();
  await wishWithdrawal(ida, said, '');
  const settling = async (words: string) =>
    settleWish(held.workingGroup, held.id, (await waiting())[0]!.id, {
      ...{ outcome: 'declined', words }
    });
  await expect(settling('')).rejects.toThrow('wishReasonMissing');
  await settling('Andre har svaret på den.');
  expect(await mine(said)).toMatchObject({
    ...{ html: '<p>Jeg bor på Kajvej 3.</p>', isWishable: true },
    wish: { outcome: 'declined', words: 'Andre har svaret på den.' }
  });
  expect(await readInput(bo, place(), 1)).toMatchObject({ number: 1 });
  await wishWithdrawal(await contextAt(ida, soon()), said, 'Det er min adresse.');
  expect(await mine(said)).toMatchObject({ wish: { outcome: null } });
});

test('an author takes a wish back, and the working group is asked no more', async () => {
  await close();
  await expect(takeWishBack(ida, said)).rejects.toThrow('notFound');
  await wishWithdrawal(ida, said, '');
  const { id } = (await waiting())[0]!;
  await expect(takeWishBack(bo, said)).rejects.toThrow('notAllowed');
  await takeWishBack(ida, said);
  await takeWishBack(ida, said);
  expect(await waiting()).toEqual([]);
  const late = settleWish(held.workingGroup, held.id, id, { outcome: 'granted', words: '' });
  await expect(late).rejects.toThrow('wishSettled');
});

test('a reply is wished for at the input that it is said below, and goes alone', async () => {
  await close();
  await wishWithdrawal(bo, reply, '');
  const { id, ...wish } = (await waiting())[0]!;
  expect(wish).toMatchObject({ number: 1, isReply: true, name: 'Bo Lind' });
  await settleWish(held.workingGroup, held.id, id, { outcome: 'granted', words: '' });
  const [thread] = (await read()).shown.filter(({ first }) => first.id === said);
  expect(thread).toMatchObject({ first: { isWithdrawn: false }, replies: [{ isWithdrawn: true }] });
  expect((await listBacklog(held.workingGroup, place())).missing).toEqual([1, 2]);
});

test('only the working group of the document settles', async () => {
  await close();
  await wishWithdrawal(ida, said, '');
  const { id } = (await waiting())[0]!;
  const granting = { outcome: 'granted', words: '' } as const;
  await expect(settleWish(ida, held.id, id, granting)).rejects.toThrow('notAllowed');
  const other = await openDocumentHearing(
    await makeMember(forum, `Per ${randomUUID()}`),
    'Skolen.'
  );
  const elsewhere = settleWish(other.workingGroup, other.id, id, granting);
  await expect(elsewhere).rejects.toThrow('notFound');
});

test('once the report is frozen nothing changes, and the author is told that the words stay', async () => {
  await close();
  await wishWithdrawal(ida, said, '');
  await answerAllAndSubmit(held, 'Tak.');
  const { id } = (await waiting())[0]!;
  const granting = { outcome: 'granted', words: '' } as const;
  for (const late of [
    () => wishWithdrawal(ida, said, ''),
    () => takeWishBack(ida, said),
    () => settleWish(held.workingGroup, held.id, id, granting)
  ])
    await expect(late()).rejects.toThrow('wordsFrozen');
  expect(await mine(said)).toMatchObject({ isWishable: false, wish: { outcome: null } });
});

const close = () => closeHearing(held.workingGroup, held.id, '');
const place = () => ({ id: held.id, round: 1 });
const waiting = () => listWaitingWishes(held.workingGroup, place());
const soon = () => new Date(ida.now.getTime() + 60_000);

const read = async () =>
  (
    await readTextWithDebate(ida, held.id, {
      ...{ version: null, withDebate: true, place: 'whole', commentId: null }
    })
  ).whole;

const mine = async (commentId: string) =>
  (await listOwnComments(ida, null)).comments.find(({ id }) => id === commentId);

const noted = {
  ...{ disposition: 'noted' as const, markdown: 'Tak.', themeId: null },
  ...{ duplicateOf: null, referredTo: '', revision: 0 }
};
