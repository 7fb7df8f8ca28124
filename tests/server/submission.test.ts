import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Disposition } from '#lib/domain/hearing/enums.ts';
import { answerInput } from '#lib/server/commands/desk/answer-input.ts';
import type { Context } from '#lib/server/access/context.ts';
import { publication, report, submission, transition } from '#lib/server/database/tables/index.ts';
import { listSubmissions } from '#lib/server/queries/outcome/submission-page.ts';
import { submitDocument } from '#lib/server/commands/outcome/submit-document.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { closeHearing } from '#lib/server/commands/documents/close-hearing.ts';
import { enterLetter } from '#lib/server/commands/desk/enter-letter.ts';
import { listInputs } from '#lib/server/hearing/inputs/list.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  openDocumentHearing,
  publishText,
  writeComment,
  type DocumentInHearing
} from '../support/hearings.ts';
import { makeMember, publicReader } from '../support/people.ts';

let forum: TestDatabase;
beforeAll(async () => {
  forum = await openTestDatabase();
});
afterAll(() => forum.close());

test('submitting is refused with how many inputs lack a disposition and how many a reason, and nothing is written', async () => {
  const opened = await closed('Kirsten');
  await answer(opened, 1, 'accepted', '');
  await answer(opened, 2, 'declined', '');
  await expect(send(opened)).rejects.toMatchObject({
    refused: 'inputsUnanswered',
    facts: { missing: 1, withoutReason: 1 }
  });
  for (const table of [report, submission, publication])
    expect(await forum.database.$count(table, eq(table.documentId, opened.id))).toBe(0);
  expect((await readDocument(opened.workingGroup, opened.slug)).state).toBe('processing');
});

test('with the last answer the report is frozen, the answers are published and the document is sent, all at once', async () => {
  const opened = await closed('Laura');
  await answerAll(opened);
  await publishText(opened, 'Havnen skal have to broer.');
  await send(opened, { message: 'Vi har lyttet.', versionNumber: 2 });
  const [sent] = await listSubmissions(publicReader(forum), opened.id);
  expect(sent).toMatchObject({ versionNumber: 2, message: 'Vi har lyttet.', outcome: null });
  const { inputs } = await listInputs(publicReader(forum), { id: opened.id, round: 1 });
  expect(inputs.every((each) => each.answer?.disposition === 'accepted')).toBe(true);
  const steps = await forum.database
    .select()
    .from(transition)
    .where(eq(transition.documentId, opened.id));
  expect(steps.find(({ toState }) => toState === 'submitted')).toMatchObject({
    fromState: 'processing',
    actorId: opened.workingGroup.viewer!.id,
    reason: 'Vi har lyttet.'
  });
});

test('the version that was heard can be submitted as it is', async () => {
  const opened = await closed('Marie');
  await answerAll(opened);
  await send(opened);
  const [sent] = await listSubmissions(publicReader(forum), opened.id);
  expect(sent!.versionNumber).toBe(1);
});

test('a document is submitted once, however often the form is sent', async () => {
  const opened = await closed('Nina');
  await answerAll(opened);
  const outcomes = await Promise.allSettled([send(opened), send(opened)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(send(opened)).rejects.toThrow('alreadySubmitted');
  expect(await forum.database.$count(submission, eq(submission.documentId, opened.id))).toBe(1);
});

test('whoever submits sends the version that they saw', async () => {
  const opened = await closed('Olga');
  await answerAll(opened);
  await publishText(opened, 'Havnen skal have tre broer.');
  await expect(send(opened, { message: '', versionNumber: 1 })).rejects.toThrow('stale');
});

test('a hearing that is still open is not submitted, nor is anything by one outside the working group', async () => {
  const opened = await openDocumentHearing(
    await makeMember(forum, 'Petra'),
    'Havnen skal have en bro.'
  );
  await expect(send(opened)).rejects.toThrow('wrongState');
  await expect(send({ ...opened, workingGroup: await makeMember(forum, 'Rosa') })).rejects.toThrow(
    'notAllowed'
  );
});

test('a letter that comes late holds the submission back until it is answered, and nothing is entered after it', async () => {
  const opened = await closed('Sanne');
  await answerAll(opened);
  const letter = { sender: 'Ove', receivedOn: '2026-03-01', markdown: 'Hov.', paragraph: null };
  const number = await enterLetter(opened.workingGroup, opened.id, letter);
  await expect(send(opened)).rejects.toThrow('inputsUnanswered');
  await answer(opened, number, 'noted', 'Tak.');
  await send(opened);
  await expect(enterLetter(opened.workingGroup, opened.id, letter)).rejects.toThrow(
    'hearingNotOpen'
  );
  await expect(answer(opened, 1, 'declined', 'Alligevel ikke.')).rejects.toThrow('frozen');
});

/** A hearing that has closed with three comments, numbered 1 to 3. */
async function closed(name: string): Promise<DocumentInHearing> {
  const beginner = await makeMember(forum, name);
  const opened = await openDocumentHearing(beginner, 'Havnen skal have en bro.');
  const member: Context = await makeMember(forum, `${name}s nabo`);
  for (const words of ['Gerne to.', 'Ingen.', 'Se på cykler.'])
    await writeComment(member, opened, words);
  await closeHearing(opened.workingGroup, opened.id, '');
  return opened;
}

const answer = (
  opened: DocumentInHearing,
  number: number,
  disposition: Disposition,
  markdown: string
) =>
  answerInput(opened.workingGroup, opened.id, number, {
    disposition,
    markdown,
    themeId: null,
    duplicateOf: null,
    referredTo: '',
    revision: 0
  });

async function answerAll(opened: DocumentInHearing) {
  for (const number of [1, 2, 3]) await answer(opened, number, 'accepted', '');
}

const send = ({ workingGroup, id }: DocumentInHearing, words = { message: '', versionNumber: 1 }) =>
  submitDocument(workingGroup, id, words);
