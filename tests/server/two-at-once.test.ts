import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '#lib/server/access/context.ts';
import { editComment } from '#lib/server/commands/debate/edit-comment.ts';
import { readOwnComment } from '#lib/server/queries/debate/reading-page.ts';
import { submitDocument } from '#lib/server/commands/outcome/submit-document.ts';
import { saveDraft } from '#lib/server/commands/documents/save-draft.ts';
import { publishVersion } from '#lib/server/commands/documents/publish-version.ts';
import { readVersion } from '#lib/server/text/versions.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { enterMeeting } from '#lib/server/commands/regions/enter-meeting.ts';
import { writeRewrite } from '#lib/server/commands/regions/write-rewrite.ts';
import { readDraft } from '#lib/server/queries/documents/draft-page.ts';
import { closeHearing } from '#lib/server/commands/documents/close-hearing.ts';
import { saveForeword } from '#lib/server/commands/outcome/save-foreword.ts';
import { readSavedForeword } from '#lib/server/queries/outcome/report-page.ts';
import { readRewrite } from '#lib/server/queries/regions/rewrites.ts';
import { reviewRewrite } from '#lib/server/commands/regions/review-rewrite.ts';
import { discardRewrite } from '#lib/server/commands/regions/discard-rewrite.ts';
import { postRewrite } from '#lib/server/commands/regions/post-rewrite.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  openDocumentHearing,
  publishText,
  writeComment,
  type DocumentInHearing
} from '../support/hearings.ts';
import { makeMember, findOrMakeRegion } from '../support/people.ts';

let forum: TestDatabase;
let opened: DocumentInHearing;
let colleague: Context;
beforeAll(async () => {
  forum = await openTestDatabase();
  opened = await openDocumentHearing(
    await makeMember(forum, 'Ida Udkast'),
    'Havnen er lukket om natten.'
  );
  colleague = await makeMember(forum, 'Bo Kollega', { workingGroupOf: opened.id });
});
afterAll(() => forum.close());

test('of two who save the draft from the same text, the second is refused', async () => {
  const { revision } = await readDraft(colleague, opened.id);
  await saveDraft(opened.workingGroup, opened.id, { markdown: 'Idas ord.', revision });
  const second = saveDraft(colleague, opened.id, { markdown: 'Bos ord.', revision });
  await expect(second).rejects.toThrow('stale');
  expect((await readDraft(colleague, opened.id)).markdown).toBe('Idas ord.');
});

test('of two who write the first foreword, the second is refused', async () => {
  await saveForeword(opened.workingGroup, opened.id, { foreword: 'Idas.', revision: 0 });
  const second = saveForeword(colleague, opened.id, { foreword: 'Bos.', revision: 0 });
  await expect(second).rejects.toThrow('stale');
  const document = await readDocument(colleague, opened.slug);
  expect(await readSavedForeword(colleague, document)).toMatchObject({
    foreword: 'Idas.',
    by: 'Ida Udkast',
    revision: 1
  });
});

test('a comment that is reworded in two windows keeps the words of the first', async () => {
  const author = await makeMember(forum, 'Mads Medlem');
  const commentId = await writeComment(author, opened, 'Godt.');
  await editComment(author, commentId, { markdown: 'Meget godt.', revision: 1 });
  const second = editComment(author, commentId, { markdown: 'Skidt.', revision: 1 });
  await expect(second).rejects.toThrow('stale');
  expect((await readOwnComment(author, commentId))!.markdown).toBe('Meget godt.');
});

test('a review, a posting or a discarding on an old review erases no reason of a colleague', async () => {
  const fyn = await makeMember(forum, 'Lone Fynbo', { rapporteurOf: 'Fyn' });
  const regionId = await findOrMakeRegion(forum, 'Fyn');
  const facts = { heldOn: '2026-03-01', place: 'Kroen', attendance: 12, minutes: '' };
  const meetingId = await enterMeeting(fyn, opened.id, { ...facts, regionId });
  const text = { markdown: 'Havnen er åben om natten.', foreword: '', scope: null };
  const id = await writeRewrite(fyn, meetingId, text);
  const read = async () => readRewrite(fyn, await readDocument(fyn, opened.slug), id);
  const { revision } = await read();
  const because = (reason: string) => () => ({ reasons: { 0: reason } });
  await reviewRewrite(fyn, id, revision, because('Fiskerne kommer hjem sent.'));
  const second = reviewRewrite(opened.workingGroup, id, revision, because(''));
  await expect(second).rejects.toThrow('stale');
  await expect(postRewrite(opened.workingGroup, id, revision)).rejects.toThrow('stale');
  await expect(discardRewrite(opened.workingGroup, id, revision)).rejects.toThrow('stale');
  expect((await read()).changes[0]!.reason).toBe('Fiskerne kommer hjem sent.');
});

test('nobody publishes a draft that a colleague has changed since, and a form sent twice publishes once', async () => {
  const bo = await makeMember(forum, 'Bo Skriver');
  const { id, workingGroup } = await openDocumentHearing(bo, 'Molen er lukket.');
  await closeHearing(workingGroup, id, 'Alle har svaret.');
  const { revision } = await readDraft(workingGroup, id);
  const saved = await saveDraft(workingGroup, id, { markdown: 'Molen er åben.', revision });
  const old = publishVersion(workingGroup, id, { note: '', revision });
  await expect(old).rejects.toThrow('stale');
  expect((await readVersion(workingGroup, id)).number).toBe(1);
  const sent = () => publishVersion(workingGroup, id, { note: '', ...saved });
  await sent();
  await expect(sent()).rejects.toThrow('unchangedVersion');
  expect((await readVersion(workingGroup, id)).number).toBe(2);
});

test('a heading in which nothing can be seen is no title, and one that turns the words around it is cleaned', async () => {
  const { id, slug, workingGroup } = await openDocumentHearing(
    await makeMember(forum, 'Bo Titel'),
    'Havnen er lukket.'
  );
  await closeHearing(workingGroup, id, 'Alle har svaret.');
  const titleAfter = async (markdown: string) => {
    const { number } = await publishText({ id, workingGroup }, markdown);
    const { title, blocks } = await readVersion(workingGroup, id);
    return [number, title, (await readDocument(workingGroup, slug)).title, blocks.length];
  };
  expect(await titleAfter('# \u200b\n\nHavnen er åben.')).toEqual([2, 'Havnen', 'Havnen', 1]);
  const turned = '# Ny \u202ehavn\n\nHavnen er åben.';
  expect(await titleAfter(turned)).toEqual([3, 'Ny havn', 'Ny havn', 1]);
});

test('nobody submits another version than the one they saw, and a form sent twice submits once', async () => {
  const ida = await makeMember(forum, 'Ida Indstiller');
  const other = await openDocumentHearing(ida, 'Broen er lukket om natten.');
  await closeHearing(other.workingGroup, other.id, 'Alle har svaret.');
  await publishText(other, 'Broen er åben om natten.');
  const send = (versionNumber: number) =>
    submitDocument(other.workingGroup, other.id, { message: '', versionNumber });
  await expect(send(1)).rejects.toThrow('stale');
  expect((await readDocument(other.workingGroup, other.slug)).state).not.toBe('submitted');
  await send(2);
  await expect(send(2)).rejects.toThrow('alreadySubmitted');
});
