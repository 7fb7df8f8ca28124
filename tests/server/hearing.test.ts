import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromDanishTime } from '#lib/domain/time.ts';
import type { Context } from '#lib/server/access/context.ts';
import { comment, document, input, transition } from '#lib/server/database/tables/index.ts';
import { beginDocument, type DocumentPlan } from '#lib/server/commands/documents/begin-document.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { listTransitions } from '#lib/server/queries/outcome/record-page.ts';
import { closeHearing } from '#lib/server/commands/documents/close-hearing.ts';
import { openHearing, type HearingPlan } from '#lib/server/commands/documents/open-hearing.ts';
import { closeCall } from '#lib/server/commands/documents/close-call.ts';
import { openCall } from '#lib/server/commands/documents/open-call.ts';
import { closeDue } from '#lib/server/jobs/deadlines.ts';
import { listParties } from '#lib/server/hearing/parties.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openDocumentHearing, publishText, writeComment } from '../support/hearings.ts';
import { makeMember, contextAt, findOrMakeRegion, publicReader, today } from '../support/people.ts';

let forum: TestDatabase;
beforeAll(async () => {
  forum = await openTestDatabase();
});
afterAll(() => forum.close());

test('a form that is sent twice begins one document, and the same title twice begins two', async () => {
  const beginner = await makeMember(forum, 'Grethe');
  const plan = { ...documentPlan('Grethe'), formKey: randomUUID() };
  const [one, other] = await Promise.all([
    beginDocument(beginner, plan),
    beginDocument(beginner, plan)
  ]);
  expect(one).toEqual(other);
  const again = await beginDocument(beginner, documentPlan('Grethe'));
  expect(again.slug).toBe(`${one.slug}-2`);
  const others = await beginDocument(beginner, { ...plan, markdown: 'Andre ord.' });
  expect(others.slug).toBe(`${one.slug}-3`);
});

test('a draft with nothing under its headings is not published', async () => {
  const draft = await begin('Rigmor');
  await expect(publishText(draft, '## Visionens tekst\n\n## Baggrund')).rejects.toThrow(
    'nothingToPublish'
  );
});

test('a hearing opens on the newest version, for the Danish days it was given, and says who was asked', async () => {
  const draft = await begin('Mette');
  await publishText(draft, 'Havnen skal have en vaskeplads.');
  await publishText(draft, 'Havnen skal have to vaskepladser.');
  const fyn = await findOrMakeRegion(forum, 'Fyn');
  await openHearing(draft.workingGroup, draft.id, {
    ...plan('2026-03-02', '2026-03-16'),
    invited: [
      { kind: 'organisation', name: 'Ådalens Lystfiskere', regionId: null },
      { kind: 'region', name: 'Fyn', regionId: fyn }
    ]
  });
  const { hearing, state } = await readDocument(draft.workingGroup, draft.slug);
  expect(state).toBe('hearing');
  expect(hearing).toMatchObject({ versionNumber: 2, round: 1 });
  expect(hearing!.closesAt.toISOString()).toBe('2026-03-16T22:59:00.000Z');
  const parties = await listParties(draft.workingGroup, hearing!.id);
  expect(parties.map(({ name }) => name)).toEqual(['Fyn', 'Ådalens Lystfiskere']);
});

test('a hearing does not open without a version, nor for a week without a reason', async () => {
  const draft = await begin('Signe');
  const opening = (closes: string, reasonForShortPeriod = '') =>
    openHearing(draft.workingGroup, draft.id, {
      ...plan('2026-03-02', closes),
      reasonForShortPeriod
    });
  await expect(opening('2026-03-20')).rejects.toThrow('hearingNeedsVersion');
  await publishText(draft, 'Havnen skal have lys.');
  await expect(opening('2026-03-09')).rejects.toThrow('shortHearingNeedsReason');
  expect((await readDocument(draft.workingGroup, draft.slug)).hearing).toBeNull();
  await opening('2026-03-09', 'Kongressen er fremrykket.');
  expect((await readDocument(draft.workingGroup, draft.slug)).state).toBe('hearing');
});

test('a hearing said to have begun before it was opened is refused, or begins when it is opened', async () => {
  const draft = await begin('Gudrun');
  await publishText(draft, 'Havnen skal have et ur.');
  const opening = (opens: string) =>
    openHearing(draft.workingGroup, draft.id, plan(opens, '2026-03-16'));
  await expect(opening('2026-01-01')).rejects.toThrow('hearingOpensInPast');
  expect((await readDocument(draft.workingGroup, draft.slug)).hearing).toBeNull();
  await opening('2026-03-02');
  const { hearing } = await readDocument(draft.workingGroup, draft.slug);
  expect(hearing!.opensAt).toEqual(draft.workingGroup.now);
});

test('nobody but the working group opens or closes a hearing', async () => {
  const opened = await openDocumentHearing(
    await makeMember(forum, 'Ellen'),
    'Havnen skal have en kran.'
  );
  const other = await makeMember(forum, 'Villads');
  await expect(closeHearing(other, opened.id, 'Nu.')).rejects.toThrow('notAllowed');
  await expect(closeHearing(publicReader(forum), opened.id, 'Nu.')).rejects.toThrow('notLoggedIn');
});

test('a comment is taken to the last second, and refused at the deadline itself', async () => {
  const opened = await openDocumentHearing(
    await makeMember(forum, 'Karla'),
    'Havnen skal have skraldespande.'
  );
  const member = await makeMember(forum, 'Otto');
  const { hearing } = await readDocument(opened.workingGroup, opened.slug);
  const lastSecond = new Date(hearing!.closesAt.getTime() - 1000);
  await writeComment(await contextAt(member, lastSecond), opened, 'Og en til glas.');
  await expect(
    writeComment(await contextAt(member, hearing!.closesAt), opened, 'For sent.')
  ).rejects.toThrow('hearingNotOpen');
  const texts = await commentsOf(opened.id);
  expect(texts).toEqual(['Og en til glas.']);
});

test('a hearing closed by hand takes no more, and the record says who closed it and why', async () => {
  const opened = await openDocumentHearing(
    await makeMember(forum, 'Astrid'),
    'Havnen skal have bænke.'
  );
  const member = await makeMember(forum, 'Bent');
  await closeHearing(opened.workingGroup, opened.id, 'Alle har svaret.');
  await expect(writeComment(member, opened, 'En til.')).rejects.toThrow('hearingNotOpen');
  await expect(closeHearing(opened.workingGroup, opened.id, 'Igen.')).rejects.toThrow('wrongState');
  const last = await lastStep(opened.id);
  expect(last).toMatchObject({
    fromState: 'hearing',
    toState: 'processing',
    actorId: opened.workingGroup.viewer!.id,
    reason: 'Alle har svaret.'
  });
});

test('a hearing closed early says so in the record, its planned end and the reason as it was meant', async () => {
  const opened = await openDocumentHearing(
    await makeMember(forum, 'Sigrid'),
    'Havnen skal have et tårn.'
  );
  await closeHearing(opened.workingGroup, opened.id, '**Alle** har svaret.');
  const closing = (await listTransitions(opened.workingGroup, opened.id)).at(-1)!;
  expect(closing).toMatchObject({ from: 'hearing', to: 'processing', actor: 'Sigrid' });
  expect(closing.plannedClosing!.getTime()).toBeGreaterThan(closing.at.getTime());
  expect(closing.reasonHtml).toContain('<strong>Alle</strong> har svaret.');
});

test('at its deadline a hearing closes by itself, once, at that time and in nobody’s name', async () => {
  const opened = await openDocumentHearing(
    await makeMember(forum, 'Ingrid'),
    'Havnen skal have redningsveste.'
  );
  const { closesAt } = (await readDocument(opened.workingGroup, opened.slug)).hearing!;
  await closeDue(forum, new Date(closesAt.getTime() - 1000));
  expect((await readDocument(opened.workingGroup, opened.slug)).state).toBe('hearing');
  const hourAfter = new Date(closesAt.getTime() + 60 * 60 * 1000);
  await closeDue(forum, hourAfter);
  await closeDue(forum, hourAfter);
  const closed = await readDocument(opened.workingGroup, opened.slug);
  expect(closed.state).toBe('processing');
  expect(closed.hearing!.closedAt).toEqual(closesAt);
  const steps = await stepsOf(opened.id);
  const closings = steps.filter(({ toState }) => toState === 'processing');
  expect(closings).toHaveLength(1);
  expect(closings[0]).toMatchObject({ actorId: null, at: closesAt });
});

test('two that open a hearing at once open one', async () => {
  const draft = await begin('Johanne');
  await publishText(draft, 'Havnen skal have en sluse.');
  const opening = () => openHearing(draft.workingGroup, draft.id, plan('2026-03-02', '2026-03-20'));
  const outcomes = await Promise.allSettled([opening(), opening()]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('ideas are called for before there is a text, and everyone may read the call', async () => {
  const draft = await begin('Frida');
  await openCall(draft.workingGroup, draft.id, {
    opensAt: today,
    closesAt: fromDanishTime('2026-03-10', '23:59'),
    markdown: 'Hvad mangler havnen?'
  });
  const member = await makeMember(forum, 'Svend');
  await writeComment(member, draft, 'En is.');
  const { call, state } = await readDocument(publicReader(forum), draft.slug);
  expect(state).toBe('callForInput');
  expect(call!.html).toContain('Hvad mangler havnen?');
  await closeDue(forum, fromDanishTime('2026-03-10', '23:59'));
  expect((await readDocument(draft.workingGroup, draft.slug)).state).toBe('drafting');
  await expect(writeComment(member, draft, 'To is.')).rejects.toThrow('hearingNotOpen');
  const inputs = await forum.database.$count(input, eq(input.documentId, draft.id));
  expect(inputs).toBe(1);
});

test('a call closed by hand cannot be opened again in its round', async () => {
  const draft = await begin('Lis');
  const calling = () =>
    openCall(draft.workingGroup, draft.id, {
      opensAt: today,
      closesAt: fromDanishTime('2026-03-10', '23:59'),
      markdown: 'Hvad mangler havnen?'
    });
  await calling();
  await closeCall(draft.workingGroup, draft.id, 'Vi har nok.');
  await expect(closeCall(draft.workingGroup, draft.id, 'Igen.')).rejects.toThrow('callNotOpen');
  await expect(calling()).rejects.toThrow('wrongState');
  expect(await lastStep(draft.id)).toMatchObject({ toState: 'drafting', reason: 'Vi har nok.' });
});

async function begin(name: string) {
  const beginner = await makeMember(forum, name);
  const { id, slug } = await beginDocument(beginner, documentPlan(name));
  const workingGroup: Context = await contextAt(beginner, today);
  return { id, slug, workingGroup };
}

const documentPlan = (name: string): DocumentPlan => ({
  title: `Havnen, som ${name} vil have den`,
  summary: '',
  level: 'national',
  policyArea: 'By',
  regionId: null,
  audience: 'public',
  proposers: [],
  involved: [],
  markdown: ''
});

const plan = (opens: string, closes: string): HearingPlan => ({
  opensAt: fromDanishTime(opens, '09:00'),
  closesAt: fromDanishTime(closes, '23:59'),
  reasonForShortPeriod: '',
  invited: []
});

async function commentsOf(documentId: string) {
  const rows = await forum.database
    .select({ markdown: comment.markdown })
    .from(comment)
    .innerJoin(document, eq(document.id, comment.documentId))
    .where(eq(document.id, documentId));
  return rows.map(({ markdown }) => markdown);
}

const stepsOf = (documentId: string) =>
  forum.database
    .select()
    .from(transition)
    .where(eq(transition.documentId, documentId))
    .orderBy(transition.at);

/** How its last period ended. */
async function lastStep(documentId: string) {
  return (await stepsOf(documentId)).find(
    ({ toState, fromState }) =>
      toState === 'processing' || (fromState === 'callForInput' && toState === 'drafting')
  );
}
