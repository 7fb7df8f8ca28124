import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyAnswers } from '#lib/domain/hearing/corrections.ts';
import type { Context } from '#lib/server/access/context.ts';
import type { Database } from '#lib/server/database/open.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { enterMeeting } from '#lib/server/commands/regions/enter-meeting.ts';
import { reviseMeeting } from '#lib/server/commands/regions/revise-meeting.ts';
import { closeHearing } from '#lib/server/commands/documents/close-hearing.ts';
import { listInputs, readInput } from '#lib/server/hearing/inputs/list.ts';
import { readMeeting } from '#lib/server/queries/regions/meetings.ts';
import { addRemark } from '#lib/server/commands/regions/add-remark.ts';
import { writeRewrite } from '#lib/server/commands/regions/write-rewrite.ts';
import { withdrawRewrite } from '#lib/server/commands/regions/withdraw-rewrite.ts';
import { compareRewrite } from '#lib/server/queries/regions/compare-page.ts';
import { listRewrites, readRewrite, type Rewrite } from '#lib/server/queries/regions/rewrites.ts';
import { reviewRewrite, type Review } from '#lib/server/commands/regions/review-rewrite.ts';
import { discardRewrite } from '#lib/server/commands/regions/discard-rewrite.ts';
import { postRewrite } from '#lib/server/commands/regions/post-rewrite.ts';
import { listSections, writeScope } from '#lib/server/queries/regions/new-rewrite-page.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openDocumentHearing, type DocumentInHearing } from '../support/hearings.ts';
import { makeMember, contextAt, findOrMakeRegion, publicReader, today } from '../support/people.ts';

let forum: TestDatabase;
let fyn: Context;
let opened: DocumentInHearing;
beforeAll(async () => {
  forum = await openTestDatabase();
  fyn = await makeMember(forum, 'Lone Fynbo', { rapporteurOf: 'Fyn' });
  opened = await openDocumentHearing(await makeMember(forum, 'Ida Udkast'), draft);
});
afterAll(() => forum.close());

test('a rapporteur enters the meetings of the own region, and of no other', async () => {
  const { meeting } = await entered();
  expect(meeting).toMatchObject({ place: 'Havnens hus', attendance: 12, onBehalf: false });
  const elsewhere = { ...plan, regionId: await findOrMakeRegion(forum, 'Lolland') };
  await expect(enterMeeting(fyn, opened.id, elsewhere)).rejects.toThrow('notAllowed');
  const member = await makeMember(forum, 'Mads Medlem');
  const regionId = await findOrMakeRegion(forum, 'Fyn');
  await expect(enterMeeting(member, opened.id, { ...plan, regionId })).rejects.toThrow(
    'notAllowed'
  );
});

test('what the working group enters for a region is marked so', async () => {
  const { meeting } = await entered(opened.workingGroup);
  expect(meeting).toMatchObject({ onBehalf: true, enteredBy: 'Ida Udkast' });
});

test('a meeting is entered when it has been held, and a form sent twice makes one', async () => {
  const regionId = await findOrMakeRegion(forum, 'Fyn');
  const tomorrow = { ...plan, regionId, heldOn: '2026-03-03' };
  await expect(enterMeeting(fyn, opened.id, tomorrow)).rejects.toThrow('meetingInFuture');
  const first = await enterMeeting(fyn, opened.id, { ...plan, regionId });
  expect(await enterMeeting(fyn, opened.id, { ...plan, regionId })).toBe(first);
  const more = { ...plan, regionId, attendance: plan.attendance + 1 };
  expect(await enterMeeting(fyn, opened.id, more)).not.toBe(first);
});

test('who corrects a meeting on a form that is stale is told, and nothing is written over', async () => {
  const { meeting } = await entered();
  const facts = { heldOn: plan.heldOn, place: 'Skolen', attendance: 9, minutes: '' };
  await reviseMeeting(fyn, meeting.id, { ...facts, revision: meeting.revision });
  await expect(
    reviseMeeting(fyn, meeting.id, { ...facts, place: 'Kroen', revision: meeting.revision })
  ).rejects.toThrow('stale');
  expect((await read(meeting.id)).place).toBe('Skolen');
});

test('a remark is an input at its paragraph, once', async () => {
  const { meeting } = await entered();
  const [blockId] = await blockIds();
  await addRemark(fyn, meeting.id, { markdown: 'Vi savner et tal.', blockId: blockId! });
  await addRemark(fyn, meeting.id, { markdown: 'Vi savner et tal.', blockId: blockId! });
  const { remarks } = await read(meeting.id);
  expect(remarks).toMatchObject([{ blockId, number: expect.any(Number) }]);
  await addRemark(fyn, meeting.id, { markdown: 'Vi savner to tal.', blockId: blockId! });
  expect((await read(meeting.id)).remarks).toHaveLength(2);
});

test('a text that is not posted is seen by those who may speak for the region alone', async () => {
  const { id } = await written(wholeText);
  await expect(readRewrite(publicReader(forum), await document(), id)).rejects.toThrow('notFound');
  const member = await makeMember(forum, 'Nanna Nysgerrig');
  await expect(readRewrite(member, await document(), id)).rejects.toThrow('notFound');
  expect((await readRewrite(opened.workingGroup, await document(), id)).id).toBe(id);
});

test('outside its scope a rewrite asks for nothing', async () => {
  const [, proposals] = await listSections(fyn, await versionId());
  const reading = await written('## Forslag\n\nVi bygger en bro af egetræ til øen.', [
    proposals!.blockId
  ]);
  expect(reading.considered.map(({ text }) => text)).toEqual([
    'Forslag',
    'Vi bygger en bro af fyrretræ til øen.'
  ]);
  expect(reading.changes.map(({ relation }) => relation)).toEqual(['edited']);
  await expect(written('Noget.', [])).rejects.toThrow('rewriteNeedsScope');
});

test('a section pasted without its heading does not delete the heading', async () => {
  const [, proposals] = await listSections(fyn, await versionId());
  const reading = await written('Vi bygger en bro af egetræ til øen.', [proposals!.blockId]);
  expect(reading.changes.map(({ relation }) => relation)).toEqual(['edited']);
});

test("the draft's text of a scope can be edited as a beginning", async () => {
  const [, proposals] = await listSections(fyn, await versionId());
  const words = await writeScope(fyn, await versionId(), [proposals!.blockId]);
  expect(words).toBe('## Forslag\n\nVi bygger en bro af fyrretræ til øen.\n');
  const reading = await written(words, [proposals!.blockId]);
  expect(reading.changes).toEqual([]);
  await expect(postRewrite(fyn, reading.id, reading.revision)).rejects.toThrow(
    'rewriteSaysNothing'
  );
});

test('a paragraph in brackets is no text, and the reason of what was deleted before it', async () => {
  const reading = await written(wholeText);
  expect(reading.blocks.filter(({ isRemark }) => isRemark)).toHaveLength(1);
  expect(reading.changes).toMatchObject([
    { relation: 'deleted', reason: 'Her strøg vi færgen, for den er nedlagt.' },
    { relation: 'edited', reason: '' }
  ]);
});

test('a remark that is text after all becomes a change, and the other reasons stay', async () => {
  const before = await written(wholeText);
  const last = before.changes.at(-1)!.position;
  const after = await reviewed(before, { reasons: { [last]: 'Eg holder længere.' }, remarks: [] });
  expect(after.changes.map(({ relation }) => relation).sort()).toEqual([
    'deleted',
    'edited',
    'inserted'
  ]);
  expect(after.changes.find(({ relation }) => relation === 'edited')?.reason).toBe(
    'Eg holder længere.'
  );
});

test('a reason that was emptied by hand is not filled again', async () => {
  const emptied = await reviewed(await written(wholeText), { reasons: { 0: '' } });
  expect((await reviewed(emptied, {})).changes[0]?.reason).toBe('');
});

test('what a person says of two paragraphs is honoured when the text is aligned again', async () => {
  const before = await written(wholeText);
  const edited = before.rows.find(({ relation }) => relation === 'edited')!;
  const text = before.blocks.filter(({ isRemark }) => !isRemark);
  const pairing = { from: edited.from, to: edited.to.map((place) => text[place]!.position) };
  const answers = { same: [], different: [pairing], forgotten: [] };
  const apart = await reviewed(before, {
    corrections: applyAnswers(before.corrections, answers)
  });
  expect(apart.changes.map(({ relation }) => relation).sort()).toEqual([
    'deleted',
    'deleted',
    'inserted'
  ]);
  const again = { same: [pairing], different: [], forgotten: [] };
  const back = await reviewed(apart, { corrections: applyAnswers(apart.corrections, again) });
  expect(back.changes.map(({ relation }) => relation).sort()).toEqual(['deleted', 'edited']);
});

test('two who look the same text through do not write over each other', async () => {
  const reading = await written(wholeText);
  await reviewed(reading, {});
  await expect(reviewed(reading, {})).rejects.toThrow('stale');
  await expect(postRewrite(fyn, reading.id, reading.revision)).rejects.toThrow('stale');
  await expect(discardRewrite(fyn, reading.id, reading.revision)).rejects.toThrow('stale');
});

test('the same text sent twice is one text, and a discarded one is gone', async () => {
  const { meeting } = await entered();
  const first = await writeRewrite(fyn, meeting.id, { ...wholePlan });
  expect(await writeRewrite(fyn, meeting.id, { ...wholePlan })).toBe(first);
  const prefaced = { ...wholePlan, foreword: 'Mødet var enigt.' };
  expect(await writeRewrite(fyn, meeting.id, prefaced)).not.toBe(first);
  await discardRewrite(fyn, first, (await readRewrite(fyn, await document(), first)).revision);
  await expect(readRewrite(fyn, await document(), first)).rejects.toThrow('notFound');
});

test('posting makes each change an input, and withdrawing takes them out again', async () => {
  const reading = await written(wholeText);
  const before = await inputCount();
  await postRewrite(fyn, reading.id, reading.revision);
  const posted = await readRewrite(publicReader(forum), await document(), reading.id);
  expect(posted.changes.every(({ number }) => number !== null)).toBe(true);
  expect(await inputCount()).toBe(before + 2);
  expect(await isListed(reading.id)).toBe(true);
  const lolland = await makeMember(forum, 'Per Lolland', { rapporteurOf: 'Lolland' });
  await expect(withdrawRewrite(lolland, reading.id)).rejects.toThrow('notAllowed');
  await withdrawRewrite(fyn, reading.id);
  const { number } = posted.changes[0]!;
  await expect(readInput(publicReader(forum), await document(), number!)).rejects.toMatchObject({
    refused: 'changeWithdrawn',
    facts: { number, region: 'Fyn', name: 'Lone Fynbo', at: today }
  });
  expect(await inputCount()).toBe(before);
  expect(await isListed(reading.id)).toBe(false);
  const withdrawn = await readRewrite(publicReader(forum), await document(), reading.id);
  expect(withdrawn).toMatchObject({ withdrawnBy: 'Lone Fynbo' });
  await expect(withdrawRewrite(fyn, reading.id)).rejects.toThrow('rewriteWithdrawn');
});

test('a review does not change a posted rewrite', async () => {
  const reading = await written(wholeText);
  await postRewrite(fyn, reading.id, reading.revision);
  const posted = await readRewrite(fyn, await document(), reading.id);
  await expect(reviewed(posted, {})).rejects.toThrow('stale');
});

test('a rewrite is reviewed and posted in one transaction that loads it once', async () => {
  const reading = await written(wholeText);
  const { database, counts } = countStatements(fyn.database);
  const review = () => ({ foreword: 'Enige.', reasons: { 0: 'Den er nedlagt.' }, remarks: [2] });
  await postRewrite({ ...fyn, database }, reading.id, reading.revision, review);
  expect(counts).toEqual({ transaction: 1, select: 7, update: 4, insert: 1, delete: 0 });
  const posted = await readRewrite(fyn, await document(), reading.id);
  expect(posted).toMatchObject({ foreword: 'Enige.', revision: reading.revision + 2 });
  expect(posted.changes[0]).toMatchObject({
    reason: 'Den er nedlagt.',
    number: expect.any(Number)
  });
});

test('a review that results in other changes is saved, and the rewrite is not posted', async () => {
  const reading = await written(wholeText);
  const review = () => ({ remarks: [] });
  const { isPosted } = await postRewrite(fyn, reading.id, reading.revision, review);
  const saved = await readRewrite(fyn, await document(), reading.id);
  expect([isPosted, saved.postedAt, saved.changes.length]).toEqual([false, null, 3]);
});

test('a version and a text are compared within what the meeting considered', async () => {
  const [, proposals] = await listSections(fyn, await versionId());
  const { id } = await written('## Forslag\n\nVi bygger en bro af egetræ.', [proposals!.blockId]);
  const texts = await compareRewrite(
    fyn,
    await document(),
    { rewriteId: id, number: null },
    { view: 'inPlace', asked: {} }
  );
  expect(texts.from.numbers).toHaveLength(2);
  expect(texts.to).toMatchObject({ region: 'Fyn', version: null });
});

test('when the hearing has closed a rapporteur is refused, and the working group is marked late', async () => {
  const closing = await openDocumentHearing(await makeMember(forum, 'Eva Luk'), draft, {
    title: 'Lukket'
  });
  const regionId = await findOrMakeRegion(forum, 'Fyn');
  const meetingId = await enterMeeting(fyn, closing.id, { ...plan, regionId });
  await closeHearing(closing.workingGroup, closing.id, '');
  const after = await contextAt(fyn, today);
  await expect(enterMeeting(after, closing.id, { ...plan, regionId })).rejects.toThrow(
    'hearingNotOpen'
  );
  await expect(writeRewrite(after, meetingId, wholePlan)).rejects.toThrow('hearingNotOpen');
  const id = await writeRewrite(closing.workingGroup, meetingId, wholePlan);
  const document = await readDocument(closing.workingGroup, closing.slug);
  const { revision } = await readRewrite(closing.workingGroup, document, id);
  await postRewrite(closing.workingGroup, id, revision);
  const { inputs } = await listInputs(closing.workingGroup, document, {});
  expect(inputs.map(({ late }) => late)).toEqual([true, true]);
});

const draft = `## Havnen

Havnen er åben for alle, der kommer med båd.

Færgen sejler til øen hver time fra morgen til aften.

## Forslag

Vi bygger en bro af fyrretræ til øen.
`;

const wholeText = `## Havnen

Havnen er åben for alle, der kommer med båd.

(Her strøg vi færgen, for den er nedlagt.)

## Forslag

Vi bygger en bro af egetræ til øen.
`;

const plan = { heldOn: '2026-03-01', place: 'Havnens hus', attendance: 12, minutes: 'Enige.' };
const wholePlan = { markdown: wholeText, foreword: '', scope: null };

const document = () => readDocument(opened.workingGroup, opened.slug);
const versionId = async () => (await document()).hearing!.versionId;
const read = async (id: string) => readMeeting(fyn, await document(), id);

/** A meeting at a place of its own, so that no test meets another's. */
let meetings = 0;
async function entered(by: Context = fyn) {
  const regionId = await findOrMakeRegion(forum, 'Fyn');
  const minutes = `Møde ${++meetings}`;
  const id = await enterMeeting(by, opened.id, { ...plan, regionId, minutes });
  return { meeting: await read(id) };
}

async function written(markdown: string, scope: string[] | null = null): Promise<Rewrite> {
  const { meeting } = await entered();
  const id = await writeRewrite(fyn, meeting.id, { markdown, foreword: '', scope });
  return readRewrite(fyn, await document(), id);
}

async function reviewed(reading: Rewrite, review: Review): Promise<Rewrite> {
  await reviewRewrite(fyn, reading.id, reading.revision, () => review);
  return readRewrite(fyn, await document(), reading.id);
}

async function blockIds(): Promise<string[]> {
  const { considered } = await written(wholeText);
  return considered.map(({ blockId }) => blockId);
}

const inputCount = async () => {
  const { inputs } = await listInputs(fyn, await document(), { limit: 1000 });
  return inputs.length;
};

const isListed = async (id: string) =>
  (await listRewrites(publicReader(forum), await document())).some((each) => each.id === id);

type Method = 'transaction' | 'select' | 'update' | 'insert' | 'delete';

/** The database, and how many transactions and statements of each kind are made with it. */
function countStatements(database: Database) {
  const counts = { transaction: 0, select: 0, update: 0, insert: 0, delete: 0 };
  const counting = (target: Database): Database =>
    new Proxy(target, {
      get(_, name) {
        const own: unknown = Reflect.get(target, name);
        if (typeof own !== 'function') return own;
        if (name in counts) counts[name as Method]++;
        if (name !== 'transaction') return own.bind(target);
        return (work: (inside: Database) => Promise<unknown>) =>
          target.transaction((inside) => work(counting(inside)));
      }
    });
  return { database: counting(database), counts };
}
