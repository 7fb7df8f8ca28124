import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '#lib/server/access/context.ts';
import { readVersion } from '#lib/server/text/versions.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { closeHearing } from '#lib/server/commands/documents/close-hearing.ts';
import { importTopic } from '#lib/server/commands/documents/import-topic.ts';
import { importDocument } from '#lib/server/commands/documents/import-document.ts';
import { enterLetter } from '#lib/server/commands/desk/enter-letter.ts';
import { enterMeeting } from '#lib/server/commands/regions/enter-meeting.ts';
import { addRemark } from '#lib/server/commands/regions/add-remark.ts';
import { writeRewrite } from '#lib/server/commands/regions/write-rewrite.ts';
import { withdrawRewrite } from '#lib/server/commands/regions/withdraw-rewrite.ts';
import { readRewrite } from '#lib/server/queries/regions/rewrites.ts';
import { reviewRewrite } from '#lib/server/commands/regions/review-rewrite.ts';
import { postRewrite } from '#lib/server/commands/regions/post-rewrite.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openDocumentHearing, publishText, type DocumentInHearing } from '../support/hearings.ts';
import { makeMember, findOrMakeRegion, today } from '../support/people.ts';

/** A statement takes 65,535 values; at fourteen a paragraph that was 4,681 paragraphs. */
const many = 5000;
const paragraphs = (say: (at: number) => string, mark = '\n\n') =>
  Array.from({ length: many }, (_, at) => say(at)).join(mark);

let forum: TestDatabase;
let group: Context;
let fyn: Context;
let opened: DocumentInHearing;
beforeAll(async () => {
  forum = await openTestDatabase();
  group = await makeMember(forum, 'Ida Udkast');
  fyn = await makeMember(forum, 'Lone Fynbo', { rapporteurOf: 'Fyn' });
  opened = await openDocumentHearing(
    group,
    paragraphs((at) => `Punkt ${at} er nyt.`)
  );
}, 120_000);
afterAll(() => forum.close());

test('a rewrite of 5,000 changes is reviewed, posted, each change an input, and withdrawn', async () => {
  const open = await openDocumentHearing(
    await makeMember(forum, 'Eva Lang'),
    paragraphs((at) => `Punkt ${at} er nyt.`),
    { title: 'Lang' }
  );
  const meetingId = await enterMeeting(fyn, open.id, await meetingPlan());
  const rewriteId = await writeRewrite(fyn, meetingId, {
    markdown: paragraphs((at) => `Punkt ${at} er ${at % 2 ? 'vort' : 'gammelt'}.`),
    ...{ foreword: '', scope: null }
  });
  const document = await readDocument(fyn, open.slug);
  const written = await readRewrite(fyn, document, rewriteId);
  expect(written.changes).toHaveLength(many);
  const all = written.blocks.map(({ position }) => position);
  const { revision } = written;
  const marked = await reviewRewrite(fyn, rewriteId, revision, () => ({ remarks: all }));
  const again = await reviewRewrite(fyn, rewriteId, marked.revision, () => ({ remarks: [] }));
  await postRewrite(fyn, rewriteId, again.revision);
  const posted = await readRewrite(fyn, document, rewriteId);
  expect(posted.changes.map(({ number }) => number)).toEqual(
    Array.from({ length: many }, (_, at) => at + 1)
  );
  await withdrawRewrite(fyn, rewriteId);
}, 240_000);

test('a document of 5,000 paragraphs is imported, with 5,000 names beside it', async () => {
  const file = {
    name: 'lang.md',
    bytes: new TextEncoder().encode(paragraphs((at) => `Nr ${at}.`))
  };
  const names = Array.from({ length: many }, (_, at) => `Forslagsstiller ${at}`);
  const { text } = await importDocument(group, file, {
    ...{ title: 'Importeret', summary: '', level: 'national', policyArea: 'By' },
    ...{ regionId: null, audience: 'public', proposers: names, involved: names }
  });
  expect(text.blocks).toHaveLength(many);
}, 120_000);

test('a thread of 5,000 posts is imported, and once more without making them twice', async () => {
  const posts = Array.from({ length: many }, (_, at) => ({
    ...{ externalId: `sted:${at}`, number: at + 1, replyTo: null, likes: 0, tail: null },
    author: { name: 'Ida Udkast', username: 'ida' },
    ...{ markdown: `Indlæg ${at}`, createdAt: today }
  }));
  const topic = { title: 'Tråden', posts, problems: [] };
  await importTopic(opened.workingGroup, opened.id, topic as never);
  const again = await importTopic(opened.workingGroup, opened.id, topic as never);
  expect(again).toMatchObject({ known: many });
}, 120_000);

test('minutes, a meeting’s remark and a letter may hold thousands of paragraphs', async () => {
  const short = Array.from({ length: 2000 }, (_, at) => `${at}`).join('\n\n');
  const minutes = short;
  const meetingId = await enterMeeting(fyn, opened.id, { ...(await meetingPlan()), minutes });
  await addRemark(fyn, meetingId, { blockId: null, markdown: short.slice(0, 9000) });
  const letter = { id: randomUUID(), sender: 'Havnefogeden', receivedOn: '2026-03-02' };
  const number = await enterLetter(opened.workingGroup, opened.id, {
    ...{ ...letter, paragraph: null, markdown: short }
  });
  expect(number).toBeGreaterThan(0);
}, 120_000);

test('a draft of 5,000 paragraphs becomes a version, and the next one', async () => {
  const before = await readVersion(opened.workingGroup, opened.id);
  expect(before.blocks).toHaveLength(many);
  await closeHearing(opened.workingGroup, opened.id, '');
  const after = await publishText(
    opened,
    paragraphs((at) => `Punkt ${at} er ${at % 2 ? 'nyt' : 'gammelt'}.`)
  );
  expect(after.blocks.map(({ number }) => number)).toEqual(
    Array.from({ length: many }, (_, at) => at + 1)
  );
  expect(new Set(after.blocks.map(({ blockId }) => blockId)).size).toBe(many);
}, 120_000);

const meetingPlan = async () => ({
  ...{ heldOn: '2026-03-01', place: 'Havnens hus', attendance: 12, minutes: '' },
  regionId: await findOrMakeRegion(forum, 'Fyn')
});
