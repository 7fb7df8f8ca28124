import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PageAsked } from '#lib/domain/paging.ts';
import type { CorrectionAnswers } from '#lib/domain/hearing/corrections.ts';
import { readTextWithDebate } from '#lib/server/queries/debate/text-with-debate.ts';
import type { Context } from '#lib/server/access/context.ts';
import { version } from '#lib/server/database/tables/index.ts';
import { saveDraft } from '#lib/server/commands/documents/save-draft.ts';
import { compareWithLatest } from '#lib/server/queries/documents/draft-preview.ts';
import { pairParagraphs } from '#lib/server/commands/documents/pair-paragraphs.ts';
import { publishVersion } from '#lib/server/commands/documents/publish-version.ts';
import { readVersion } from '#lib/server/text/versions.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { readDraft } from '#lib/server/queries/documents/draft-page.ts';
import { closeHearing } from '#lib/server/commands/documents/close-hearing.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  writeReply,
  openDocumentHearing,
  publishText,
  writeComment,
  type DocumentInHearing
} from '../support/hearings.ts';
import { makeMember } from '../support/people.ts';

let forum: TestDatabase;
let ida: Context;
let opened: DocumentInHearing;
let commentId: string;

const path = 'Stien langs dammen holdes fri for grene, så alle kan gå der om aftenen.';
const bench = 'På broen stilles tre nye bænke op mod syd, hvor der er læ for vinden.';
const lamp = 'Lygterne tændes først, når solen er gået ned.';
const boat = 'Bådene ligger ved den lange kaj om vinteren, og de lejes ud til alle i byen.';

/** So much the same that it may be, and so much another that one must ask. */
const likeness = 'Der kommer siddepladser på broen, og de vender mod syd, så man sidder i sol.';

const begun = [path, bench, lamp, boat].join('\n\n');
const doubtful = begun.replace(bench, likeness);

/** The place of the bench and of what may have become of it. */
const both = { from: [1], to: [1] };

beforeAll(async () => {
  forum = await openTestDatabase();
  ida = await makeMember(forum, 'Ida Holm');
});
afterAll(() => forum.close());

beforeEach(async () => {
  opened = await openDocumentHearing(await makeMember(forum, `Eva ${randomUUID()}`), begun);
  const { blocks } = await readVersion(opened.workingGroup, opened.id);
  commentId = await writeComment(ida, opened, 'Fem ville være bedre.', blocks[1]!.blockId);
  await writeReply(ida, commentId, 'Eller seks.');
  await closeHearing(opened.workingGroup, opened.id, '');
});

test('the working group is asked of a paragraph that is hardly known again, and told what follows it', async () => {
  await write(doubtful);
  expect(await asked()).toMatchObject([
    { asks: 'same', isConfirmed: false, comments: 2, row: { ...both, sure: false } }
  ]);
  await write(begun.replace('tre nye', 'fire nye'));
  expect(await asked()).toEqual([]);
});

test('whoever answers nothing publishes what the engine says', async () => {
  await publishText(opened, doubtful);
  expect(await fate()).toMatchObject({ fate: 'edited' });
});

test('paragraphs that are said to be different are so in the version, and the comment stays behind', async () => {
  await write(doubtful);
  await answer({ different: [both] });
  expect(await changes()).toEqual(['deleted', 'inserted']);
  await publishDraft();
  expect(await fate()).toMatchObject({ fate: 'removed' });
  expect(await kept(2)).toMatchObject({ apart: [{ from: 1, to: 1 }] });
});

test('paragraphs that are said to be the same are asked of no more, and the answer can be taken back', async () => {
  await write(doubtful);
  await answer({ same: [both] });
  expect(await asked()).toMatchObject([{ asks: 'same', isConfirmed: true, row: { sure: true } }]);
  await answer({ different: [both] });
  expect(await asked()).toMatchObject([{ asks: 'became', separated: [{ from: 1, to: 1 }] }]);
  await answer({ forgotten: [{ from: 1, to: 1 }] });
  expect(await asked()).toMatchObject([{ asks: 'same', isConfirmed: false }]);
});

test('a paragraph with comments that was taken out may be said to have become a new one', async () => {
  const other = 'Alle, der vil, kan få en nøgle til skuret.';
  await write(begun.replace(bench, '').concat(`\n\n${other}`));
  expect(await asked()).toMatchObject([{ asks: 'became', comments: 2 }]);
  await answer({ same: [{ from: [1], to: [3] }] });
  await publishDraft();
  const { fate: became, at } = (await fate())!;
  const { blocks } = await readVersion(ida, opened.id);
  expect(blocks.find(({ blockId }) => at.includes(blockId))!.text).toBe(other);
  expect(became).toBe('moved');
});

test('corrections stay with their paragraphs while the draft is edited', async () => {
  await write(doubtful);
  await answer({ different: [both] });
  await write(`Et nyt afsnit helt forrest.\n\n${doubtful.replace('sidder i sol', 'får sol')}`);
  expect(await changes()).toEqual(['inserted', 'deleted', 'inserted']);
  await publishDraft();
  expect(await kept(2)).toMatchObject({ apart: [{ from: 1, to: 2 }] });
});

test('the corrections of one version do not hold for the next', async () => {
  await write(doubtful);
  await answer({ different: [both] });
  await publishDraft();
  expect((await readDraft(opened.workingGroup, opened.id)).corrections).toEqual({});
  await write(doubtful.replace('siddepladser', 'gode siddepladser'));
  await publishDraft();
  expect(await kept(3)).toEqual({});
});

test('answers to a text that has been saved since, or to places that are not there, are refused', async () => {
  await write(doubtful);
  const { revision } = await readDraft(opened.workingGroup, opened.id);
  await write(doubtful.replace('sol', 'solen'));
  const answers = { ...nothing, same: [both] };
  const late = pairParagraphs(opened.workingGroup, opened.id, { revision, answers });
  await expect(late).rejects.toThrow('stale');
  await expect(answer({ same: [{ from: [1], to: [99] }] })).rejects.toThrow('stale');
  await expect(answer({ same: [both, { from: [1], to: [2] }] })).rejects.toThrow('stale');
});

test('150 questions are asked a page at a time, and an answer on the second leaves the first page’s', async () => {
  const many = 150;
  const text = (word: string) =>
    Array.from({ length: many }, (_, at) => `Punkt ${at} er ${word}.`).join('\n\n');
  opened = await openDocumentHearing(
    await makeMember(forum, `Eva ${randomUUID()}`),
    text('gammelt')
  );
  await closeHearing(opened.workingGroup, opened.id, '');
  await write(text('nyt'));
  const pairs = Array.from({ length: many }, (_, at) => ({ from: [at], to: [at] }));
  await answer({ same: pairs });
  const first = await compared({ page: 1 });
  const second = await compared({ page: 2 });
  expect(first.identity.page).toMatchObject({ pages: 2, total: many });
  const places = [first, second].flatMap(({ identity }) =>
    identity.rows.map(({ row }) => ({ from: row.from, to: row.to }))
  );
  expect(places).toEqual(pairs);
  await answer({ different: [second.identity.rows.at(-1)!.row] });
  const after = await compared({ page: 1 });
  expect(after.identity.rows).toEqual(first.identity.rows);
  expect((await compared({ page: 2 })).identity.rows.at(-1)).not.toMatchObject({
    isConfirmed: true
  });
});

test('the form that publishes saves its answers with the version, in one transaction', async () => {
  await write(doubtful);
  const { revision } = await readDraft(opened.workingGroup, opened.id);
  const { context, transactions } = counting(opened.workingGroup);
  const answers = { ...nothing, different: [both] };
  await publishVersion(context, opened.id, { note: '', revision, number: 2, answers });
  expect(transactions()).toBe(1);
  expect(await fate()).toMatchObject({ fate: 'removed' });
  expect(await kept(2)).toMatchObject({ apart: [{ from: 1, to: 1 }] });
  expect((await readDraft(opened.workingGroup, opened.id)).corrections).toEqual({});
});

test('the form that publishes saves no answers if the version is refused', async () => {
  await write(doubtful);
  const { revision } = await readDraft(opened.workingGroup, opened.id);
  const answers = { ...nothing, same: [{ from: [1], to: [99] }] };
  const refused = publishVersion(opened.workingGroup, opened.id, { note: '', revision, answers });
  await expect(refused).rejects.toThrow('stale');
  expect((await readDraft(opened.workingGroup, opened.id)).corrections).toEqual({});
});

test('nobody outside the working group answers', async () => {
  await write(doubtful);
  const { revision } = await readDraft(opened.workingGroup, opened.id);
  const answers = { ...nothing, different: [both] };
  const others = pairParagraphs(ida, opened.id, { revision, answers });
  await expect(others).rejects.toThrow('notAllowed');
});

const nothing: CorrectionAnswers = { same: [], different: [], forgotten: [] };

async function write(markdown: string) {
  const { revision } = await readDraft(opened.workingGroup, opened.id);
  await saveDraft(opened.workingGroup, opened.id, { markdown, revision });
}

async function answer(given: Partial<CorrectionAnswers>) {
  const { revision } = await readDraft(opened.workingGroup, opened.id);
  const answers = { ...nothing, ...given };
  await pairParagraphs(opened.workingGroup, opened.id, { revision, answers });
}

async function publishDraft() {
  const { revision } = await readDraft(opened.workingGroup, opened.id);
  await publishVersion(opened.workingGroup, opened.id, { note: '', revision });
}

/** The same context, and how many transactions it has begun. */
function counting(context: Context) {
  let count = 0;
  const database = new Proxy(context.database, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name === 'transaction') count += 1;
      return typeof value === 'function' ? value.bind(target) : value;
    }
  });
  return { context: { ...context, database }, transactions: () => count };
}

async function compared(identity: PageAsked = {}) {
  const { workingGroup, slug, id } = opened;
  const head = await readDocument(workingGroup, slug);
  return (await compareWithLatest(workingGroup, head, await readDraft(workingGroup, id), {
    changes: {},
    identity
  }))!;
}

const asked = async () => (await compared()).identity.rows;

const changes = async () => (await compared()).changes.rows.map(({ relation }) => relation);

/** What became of the paragraph that Ida commented on. */
async function fate() {
  const wish = { version: null, withDebate: true, place: null, commentId: null };
  const { blocks, gone } = await readTextWithDebate(ida, opened.id, wish);
  const threads = [...blocks.map(({ threadList }) => threadList), gone].flatMap(
    ({ shown }) => shown
  );
  return threads.find(({ first }) => first.id === commentId)!.first.fate;
}

/** The corrections that a version was published with. */
async function kept(number: number) {
  const [found] = await forum.database
    .select({ corrections: version.corrections })
    .from(version)
    .where(and(eq(version.documentId, opened.id), eq(version.number, number)));
  return found!.corrections;
}
