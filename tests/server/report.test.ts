import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerAlike } from '#lib/server/commands/desk/answer-alike.ts';
import { addTheme } from '#lib/server/commands/desk/add-theme.ts';
import type { Context } from '#lib/server/access/context.ts';
import { concealment } from '#lib/server/database/tables/index.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { closeHearing } from '#lib/server/commands/documents/close-hearing.ts';
import { readInput } from '#lib/server/hearing/inputs/list.ts';
import { saveForeword } from '#lib/server/commands/outcome/save-foreword.ts';
import { readReportPage } from '#lib/server/queries/outcome/report-page.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  openDocumentHearing,
  publishText,
  writeComment,
  closeAndSubmit,
  type DocumentInHearing
} from '../support/hearings.ts';
import { makeMember, publicReader } from '../support/people.ts';

let forum: TestDatabase;
beforeAll(async () => {
  forum = await openTestDatabase();
});
afterAll(() => forum.close());

test('the report builds itself for the working group as the answers come, and for nobody else', async () => {
  const { opened, member } = await heard('Agnes');
  expect((await reportOf(opened.workingGroup, opened)).report!.dispositions).toEqual({
    missing: 2
  });
  const themeId = await addTheme(opened.workingGroup, opened.id, {
    title: 'Broer',
    summary: 'Flere vil have **to**.'
  });
  await answerAlike(opened.workingGroup, opened.id, [{ number: 1, revision: 0 }], {
    ...accepted,
    themeId
  });
  const { report } = await reportOf(opened.workingGroup, opened);
  expect(report!.dispositions).toEqual({ accepted: 1, missing: 1 });
  expect(report!.themes[0]).toMatchObject({
    title: 'Broer',
    summaryHtml: expect.stringContaining('<strong>to</strong>')
  });
  expect((await reportOf(member, opened)).report).toBeNull();
  expect((await reportOf(publicReader(forum), opened)).report).toBeNull();
});

test('the working group writes the summary, and two who do so at once do not write over each other', async () => {
  const { opened, member } = await heard('Dagny');
  const saving = (foreword: string, revision: number) =>
    saveForeword(opened.workingGroup, opened.id, { foreword, revision });
  await saving('Havnen er ønsket.', 0);
  await expect(saving('Havnen er omstridt.', 0)).rejects.toThrow('stale');
  await saving('Havnen er ønsket af mange.', 1);
  const { report, writing } = await reportOf(opened.workingGroup, opened);
  expect(report!.forewordHtml).toContain('ønsket af mange');
  expect(writing).toEqual({ foreword: 'Havnen er ønsket af mange.', revision: 2 });
  await expect(saveForeword(member, opened.id, { foreword: 'Nej.', revision: 2 })).rejects.toThrow(
    'notAllowed'
  );
});

test('the report of a hearing that was closed early says who closed it, why, and when it was to end', async () => {
  const { opened } = await heard('Thyra');
  await closeHearing(opened.workingGroup, opened.id, 'Alle har svaret.');
  const { hearing } = (await reportOf(opened.workingGroup, opened)).report!;
  expect(hearing!.closedEarly).toEqual({
    by: 'Thyra fra arbejdsgruppen',
    reason: 'Alle har svaret.'
  });
  expect(hearing!.closesAt > hearing!.closedAt!).toBe(true);
});

test('the report tells what has changed since the version that was heard', async () => {
  const { opened } = await heard('Gerda');
  await closeHearing(opened.workingGroup, opened.id, '');
  await publishText(opened, 'Havnen skal have to broer.');
  const { changes } = (await reportOf(opened.workingGroup, opened)).report!;
  expect(changes).toMatchObject({ from: 1, to: 2 });
  expect(changes!.rows.map(({ relation }) => relation)).toEqual(['edited']);
});

test('a frozen report is the same for everyone, whatever happens afterwards', async () => {
  const { opened, member } = await heard('Hanne');
  await closeAndSubmit(opened, 'Det gør vi.');
  const frozen = await reportOf(publicReader(forum), opened);
  expect(frozen.frozenAt).not.toBeNull();
  expect(frozen.report!.dispositions).toEqual({ accepted: 2 });
  await expect(
    saveForeword(opened.workingGroup, opened.id, { foreword: 'Mere.', revision: 1 })
  ).rejects.toThrow('frozen');
  expect((await reportOf(member, opened)).report).toEqual(frozen.report);
  expect((await reportOf(opened.workingGroup, opened)).writing).toBeNull();
});

test('words that are hidden later are gone from the frozen report too', async () => {
  const { opened, member } = await heard('Jytte');
  await closeAndSubmit(opened, 'Det gør vi.');
  const { commentId } = await readInput(member, { id: opened.id, round: 1 }, 1);
  await forum.database.insert(concealment).values({
    commentId: commentId!,
    reason: 'Privat oplysning',
    hiddenBy: member.viewer!.id,
    hiddenAt: member.now
  });
  const { report } = await reportOf(opened.workingGroup, opened);
  expect(JSON.stringify(report)).not.toContain('Gerne to broer');
  expect(JSON.stringify(report)).toContain('Ingen bro');
});

/** A document in hearing with two comments. */
async function heard(name: string) {
  const opened = await openDocumentHearing(
    await makeMember(forum, `${name} fra arbejdsgruppen`),
    'Havnen skal have en bro.'
  );
  const member = await makeMember(forum, `${name} fra Havnegade`);
  await writeComment(member, opened, 'Gerne to broer.');
  await writeComment(member, opened, 'Ingen bro.');
  return { opened, member };
}

async function reportOf(who: Context, { slug }: DocumentInHearing) {
  return readReportPage(who, await readDocument(who, slug));
}

const accepted = {
  disposition: 'accepted',
  markdown: 'Det gør vi.',
  duplicateOf: null,
  referredTo: ''
} as const;
