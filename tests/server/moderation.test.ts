import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { editComment } from '#lib/server/commands/debate/edit-comment.ts';
import { listDebate } from '#lib/server/queries/debate/debate-list.ts';
import { listOwnComments } from '#lib/server/queries/debate/own-comments.ts';
import { readCommentHistory } from '#lib/server/queries/debate/comment-history-page.ts';
import { readOwnComment } from '#lib/server/queries/debate/reading-page.ts';
import { readTextWithDebate } from '#lib/server/queries/debate/text-with-debate.ts';
import type { Context } from '#lib/server/access/context.ts';
import { commentReport, moderation } from '#lib/server/database/tables/index.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { readDocumentFeed, readForumFeed } from '#lib/server/queries/feeds/feeds.ts';
import { dismissReports } from '#lib/server/commands/debate/dismiss-reports.ts';
import { hideComment } from '#lib/server/commands/debate/hide-comment.ts';
import { showComment } from '#lib/server/commands/debate/show-comment.ts';
import { listInputs, readInput } from '#lib/server/hearing/inputs/list.ts';
import { listConcealed, listReported } from '#lib/server/queries/debate/moderation-page.ts';
import { listOwnHidden } from '#lib/server/queries/debate/mine-page.ts';
import { readReportable } from '#lib/server/queries/debate/comment-report-page.ts';
import { reportComment } from '#lib/server/commands/debate/report-comment.ts';
import { readReportPage } from '#lib/server/queries/outcome/report-page.ts';
import { search } from '#lib/server/queries/search/search-page.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  writeReply,
  openDocumentHearing,
  writeComment,
  closeAndSubmit,
  type DocumentInHearing
} from '../support/hearings.ts';
import { makeMember, contextAt, publicReader, today } from '../support/people.ts';

let forum: TestDatabase;
let ida: Context;
let bo: Context;
let eva: Context;
let ada: Context;
let havnen: DocumentInHearing;
let ugly: string;
/** A word in no other text, so that where it is found, the words that hold it are shown. */
let secret: string;

beforeAll(async () => {
  forum = await openTestDatabase();
  ida = await makeMember(forum, 'Ida Vang');
  bo = await makeMember(forum, 'Bo Lund');
  eva = await makeMember(forum, 'Eva Krog');
  ada = await makeMember(forum, 'Ada Dahl', { roles: ['administrator'] });
  havnen = await openDocumentHearing(ida, '# Havnen\n\nKajen er for alle.', { title: 'Havnen' });
});
afterAll(() => forum.close());
beforeEach(async () => {
  secret = `kvaksalver${randomUUID().replace(/[^a-f]/g, '')}`;
  ugly = await writeComment(bo, havnen, `Her står ${secret}.`);
});

test('a member reports a comment once, and the administrator sees by whom and why', async () => {
  await reportComment(eva, ugly, 'Det er et skældsord.');
  await reportComment(eva, ugly, 'Det er et skældsord.');
  await expect(reportComment(eva, ugly, 'Jeg siger mere.')).rejects.toThrow('alreadyReported');
  await reportComment(ida, ugly, 'Enig.');
  const [first] = await listReported(ada);
  expect(first).toMatchObject({ id: ugly, name: 'Bo Lund', slug: havnen.slug });
  expect(first!.html).toContain(secret);
  expect(first!.reports.map(({ name, reason }) => [name, reason])).toEqual([
    ['Eva Krog', 'Det er et skældsord.'],
    ['Ida Vang', 'Enig.']
  ]);
  await dismissReports(ada, ugly);
});

test('nobody reports their own words, without a reason, without a login, or what they may not read', async () => {
  await expect(reportComment(bo, ugly, 'Ups.')).rejects.toThrow('notAllowed');
  await expect(reportComment(eva, ugly, ' ')).rejects.toThrow('emptyText');
  await expect(reportComment(publicReader(forum), ugly, 'Væk!')).rejects.toThrow('notLoggedIn');
  const unknown = '00000000-0000-4000-8000-000000000000';
  await expect(reportComment(eva, unknown, 'Væk!')).rejects.toThrow('notFound');
});

test('only an administrator hides, shows again, lets stand and sees the lists', async () => {
  for (const who of [eva, ida, publicReader(forum)]) {
    for (const verb of [
      () => hideComment(who, ugly, 'Nej.'),
      () => showComment(who, ugly),
      () => dismissReports(who, ugly),
      () => listReported(who),
      () => listConcealed(who, null)
    ])
      await expect(verb()).rejects.toThrow(who.viewer ? 'notAllowed' : 'notLoggedIn');
  }
});

test('hiding needs a reason, is done once, settles the reports, and every step says who and when', async () => {
  await reportComment(eva, ugly, 'Skældsord.');
  await expect(hideComment(ada, ugly, '  ')).rejects.toThrow('emptyText');
  await hideComment(ada, ugly, 'Skældsord om en person.');
  await expect(hideComment(ada, ugly, 'Igen.')).rejects.toThrow('stale');
  expect(await listReported(ada)).toEqual([]);
  const { comments } = await listConcealed(ada, null);
  expect(comments[0]).toMatchObject({
    ...{ id: ugly, html: null, hiddenBy: 'Ada Dahl' },
    hidden: { reason: 'Skældsord om en person.', at: today }
  });
  const afterwards = await contextAt(ada, new Date('2026-03-03T10:00:00Z'));
  await showComment(afterwards, ugly, 'Det var et citat.');
  await expect(showComment(ada, ugly)).rejects.toThrow('stale');
  const steps = await forum.database
    .select()
    .from(moderation)
    .where(eq(moderation.commentId, ugly))
    .orderBy(moderation.at);
  expect(steps).toMatchObject([
    { step: 'hidden', reason: 'Skældsord om en person.', moderatorId: ada.viewer!.id, at: today },
    { step: 'shown', reason: 'Det var et citat.', moderatorId: ada.viewer!.id, at: afterwards.now }
  ]);
  const [report] = await forum.database
    .select()
    .from(commentReport)
    .where(eq(commentReport.commentId, ugly));
  expect(report!.moderationId).toBe(steps[0]!.id);
});

test('a report that is found to be nothing is settled, and the comment stands', async () => {
  await expect(dismissReports(ada, ugly)).rejects.toThrow('stale');
  await reportComment(eva, ugly, 'Jeg er uenig.');
  await dismissReports(ada, ugly);
  expect(await listReported(ada)).toEqual([]);
  expect((await readReportable(eva, ugly)).reportedAt).toEqual(today);
});

test(
  'hidden words are gone from everything that anybody reads, and the reason stands there instead',
  { timeout: 60_000 },
  async () => {
    const reply = await writeReply(eva, ugly, `Man siger ikke ${secret}.`);
    expect(await places(havnen)).not.toEqual([]);
    await hideComment(ada, ugly, 'Et ord, som ingen vil kaldes.');
    await hideComment(ada, reply, 'Gentager det.');
    expect(await places(havnen)).toEqual([]);
    expect(JSON.stringify(await everythingRead(havnen))).toContain('Et ord, som ingen vil kaldes.');
  }
);

test('a hidden comment is not reworded by its author, who is told why it is hidden', async () => {
  await hideComment(ada, ugly, 'Skældsord.');
  await expect(readOwnComment(bo, ugly)).rejects.toThrow('notFound');
  await expect(editComment(bo, ugly, { markdown: 'Pænt.', revision: 1 })).rejects.toThrow(
    'notFound'
  );
  const hidden = await listOwnHidden(bo);
  expect(hidden.find(({ id }) => id === ugly)).toMatchObject({ reason: 'Skældsord.' });
  expect((await listOwnHidden(eva)).map(({ id }) => id)).not.toContain(ugly);
});

test(
  'what is hidden after the report is frozen is gone from the frozen report too',
  { timeout: 60_000 },
  async () => {
    const fen = await openDocumentHearing(ida, '# Mosen\n\nTørven graves ikke.', {
      title: 'Mosen'
    });
    await hideComment(ada, ugly, 'Skældsord.');
    const commentId = await writeComment(bo, fen, `I mosen bor en ${secret}.`);
    await closeAndSubmit(fen, 'Tak.');
    const reportRead = async () =>
      JSON.stringify(
        await readReportPage(
          publicReader(forum),
          await readDocument(publicReader(forum), fen.slug),
          1
        )
      );
    expect(await reportRead()).toContain(secret);
    await hideComment(ada, commentId, 'Skældsord.');
    expect(await reportRead()).not.toContain(secret);
    expect(await places(fen)).toEqual([]);
  }
);

/** The places, by their numbers in what is read, where the word is found. */
async function places(opened: DocumentInHearing): Promise<number[]> {
  const read = (await everythingRead(opened)).map((each) => JSON.stringify(each ?? null));
  return read.flatMap((each, place) => (each.includes(secret) ? [place] : []));
}

/** What the pages, the feeds and the search read of a document, for every kind of reader. */
async function everythingRead({ id, slug }: DocumentInHearing) {
  const wish = { version: null, place: 'whole', commentId: null, withDebate: true };
  const read: unknown[] = [];
  for (const who of [publicReader(forum), bo, ida, ada]) {
    const head = await readDocument(who, slug);
    const { inputs } = await listInputs(who, head);
    read.push(
      await readTextWithDebate(who, id, wish),
      await listDebate(who, id, 'newest', null),
      inputs,
      await readInput(who, head, inputs.at(-1)!.number),
      await readReportPage(who, head),
      await readDocumentFeed(who, slug),
      await readForumFeed(who),
      (await search(who, secret, { document: null, region: null, from: null, to: null })).hits,
      await readCommentHistory(who, head, ugly).catch(() => null)
    );
    if (who.viewer) read.push(await listOwnComments(who, null));
    if (who === ada) read.push(await listReported(who), await listConcealed(who, null));
  }
  return read;
}
