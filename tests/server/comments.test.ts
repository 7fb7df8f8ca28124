import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DebateComment } from '#lib/domain/hearing/debate.ts';
import { answerInput } from '#lib/server/commands/desk/answer-input.ts';
import { publishAnswers } from '#lib/server/commands/desk/publish-answers.ts';
import { postComment, type NewComment } from '#lib/server/commands/debate/post-comment.ts';
import { replyTo } from '#lib/server/commands/debate/reply.ts';
import { editComment } from '#lib/server/commands/debate/edit-comment.ts';
import { withdrawComment } from '#lib/server/commands/debate/withdraw-comment.ts';
import { listLikers } from '#lib/server/queries/debate/likers-page.ts';
import { addLike, removeLike } from '#lib/server/commands/debate/like.ts';
import { listDebate } from '#lib/server/queries/debate/debate-list.ts';

import { readCommentHistory } from '#lib/server/queries/debate/comment-history-page.ts';
import { readTextWithDebate, type TextAsked } from '#lib/server/queries/debate/text-with-debate.ts';
import type { Context } from '#lib/server/access/context.ts';
import { comment, concealment, input, like } from '#lib/server/database/tables/index.ts';
import { beginDocument } from '#lib/server/commands/documents/begin-document.ts';
import { saveDraft } from '#lib/server/commands/documents/save-draft.ts';
import { publishVersion } from '#lib/server/commands/documents/publish-version.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { closeHearing } from '#lib/server/commands/documents/close-hearing.ts';
import { openHearing } from '#lib/server/commands/documents/open-hearing.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { makeMember, contextAt, publicReader, today } from '../support/people.ts';

let forum: TestDatabase;
let proposer: Context;
let ida: Context;
let bo: Context;
let id: string;
let slug: string;

beforeAll(async () => {
  forum = await openTestDatabase();
  [ida, bo] = [await makeMember(forum, 'Ida Holm'), await makeMember(forum, 'Bo Lind')];
});
afterAll(() => forum.close());

const text = `# Havnen

Havnen skal være åben for alle. Kajen hører til byen, og byen hører til kajen.

Der skal plantes træer langs molen.

- Badebroen repareres før sommer.
- Bænkene flyttes ud i solen.`;

beforeEach(async () => {
  proposer = await makeMember(forum, `Eva ${randomUUID()}`);
  ({ id, slug } = await beginDocument(proposer, {
    title: 'Havnen',
    summary: '',
    level: 'municipality',
    policyArea: 'Byen',
    regionId: null,
    audience: 'public',
    proposers: [],
    involved: [],
    markdown: text
  }));
  proposer = await contextAt(proposer, today);
  await publish(1);
  await openHearing(proposer, id, {
    opensAt: today,
    closesAt: at(14),
    reasonForShortPeriod: '',
    invited: []
  });
});

test('a comment stands at its paragraph, and is an input to be answered', async () => {
  const commentId = await say(ida, 'træer', 'Gerne lindetræer.');
  expect(await talkAt('træer')).toMatchObject([
    { name: 'Ida Holm', html: '<p>Gerne lindetræer.</p>' }
  ]);
  expect(await inputsOf(commentId)).toMatchObject([{ number: 1, withdrawnAt: null }]);
});

test('nobody who is not logged in can comment, reply or like', async () => {
  const commentId = await say(ida, 'træer', 'Ja.');
  const passerBy = publicReader(forum);
  await expect(say(passerBy, 'træer', 'Hej')).rejects.toThrow('notLoggedIn');
  await expect(replyTo(passerBy, commentId, words('Hej'))).rejects.toThrow('notLoggedIn');
  await expect(addLike(passerBy, { commentId })).rejects.toThrow('notLoggedIn');
  await expect(listLikers(passerBy, id, { commentId })).rejects.toThrow('notLoggedIn');
});

test('comments, replies, likes and edits are taken only while the hearing is open', async () => {
  const commentId = await say(ida, 'træer', 'Ja.');
  const late = await contextAt(ida, at(15));
  await expect(say(late, 'træer', 'For sent')).rejects.toThrow('hearingNotOpen');
  await expect(replyTo(late, commentId, words('For sent'))).rejects.toThrow('hearingNotOpen');
  await expect(addLike(late, { commentId })).rejects.toThrow('hearingNotOpen');
  await expect(editComment(late, commentId, { markdown: 'x', revision: 1 })).rejects.toThrow(
    'hearingNotOpen'
  );
});

test('a form sent twice makes one comment', async () => {
  const form = await commentOn(ida, 'træer', 'Én gang.');
  expect(await postComment(ida, id, form)).toBe(await postComment(ida, id, form));
  expect(await talkAt('træer')).toHaveLength(1);
  const reply = words('Ét svar.');
  const [commentId] = await talkAt('træer');
  expect(await replyTo(bo, commentId!.id, reply)).toBe(await replyTo(bo, commentId!.id, reply));
});

test('other words from the same form, after a step back, are another comment and another reply', async () => {
  const form = await commentOn(ida, 'træer', 'Først dette.');
  const first = await postComment(ida, id, form);
  const second = await postComment(ida, id, { ...form, markdown: 'Så dette.' });
  expect(second).not.toBe(first);
  expect(await inputsOf(second)).toMatchObject([{ number: 2 }]);
  const reply = words('Et svar.');
  const answered = await replyTo(bo, first, reply);
  expect(await replyTo(bo, first, { ...reply, markdown: 'Et svar til.' })).not.toBe(answered);
  expect(await replyTo(bo, second, reply)).not.toBe(answered);
});

test('the same words from the same form make a new comment once the first was reworded or withdrawn', async () => {
  const form = await commentOn(ida, 'træer', 'Sagt før.');
  const first = await postComment(ida, id, form);
  await editComment(ida, first, { markdown: 'Noget andet.', revision: 1 });
  const second = await postComment(ida, id, form);
  expect(second).not.toBe(first);
  expect(await postComment(ida, id, form)).toBe(second);
  await withdrawComment(ida, second);
  const third = await postComment(ida, id, form);
  expect([first, second]).not.toContain(third);
  expect(await postComment(ida, id, form)).toBe(third);
  expect(await inputsOf(third)).toMatchObject([{ number: 3 }]);
});

test('one likes once, takes it back, and the names can be read by members', async () => {
  const commentId = await say(ida, 'træer', 'Ja.');
  await addLike(bo, { commentId });
  await addLike(bo, { commentId });
  expect(await talkAt('træer', bo)).toMatchObject([{ likes: 1, liked: true }]);
  expect(await talkAt('træer', ida)).toMatchObject([{ likes: 1, liked: false }]);
  expect(await listLikers(ida, id, { commentId })).toMatchObject([{ name: 'Bo Lind' }]);
  await removeLike(bo, { commentId });
  expect(await forum.database.$count(like, eq(like.commentId, commentId))).toBe(0);
});

test('an edited comment keeps its earlier words, and who edits a stale form is told', async () => {
  const commentId = await say(ida, 'træer', 'Birk.');
  await editComment(ida, commentId, { markdown: 'Bøg.', revision: 1 });
  await expect(editComment(ida, commentId, { markdown: 'Eg.', revision: 1 })).rejects.toThrow(
    'stale'
  );
  const { texts } = await readCommentHistory(ida, await readDocument(ida, slug), commentId);
  expect(texts.map(({ html }) => html)).toEqual(['<p>Birk.</p>', '<p>Bøg.</p>']);
});

test('only its author edits or withdraws a comment', async () => {
  const commentId = await say(ida, 'træer', 'Mit.');
  await expect(editComment(bo, commentId, { markdown: 'Dit.', revision: 1 })).rejects.toThrow(
    'notAllowed'
  );
  await expect(withdrawComment(bo, commentId)).rejects.toThrow('notAllowed');
});

test('a withdrawn comment is gone with its words, keeps its replies, and need not be answered', async () => {
  const commentId = await say(ida, 'træer', 'Fortrudt.');
  await replyTo(bo, commentId, words('Et svar, der bliver.'));
  await withdrawComment(ida, commentId);
  const [thread] = (await blockWith('træer')).threadList.shown;
  expect(thread!.first).toMatchObject({ isWithdrawn: true, html: null });
  expect(thread!.replies).toMatchObject([{ html: '<p>Et svar, der bliver.</p>' }]);
  expect((await inputsOf(commentId))[0]!.withdrawnAt).toEqual(today);
  await expect(addLike(bo, { commentId })).rejects.toThrow('notFound');
});

test('a withdrawn comment that nobody answered leaves no trace in the text', async () => {
  await withdrawComment(ida, await say(ida, 'træer', 'Fortrudt.'));
  expect(await talkAt('træer')).toEqual([]);
});

test('a thread in which everything is withdrawn leaves no trace in the text or the lists', async () => {
  const { blockId } = await blockWith('træer');
  const commentId = await say(ida, 'træer', 'Fortrudt.');
  const onTheWhole = { blockId: null, passage: null, kind: null, wording: null };
  const answered = await postComment(ida, id, { ...words('Også.'), ...onTheWhole });
  const reply = await replyTo(bo, commentId, words('Også fortrudt.'));
  const deep = await replyTo(ida, reply, words('Et svar, der bliver.'));
  const other = await replyTo(bo, answered, words('Ja.'));
  for (const [author, id] of [
    [ida, commentId],
    [bo, reply],
    [ida, answered],
    [bo, other]
  ] as const)
    await withdrawComment(author, id);
  const found = async () => ({
    text: (await blockWith('træer', { place: blockId })).threadList,
    whole: (await read(ida, { place: 'whole' })).whole,
    newest: (await listDebate(ida, id, 'newest', null)).threads.map(({ first }) => first.id),
    supported: (await listDebate(ida, id, 'supported', null)).threads.map(({ first }) => first.id)
  });
  const empty = { threadCount: 0, commentCount: 0, shown: [] };
  expect(await found()).toMatchObject({
    ...{
      text: { threadCount: 1, commentCount: 1, shown: [{ first: { id: commentId } }] },
      whole: empty
    },
    ...{ newest: [commentId], supported: [commentId] }
  });
  await withdrawComment(ida, deep);
  expect(await found()).toEqual({ text: empty, whole: empty, newest: [], supported: [] });
});

test('a withdrawn comment stands with the answer that was published to it', async () => {
  const commentId = await say(ida, 'træer', 'Fortrudt.');
  const { number } = (await inputsOf(commentId))[0]!;
  await answerInput(proposer, id, number, {
    ...{ disposition: 'noted', markdown: 'Tak.', themeId: null, duplicateOf: null },
    ...{ referredTo: '', revision: 0 }
  });
  await withdrawComment(ida, commentId);
  expect(await talkAt('træer')).toEqual([]);
  await closeHearing(proposer, id, '');
  await publishAnswers(proposer, id);
  const { threadList } = await blockWith('træer');
  expect(threadList).toMatchObject({
    threadCount: 1,
    shown: [{ first: { html: null, isWithdrawn: true } }]
  });
  expect(threadList.shown[0]!.first.answer).toMatchObject({ disposition: 'noted' });
});

test('a hidden comment shows its reason and none of its words', async () => {
  const commentId = await say(ida, 'træer', 'Noget grimt.');
  const hiddenBy = proposer.viewer!.id;
  await forum.database
    .insert(concealment)
    .values({ commentId, reason: 'Personangreb', hiddenBy, hiddenAt: today });
  const [hidden] = await talkAt('træer');
  expect(hidden).toMatchObject({ hiddenBecause: 'Personangreb', html: null, quote: null });
  const list = await listDebate(ida, id, 'newest', null);
  expect(JSON.stringify(list)).not.toContain('grimt');
  await expect(readCommentHistory(ida, await readDocument(ida, slug), commentId)).rejects.toThrow(
    'notFound'
  );
});

test('words that are not in the paragraph, or stand there twice, are refused', async () => {
  const { blockId } = await blockWith('Havnen');
  const form = await commentOn(ida, 'Havnen', 'Hvor?');
  const mark = (words: string, near: number | null = null) =>
    postComment(ida, id, { ...form, passage: { words, near } });
  await expect(mark('Søen skal være åben')).rejects.toThrow('quoteNotInBlock');
  await expect(mark('byen')).rejects.toThrow('quoteAmbiguous');
  const [later, earlier] = [await mark('kajen', 77), await mark('byen', 40)];
  const saved = await forum.database
    .select({ id: comment.id, quote: comment.quote })
    .from(comment)
    .where(eq(comment.blockId, blockId));
  const startOf = (commentId: string) => saved.find((each) => each.id === commentId)!.quote!.start;
  expect(startOf(later)).toBeGreaterThan(startOf(earlier));
});

test('a passage is marked in the text', async () => {
  await say(ida, 'Havnen', 'Også om natten?', { words: 'åben for alle' });
  expect((await blockWith('Havnen')).html).toMatch(/<mark data-by="[^"]+">åben for alle<\/mark>/);
});

test('a wording of one’s own is not dropped with another kind of comment, and the text as it stood is none', async () => {
  const form = { ...(await commentOn(ida, 'træer', 'Bekymret.')), kind: 'concern' as const };
  await expect(
    postComment(ida, id, { ...form, wording: 'Der skal plantes linde langs molen.' })
  ).rejects.toThrow('wordingUnexpected');
  expect(await talkAt('træer')).toEqual([]);
  await postComment(ida, id, { ...form, wording: ' Der skal plantes\ntræer langs molen.' });
  expect(await talkAt('træer')).toMatchObject([{ kind: 'concern', wording: null }]);
});

test('a suggestion for wording is a change of the paragraph, and must change something', async () => {
  const form = { ...(await commentOn(ida, 'træer', 'Konkret.')), kind: 'wording' as const };
  await expect(postComment(ida, id, { ...form, wording: '' })).rejects.toThrow('wordingMissing');
  await expect(
    postComment(ida, id, { ...form, wording: 'Der skal plantes træer langs molen.' })
  ).rejects.toThrow('wordingUnchanged');
  await postComment(ida, id, { ...form, wording: 'Der skal plantes linde langs molen.' });
  const [commentId] = await talkAt('træer');
  expect(commentId!.wording!.filter(({ type }) => type !== 'equal')).toMatchObject([
    { type: 'deleted', text: 'træer' },
    { type: 'inserted', text: 'linde' }
  ]);
});

test('a comment follows its paragraph into the next version, and says what happened to it', async () => {
  await say(ida, 'træer', 'Om træerne.');
  await say(ida, 'Badebroen', 'Om broen.');
  await say(bo, 'Bænkene', 'Om bænkene.', { words: 'ud i solen' });
  await publishNext(
    text
      .replace('plantes træer langs molen', 'plantes høje træer langs hele molen')
      .replace('- Badebroen repareres før sommer.\n', '')
  );
  expect(await talkAt('Bænkene')).toMatchObject([
    { fate: { fate: 'unchanged', versionNumber: 1 }, quote: { status: 'found' } }
  ]);
  expect(await talkAt('træer')).toMatchObject([{ fate: { fate: 'edited', versionNumber: 1 } }]);
  const { gone } = await read();
  expect(gone.shown.map(({ first }) => first)).toMatchObject([
    {
      html: '<p>Om broen.</p>',
      fate: { fate: 'removed', oldText: 'Badebroen repareres før sommer.' }
    }
  ]);
});

test('the version that was commented on still shows its comments as they were', async () => {
  await say(ida, 'Badebroen', 'Om broen.');
  await publishNext(text.replace('- Badebroen repareres før sommer.\n', ''));
  const { blocks } = await read(ida, { version: 1 });
  const block = blocks.find((each) => each.text.includes('Badebroen'))!;
  expect(block.threadList.shown[0]!.first).toMatchObject({ html: '<p>Om broen.</p>', fate: null });
});

test('a long debate shows the first of it, says how much there is, and gives the rest when asked', async () => {
  const { blockId } = await blockWith('træer');
  for (let number = 1; number <= 8; number++) await say(ida, 'træer', `Nummer ${number}.`);
  const { threadList } = await blockWith('træer');
  expect([threadList.threadCount, threadList.shown.length]).toEqual([8, 5]);
  expect((await blockWith('træer', { place: blockId })).threadList.shown).toHaveLength(8);
});

test('the address of a comment shows it however long the debate is', async () => {
  for (let number = 1; number <= 6; number++) await say(ida, 'træer', `Nummer ${number}.`);
  const last = await say(ida, 'træer', 'Den sidste.');
  const reply = await replyTo(bo, last, words('Et svar.'));
  const { threadList } = await blockWith('træer', { commentId: reply });
  expect(threadList.shown.some(({ first }) => first.id === last)).toBe(true);
});

test('the list finds the newest, the most supported and the unanswered', async () => {
  const first = await say(ida, 'træer', 'Først.');
  const second = await say(await contextAt(bo, at(1)), 'Badebroen', 'Siden.');
  await addLike(bo, { commentId: first });
  await replyTo(bo, first, words('Svar.'));
  const order = async (sort: Parameters<typeof listDebate>[2]) =>
    (await listDebate(ida, id, sort, null)).threads.map((thread) => thread.first.id);
  expect(await order('newest')).toEqual([second, first]);
  expect(await order('supported')).toEqual([first, second]);
  expect(await order('unanswered')).toEqual([second]);
});

test('a reply under a comment that was withdrawn is found in the newest list', async () => {
  const commentId = await say(ida, 'træer', 'Fortrudt.');
  await replyTo(bo, commentId, words('Et svar, der bliver.'));
  await withdrawComment(ida, commentId);
  await withdrawComment(ida, await say(ida, 'træer', 'Ubesvaret og fortrudt.'));
  for (const sort of ['newest', 'supported'] as const) {
    const { threads } = await listDebate(ida, id, sort, null);
    expect(threads).toMatchObject([
      {
        first: { isWithdrawn: true, html: null },
        replies: [{ html: '<p>Et svar, der bliver.</p>' }]
      }
    ]);
  }
  expect((await listDebate(ida, id, 'unanswered', null)).threads).toEqual([]);
});

test.each(['newest', 'supported', 'unanswered'] as const)(
  'whoever turns the pages of the %s list meets each thread once, whatever happens meanwhile',
  async (sort) => {
    const commentId: string[] = [];
    const sameMoment = await contextAt(ida, at(1));
    for (let number = 0; number < 45; number++)
      commentId.push(await say(sameMoment, 'træer', `Nummer ${number}.`));
    for (const liked of commentId.slice(0, 30))
      await addLike(await contextAt(bo, at(1)), { commentId: liked });
    const [soon, reader] = [await contextAt(bo, at(3)), await contextAt(ida, at(2))];
    const met: string[] = [];
    let after: string | null = null;
    do {
      const page: Listed = await listDebate(reader, id, sort, after);
      const ids = page.threads.map(({ first }) => first.id);
      met.push(...ids);
      const unmet = commentId.find((each) => !met.includes(each));
      if (unmet && sort === 'supported') {
        await addLike(soon, { commentId: unmet });
        await addLike(await contextAt(proposer, at(3)), { commentId: unmet });
      }
      if (sort === 'unanswered') await replyTo(soon, ids[0]!, words('Svar.'));
      for (let extra = 0; extra < 5; extra++) await say(soon, 'træer', `Nyt efter ${met.length}.`);
      after = page.next;
    } while (after !== null && met.length < 200);
    const ours = met.filter((each) => commentId.includes(each));
    expect(new Set(ours).size).toBe(ours.length);
    expect(new Set(ours)).toEqual(new Set(commentId));
  }
);

test('a list goes on from where it began at an address that means nothing', async () => {
  const commentId = await say(ida, 'træer', 'Ja.');
  for (const after of ['1', '-', '1_2_3_4', `9${'9'.repeat(20)}_0_0_${commentId}`])
    expect((await listDebate(ida, id, 'newest', after)).threads).toHaveLength(1);
});

type Listed = Awaited<ReturnType<typeof listDebate>>;

test('a page of the debate costs as many queries with a hundred comments as with one', async () => {
  await say(ida, 'træer', 'Én.');
  await read(); // The text itself is read once.
  const few = await queriesOf(() => read());
  for (let number = 0; number < 100; number++) await say(ida, 'Havnen', `Nummer ${number}.`);
  expect(await queriesOf(() => read())).toBe(few);
  expect(few).toBe(6);
});

const aDay = 24 * 60 * 60 * 1000;
const at = (days: number) => new Date(today.getTime() + days * aDay);

const publish = (revision: number) => publishVersion(proposer, id, { note: '', revision });

async function publishNext(markdown: string) {
  await closeHearing(proposer, id, '');
  const { revision } = await saveDraft(proposer, id, { markdown, revision: 1 });
  await publish(revision);
}

const read = (context: Context = ida, wish: Partial<TextAsked> = {}) =>
  readTextWithDebate(context, id, {
    version: null,
    withDebate: true,
    place: null,
    commentId: null,
    ...wish
  });

async function blockWith(words: string, wish: Partial<TextAsked> = {}, context = ida) {
  const { blocks } = await read(context, wish);
  return blocks.find((block) => block.text.includes(words))!;
}

async function talkAt(words: string, context = ida): Promise<DebateComment[]> {
  return (await blockWith(words, {}, context)).threadList.shown.map(({ first }) => first);
}

const words = (markdown: string) => ({ markdown, formKey: randomUUID() });

async function commentOn(context: Context, place: string, markdown: string): Promise<NewComment> {
  const { blockId } = await blockWith(place);
  return { ...words(markdown), blockId, passage: null, kind: null, wording: null };
}

async function say(
  context: Context,
  place: string,
  markdown: string,
  chosen?: { words: string }
): Promise<string> {
  const form = await commentOn(context, place, markdown);
  return postComment(context, id, { ...form, passage: chosen ? { ...chosen, near: null } : null });
}

const inputsOf = (commentId: string) =>
  forum.database.select().from(input).where(eq(input.commentId, commentId));

/** How many questions the database is asked while the work is done. */
async function queriesOf(work: () => Promise<unknown>): Promise<number> {
  const { session } = forum.database as unknown as {
    session: { prepareQuery: (...query: unknown[]) => unknown };
  };
  const prepare = session.prepareQuery;
  let asked = 0;
  session.prepareQuery = function (...query: unknown[]) {
    asked++;
    return prepare.apply(this, query);
  };
  await work();
  session.prepareQuery = prepare;
  return asked;
}
