import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Disposition } from '#lib/domain/hearing/enums.ts';
import { answerInput } from '#lib/server/commands/desk/answer-input.ts';
import { type AnswerContent } from '#lib/server/commands/desk/answer-row.ts';
import { answerAlike } from '#lib/server/commands/desk/answer-alike.ts';
import { publishAnswers } from '#lib/server/commands/desk/publish-answers.ts';
import { removeTheme } from '#lib/server/commands/desk/remove-theme.ts';
import { moveTheme } from '#lib/server/commands/desk/move-theme.ts';
import { saveTheme } from '#lib/server/commands/desk/save-theme.ts';
import { addTheme } from '#lib/server/commands/desk/add-theme.ts';
import { listThemes } from '#lib/server/hearing/themes.ts';
import { withdrawComment } from '#lib/server/commands/debate/withdraw-comment.ts';
import { addLike } from '#lib/server/commands/debate/like.ts';
import { listWorkingGroupComments } from '#lib/server/queries/desk/desk-page.ts';
import { markVoice } from '#lib/server/commands/debate/mark-voice.ts';
import { unmarkVoice } from '#lib/server/commands/debate/unmark-voice.ts';
import type { Context } from '#lib/server/access/context.ts';
import { comment, concealment } from '#lib/server/database/tables/index.ts';
import { decide } from '#lib/server/commands/outcome/decide.ts';
import { beginNextRound } from '#lib/server/commands/outcome/begin-next-round.ts';
import { closeHearing } from '#lib/server/commands/documents/close-hearing.ts';
import { listBacklog, countInputs } from '#lib/server/hearing/inputs/backlog.ts';
import { enterLetter } from '#lib/server/commands/desk/enter-letter.ts';
import { enterMeeting } from '#lib/server/commands/regions/enter-meeting.ts';
import { findInputs, listInputs, readInput } from '#lib/server/hearing/inputs/list.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  openDocumentHearing,
  openRound,
  writeComment,
  closeAndSubmit,
  type DocumentInHearing
} from '../support/hearings.ts';
import { makeMember, findOrMakeRegion, publicReader } from '../support/people.ts';

let forum: TestDatabase;
let opened: DocumentInHearing;
let member: Context;
let place = { id: '', round: 1 };
let count = 0;
beforeAll(async () => {
  forum = await openTestDatabase();
});
afterAll(() => forum.close());

/** A hearing of its own for each test: three comments, numbered 1 to 3. */
beforeEach(async () => {
  count++;
  opened = await openDocumentHearing(
    await makeMember(forum, `Arbejdsgruppe ${count}`),
    'Havnen skal have en bro.'
  );
  member = await makeMember(forum, `Medlem ${count}`);
  place = { id: opened.id, round: 1 };
  for (const words of ['Gerne to broer.', 'Ingen bro.', 'Se på cykler.'])
    await writeComment(member, opened, words);
});

test('an answer is the working group’s own until all are published together', async () => {
  await answer(1, 'accepted', 'Der kommer to.');
  await closeHearing(opened.workingGroup, opened.id, '');
  expect((await readInput(opened.workingGroup, place, 1)).answer).toMatchObject({
    disposition: 'accepted',
    html: expect.stringContaining('Der kommer to.')
  });
  expect((await readInput(member, place, 1)).answer).toBeNull();
  await expect(publishAnswers(opened.workingGroup, opened.id)).rejects.toMatchObject({
    refused: 'answersIncomplete',
    facts: { missing: 2, withoutReason: 0 }
  });
  await answer(2, 'declined', 'Broen er vedtaget.');
  await answer(3, 'noted', 'Tak.');
  await publishAnswers(opened.workingGroup, opened.id);
  const shown = await listInputs(publicReader(forum), place);
  expect(shown.inputs.map((each) => each.answer?.disposition)).toEqual([
    'accepted',
    'declined',
    'noted'
  ]);
});

test('nobody finds out by a filter what is not published', async () => {
  const theme = await addTheme(opened.workingGroup, opened.id, { title: 'Broer', summary: '' });
  await answerInput(opened.workingGroup, opened.id, 2, {
    ...words('declined', 'Nej.'),
    themeId: theme,
    revision: 0
  });
  const found = (who: Context, filter: object) =>
    listInputs(who, place, { filter }).then(({ inputs }) => inputs.map(({ number }) => number));
  expect(await found(opened.workingGroup, { disposition: 'declined' })).toEqual([2]);
  expect(await found(member, { disposition: 'declined' })).toEqual([]);
  expect(await found(member, { themeId: theme })).toEqual([]);
  expect(await found(member, { lacking: 'missing' })).toEqual([1, 2, 3]);
  expect((await countInputs(member, place)).dispositions).toEqual({ missing: 3 });
});

test('only the working group answers', async () => {
  await expect(
    answerInput(member, opened.id, 1, { ...words('accepted', ''), revision: 0 })
  ).rejects.toThrow('notAllowed');
});

test('two who answer the same input at once do not write over each other', async () => {
  const first = await answer(1, 'accepted', 'Ja.');
  expect(first.revision).toBe(1);
  await expect(answer(1, 'declined', 'Nej.')).rejects.toThrow('stale');
  const second = await answerInput(opened.workingGroup, opened.id, 1, {
    ...words('partly', 'Ja, én.'),
    revision: 1
  });
  expect(second.revision).toBe(2);
  expect((await readInput(opened.workingGroup, place, 1)).answer!.markdown).toBe('Ja, én.');
});

test('a form that is sent twice saves one answer and enters one letter, and other words another', async () => {
  const first = await answer(1, 'accepted', 'Ja.');
  expect(await answer(1, 'accepted', 'Ja.')).toEqual(first);
  const formKey = randomUUID();
  const letter = {
    formKey,
    sender: 'Ove',
    receivedOn: '2026-03-01',
    markdown: 'Tak.',
    paragraph: null
  };
  const number = await enterLetter(opened.workingGroup, opened.id, letter);
  expect(await enterLetter(opened.workingGroup, opened.id, letter)).toBe(number);
  expect((await countInputs(member, place)).kinds).toEqual({ comment: 3, letter: 1 });
  const other = { ...letter, markdown: 'Nej tak.' };
  expect(await enterLetter(opened.workingGroup, opened.id, other)).toBe(number + 1);
});

test('the desk knows what waits for a disposition, and what for a reason', async () => {
  await answer(1, 'accepted', '');
  await answer(2, 'declined', '  ');
  expect(await backlog()).toEqual({ missing: [3], withoutReason: [2] });
  const { inputs } = await listInputs(opened.workingGroup, place, {
    filter: { lacking: 'withoutReason' }
  });
  expect(inputs.map(({ number }) => number)).toEqual([2]);
});

test('a duplicate points to an input with an answer, and never in a circle', async () => {
  await repeat(2, 1);
  expect(await backlog()).toEqual({ missing: [1, 3], withoutReason: [] });
  await expect(repeat(1, 1)).rejects.toThrow('duplicateOfItself');
  await expect(repeat(1, 99)).rejects.toThrow('duplicateOfNothing');
  await expect(repeat(1, 3)).rejects.toThrow('duplicateHasDuplicates');
  await expect(repeat(3, 2)).rejects.toThrow('duplicateOfDuplicate');
  expect((await readInput(opened.workingGroup, place, 2)).answer!.duplicateOf).toBe(1);
});

test('a number or a referral of one’s own is not dropped, but goes with the disposition that it stood under', async () => {
  const give = (number: number, given: Partial<AnswerContent>, revision: number) =>
    answerInput(opened.workingGroup, opened.id, number, {
      ...{ ...words('accepted', 'Ja.'), ...given },
      revision
    });
  await expect(give(2, { duplicateOf: 1 }, 0)).rejects.toThrow('duplicateUnexpected');
  await expect(give(2, { disposition: null, duplicateOf: 1 }, 0)).rejects.toThrow(
    'duplicateUnexpected'
  );
  await expect(give(2, { referredTo: 'Trafik' }, 0)).rejects.toThrow('referralUnexpected');
  expect((await readInput(opened.workingGroup, place, 2)).answer).toBeNull();
  await repeat(2, 1);
  await expect(give(2, { duplicateOf: 3 }, 1)).rejects.toThrow('duplicateUnexpected');
  await give(2, { duplicateOf: 1 }, 1);
  await give(2, { disposition: 'outOfScope', referredTo: 'Trafik' }, 2);
  await give(2, { referredTo: 'Trafik' }, 3);
  expect((await readInput(opened.workingGroup, place, 2)).answer).toMatchObject({
    ...{ disposition: 'accepted', duplicateOf: null, referredTo: '' }
  });
});

test('an answer on an old form is stale, whatever number stood in it', async () => {
  await repeat(3, 1);
  const old = { ...words('accepted', 'Ja.'), revision: 1 };
  await answerInput(opened.workingGroup, opened.id, 3, {
    ...{ ...words('duplicate', ''), duplicateOf: 2, revision: 1 }
  });
  await expect(
    answerInput(opened.workingGroup, opened.id, 3, { ...old, duplicateOf: 1 })
  ).rejects.toThrow('stale');
});

test('an answer to many drops no number and no referral', async () => {
  const alike = (given: Partial<AnswerContent>) =>
    answerAlike(opened.workingGroup, opened.id, asked([2, 0], [3, 0]), {
      ...{ ...words('noted', 'Tak.'), ...given }
    });
  await expect(alike({ duplicateOf: 1 })).rejects.toThrow('duplicateUnexpected');
  await expect(alike({ referredTo: 'Trafik' })).rejects.toThrow('referralUnexpected');
  expect((await backlog()).missing).toEqual([1, 2, 3]);
});

test('a duplicate of a withdrawn input lacks its reason again', async () => {
  const { commentId } = await readInput(member, place, 1);
  await repeat(2, 1);
  await withdrawComment(member, commentId!);
  expect(await backlog()).toEqual({ missing: [3], withoutReason: [2] });
});

test('several are answered alike, or none of them', async () => {
  await expect(
    answerAlike(
      opened.workingGroup,
      opened.id,
      asked([1, 0], [2, 0], [99, 0]),
      words('noted', 'Tak.')
    )
  ).rejects.toThrow('notFound');
  expect((await backlog()).missing).toEqual([1, 2, 3]);
  await answer(1, 'accepted', 'Ja.');
  await answerAlike(opened.workingGroup, opened.id, asked([1, 1], [2, 0]), words('noted', 'Tak.'));
  const { inputs } = await listInputs(opened.workingGroup, place);
  expect(inputs.map((each) => each.answer?.markdown)).toEqual(['Tak.', 'Tak.', undefined]);
  expect(inputs[0]!.answer!.revision).toBe(2);
});

test('what a colleague answered meanwhile is not written over by an answer to many, and is named', async () => {
  await answer(1, 'accepted', 'Ja, det gør vi.');
  const many = asked([1, 0], [2, 0]);
  const sent = () => answerAlike(opened.workingGroup, opened.id, many, words('noted', 'Tak.'));
  expect(await sent()).toEqual({ answered: [2], kept: [1], gone: [] });
  expect(await sent()).toEqual({ answered: [2], kept: [1], gone: [] });
  const { inputs } = await listInputs(opened.workingGroup, place);
  expect(inputs.slice(0, 2).map((each) => each.answer)).toMatchObject([
    { disposition: 'accepted', markdown: 'Ja, det gør vi.', revision: 1 },
    { disposition: 'noted', markdown: 'Tak.', revision: 1 }
  ]);
});

test('all that a filter finds is answered at once, on every page of the list', async () => {
  for (let at = 4; at <= 120; at++) await writeComment(member, opened, `Bro nummer ${at}.`);
  await answer(7, 'declined', 'Nej.');
  const filter = { round: 1, kind: 'comment' } as const;
  const found = await findInputs(opened.workingGroup, place, { filter, limit: 2000 });
  expect(found.isCut).toBe(false);
  expect(found.missing).toHaveLength(119);
  expect(found.disposed).toEqual([{ number: 7, revision: 1 }]);
  const given = await answerAlike(
    opened.workingGroup,
    opened.id,
    [...found.missing, ...found.disposed],
    words('noted', 'Tak.')
  );
  expect(given.answered).toHaveLength(120);
  const after = await findInputs(opened.workingGroup, place, { filter, limit: 100 });
  expect(after).toMatchObject({ isCut: true, missing: [] });
  expect(after.disposed[6]).toEqual({ number: 7, revision: 2 });
  expect((await readInput(opened.workingGroup, place, 120)).answer?.markdown).toBe('Tak.');
  const nothing = { filter: { ...filter, kind: 'letter' } as const, limit: 100 };
  expect((await findInputs(opened.workingGroup, place, nothing)).missing).toEqual([]);
});

test('an answer to several inputs leaves out those withdrawn meanwhile and names them', async () => {
  const [mine] = (await listInputs(member, place)).inputs;
  await withdrawComment(member, mine!.commentId!);
  const sent = asked([1, 0], [2, 0]);
  expect(await answerAlike(opened.workingGroup, opened.id, sent, words('noted', 'Tak.'))).toEqual({
    ...{ answered: [2], kept: [], gone: [1] }
  });
});

test('all chosen inputs can be duplicates of one of them, which stays as it is', async () => {
  const repeating = { ...words('duplicate', ''), duplicateOf: 2 };
  await answerAlike(opened.workingGroup, opened.id, asked([1, 0], [2, 0], [3, 0]), repeating);
  const { inputs } = await listInputs(opened.workingGroup, place);
  expect(inputs.map((each) => each.answer?.duplicateOf)).toEqual([2, undefined, 2]);
});

test('an answer to many of which none is left to answer is refused, and changes nothing', async () => {
  await answer(1, 'accepted', 'Ja, det gør vi.');
  const sent = answerAlike(opened.workingGroup, opened.id, asked([1, 0]), words('noted', 'Tak.'));
  await expect(sent).rejects.toThrow('allAnsweredMeanwhile');
  expect((await readInput(opened.workingGroup, place, 1)).answer).toMatchObject({
    markdown: 'Ja, det gør vi.'
  });
});

test('an answer to none, or to more than can be answered at once, is refused', async () => {
  const alike = (many: { number: number; revision: number }[]) =>
    answerAlike(opened.workingGroup, opened.id, many, words('noted', 'Tak.'));
  await expect(alike([])).rejects.toThrow('noneChosen');
  const tooMany = Array.from({ length: 2001 }, (_, at) => ({ number: at + 1, revision: 0 }));
  await expect(alike(tooMany)).rejects.toThrow('tooManyChosen');
});

test('answering alike leaves every input under its theme, unless another is chosen', async () => {
  const theme = await addTheme(opened.workingGroup, opened.id, { title: 'Broer', summary: '' });
  await answerAlike(opened.workingGroup, opened.id, asked([1, 0]), {
    ...words('noted', 'Tak.'),
    themeId: theme
  });
  await answerAlike(
    opened.workingGroup,
    opened.id,
    asked([1, 1], [2, 0]),
    words('noted', 'Mange tak.')
  );
  const { inputs } = await listInputs(opened.workingGroup, place);
  expect(inputs.map((each) => each.answer?.theme?.title)).toEqual(['Broer', undefined, undefined]);
});

test('themes have an order and a name each, and removing one removes no answer', async () => {
  const add = (title: string, summary = '') =>
    addTheme(opened.workingGroup, opened.id, { title, summary });
  const [bridges, bikes] = [await add('Broer'), await add('Cykler')];
  expect(await add('Broer')).toBe(bridges);
  await expect(add('Broer', 'Om noget andet.')).rejects.toThrow('themeTitleTaken');
  await moveTheme(opened.workingGroup, opened.id, bikes, 'up');
  expect((await listThemes(opened.workingGroup, place)).map(({ title }) => title)).toEqual([
    'Cykler',
    'Broer'
  ]);
  const renaming = { title: 'Broen', summary: 'Flere vil have to.', revision: 1 };
  await saveTheme(opened.workingGroup, opened.id, bridges, renaming);
  await expect(saveTheme(opened.workingGroup, opened.id, bridges, renaming)).rejects.toThrow(
    'stale'
  );
  await answerAlike(opened.workingGroup, opened.id, asked([1, 0]), {
    ...words('noted', 'Tak.'),
    themeId: bridges
  });
  await removeTheme(opened.workingGroup, opened.id, bridges);
  expect((await readInput(opened.workingGroup, place, 1)).answer).toMatchObject({
    markdown: 'Tak.',
    theme: null
  });
});

test('a letter is an input like the others, and late once the hearing has closed', async () => {
  const letter = {
    sender: 'Foreningen Bolværket',
    receivedOn: '2026-03-01',
    markdown: 'Vi vil gerne have et gelænder.',
    paragraph: 1
  };
  const inTime = await enterLetter(opened.workingGroup, opened.id, letter);
  await closeHearing(opened.workingGroup, opened.id, '');
  const tooLate = await enterLetter(opened.workingGroup, opened.id, { ...letter, paragraph: null });
  expect([inTime, tooLate]).toEqual([4, 5]);
  const { inputs } = await listInputs(member, place, { filter: { kind: 'letter' } });
  expect(inputs.map(({ late, place: at }) => [late, at?.number ?? null])).toEqual([
    [false, 1],
    [true, null]
  ]);
  expect(inputs[0]!.author).toMatchObject({ name: 'Foreningen Bolværket', voice: 'member' });
});

test('a letter keeps the mail that it answers beside its words, and its lines are joined', async () => {
  const tail = 'Den 1. marts 2026 skrev Gruppen <gruppen@example.org>:\n> I kan svare nu.';
  const number = await enterLetter(opened.workingGroup, opened.id, {
    sender: 'Foreningen Bolværket',
    receivedOn: '2026-03-01',
    markdown: `Kære alle\n\nVi vil gerne have\net gelænder på broen.\n\n${tail}`,
    paragraph: null
  });
  expect(await readInput(member, place, number)).toMatchObject({
    markdown: 'Kære alle\n\nVi vil gerne have et gelænder på broen.',
    tail
  });
});

test('a letter from the future, to no paragraph of the text, or without words is refused', async () => {
  const letter = { sender: 'Ove', receivedOn: '2026-03-01', markdown: 'Tak.', paragraph: null };
  const entering = (changed: object) =>
    enterLetter(opened.workingGroup, opened.id, { ...letter, ...changed });
  await expect(entering({ receivedOn: '2026-03-03' })).rejects.toThrow('letterInFuture');
  await expect(entering({ paragraph: 7 })).rejects.toThrow('paragraphUnknown');
  await expect(entering({ markdown: ' ' })).rejects.toThrow('emptyText');
  await expect(enterLetter(member, opened.id, letter)).rejects.toThrow('notAllowed');
});

test('the working group’s own imported comment need not be answered, and can be given back', async () => {
  const { commentId } = await readInput(member, place, 2);
  const mark = () =>
    markVoice(opened.workingGroup, opened.id, commentId!, { voice: 'workingGroup' });
  await expect(mark()).rejects.toThrow('notMarkable');
  await imported(commentId!);
  await mark();
  expect((await backlog()).missing).toEqual([1, 3]);
  expect(await listWorkingGroupComments(opened.workingGroup, opened.id)).toHaveLength(1);
  await expect(answer(2, 'noted', 'Tak.')).rejects.toThrow('notAnswerable');
  await expect(readInput(member, place, 2)).rejects.toMatchObject({
    refused: 'inputIsOwn',
    facts: { number: 2, name: `Arbejdsgruppe ${count}`, at: opened.workingGroup.now }
  });
  await unmarkVoice(opened.workingGroup, opened.id, commentId!);
  expect((await backlog()).missing).toEqual([1, 2, 3]);
  await withdrawComment(member, commentId!);
  await mark();
  await unmarkVoice(opened.workingGroup, opened.id, commentId!);
  await expect(readInput(member, place, 2)).rejects.toMatchObject({
    refused: 'inputWithdrawn',
    facts: { number: 2, name: `Medlem ${count}`, at: member.now }
  });
  await expect(readInput(member, place, 4)).rejects.toThrow('notFound');
});

test('an imported comment that is marked as a meeting’s speaks for its region, and still wants an answer', async () => {
  const regionId = await findOrMakeRegion(forum, 'Fyn');
  const meetingId = await enterMeeting(opened.workingGroup, opened.id, {
    regionId,
    heldOn: '2026-03-01',
    place: 'Odense',
    attendance: 14,
    minutes: ''
  });
  const { commentId } = await readInput(member, place, 2);
  await imported(commentId!);
  await markVoice(opened.workingGroup, opened.id, commentId!, { voice: 'region', meetingId });
  const marked = await readInput(member, place, 2);
  expect(marked.author).toMatchObject({
    name: 'Fyn',
    voice: 'region',
    enteredBy: `Medlem ${count}`
  });
  expect(marked.meeting).toMatchObject({ place: 'Odense', attendance: 14 });
  expect((await backlog()).missing).toEqual([1, 2, 3]);
  const other = await openDocumentHearing(
    await makeMember(forum, `Naboen ${count}`),
    'Skolen skal have en bro.'
  );
  await expect(
    markVoice(other.workingGroup, other.id, commentId!, { voice: 'region', meetingId })
  ).rejects.toThrow('notFound');
});

test('an imported comment speaks for no meeting of an earlier hearing of its document', async () => {
  const { workingGroup, id } = opened;
  const regionId = await findOrMakeRegion(forum, 'Fyn');
  const facts = { regionId, heldOn: '2026-03-01', place: 'Odense', attendance: 14, minutes: '' };
  const earlier = await enterMeeting(workingGroup, id, facts);
  await closeAndSubmit(opened, 'Ja.');
  const politiskForum = await makeMember(forum, `Pia ${count}`, { roles: ['politiskForum'] });
  await decide(politiskForum, id, { outcome: 'returned', reason: 'Regn.', reservations: [] });
  await beginNextRound(workingGroup, id);
  await openRound(opened);
  const commentId = await writeComment(member, opened, 'En bro mere.');
  await imported(commentId);
  const mark = (meetingId: string) =>
    markVoice(workingGroup, id, commentId, { voice: 'region', meetingId });
  await expect(mark(earlier)).rejects.toThrow('meetingOfOtherHearing');
  await mark(await enterMeeting(workingGroup, id, facts));
});

test('words that an administrator has hidden are gone from the list, and the reason stands', async () => {
  const { commentId } = await readInput(member, place, 1);
  await forum.database.insert(concealment).values({
    commentId: commentId!,
    reason: 'Privat oplysning',
    hiddenBy: member.viewer!.id,
    hiddenAt: member.now
  });
  const [hidden] = (await listInputs(opened.workingGroup, place)).inputs;
  expect(hidden).toMatchObject({ hidden: 'Privat oplysning', html: '', markdown: '' });
  expect(JSON.stringify(hidden)).not.toContain('to broer');
});

test('the list is paged by number and counts likes', async () => {
  const { commentId } = await readInput(member, place, 2);
  await addLike(opened.workingGroup, { commentId: commentId! });
  const first = await listInputs(member, place, { limit: 2 });
  expect(first.inputs.map(({ number, likes }) => [number, likes])).toEqual([
    [1, 0],
    [2, 1]
  ]);
  const rest = await listInputs(member, place, { limit: 2, cursor: first.next! });
  expect(rest.inputs.map(({ number }) => number)).toEqual([3]);
  expect(rest.next).toBeNull();
});

const words = (disposition: Disposition, markdown: string): AnswerContent => ({
  disposition,
  markdown,
  themeId: null,
  duplicateOf: null,
  referredTo: ''
});

const answer = (number: number, disposition: Disposition, markdown: string) =>
  answerInput(opened.workingGroup, opened.id, number, {
    ...words(disposition, markdown),
    revision: 0
  });

const repeat = (number: number, duplicateOf: number) =>
  answerInput(opened.workingGroup, opened.id, number, {
    ...words('duplicate', ''),
    duplicateOf,
    revision: 0
  });

const backlog = () => listBacklog(opened.workingGroup, place);

/** As an import leaves a comment: with where it came from. */
const imported = (commentId: string) =>
  forum.database.update(comment).set({ source: 'discourse:1/2' }).where(eq(comment.id, commentId));

/** Inputs as a form knows them: the number and the revision of each one's answer. */
const asked = (...known: [number, number][]) =>
  known.map(([number, revision]) => ({ number, revision }));
