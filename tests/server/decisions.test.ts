import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findLacking } from '#lib/domain/hearing/adoption.ts';
import { draft } from '#lib/server/database/tables/index.ts';
import { describeDocument } from '#lib/server/queries/documents/documents-api.ts';
import { decide } from '#lib/server/commands/outcome/decide.ts';
import { beginNextRound } from '#lib/server/commands/outcome/begin-next-round.ts';
import { concludeAdoption } from '#lib/server/commands/outcome/conclude-adoption.ts';
import { sendChangeBack } from '#lib/server/commands/outcome/send-change-back.ts';
import { approveChanges } from '#lib/server/commands/outcome/approve-changes.ts';
import { sendReservationBack } from '#lib/server/commands/outcome/send-reservation-back.ts';
import { confirmReservation } from '#lib/server/commands/outcome/confirm-reservation.ts';
import { proposeReservation } from '#lib/server/commands/outcome/propose-reservation.ts';
import { listAdopted, listAwaitingConfirmation } from '#lib/server/queries/outcome/forum-page.ts';
import { listTransitions } from '#lib/server/queries/outcome/record-page.ts';
import { listAdoptionSteps } from '#lib/server/queries/outcome/adoption-steps.ts';
import { findAdoptionReview } from '#lib/server/hearing/adoption-review.ts';
import { saveDraft } from '#lib/server/commands/documents/save-draft.ts';
import { publishVersion } from '#lib/server/commands/documents/publish-version.ts';
import { readVersion } from '#lib/server/text/versions.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { toAtom } from '#lib/server/http/atom.ts';
import { readDocumentFeed } from '#lib/server/queries/feeds/feeds.ts';
import type { Context } from '#lib/server/access/context.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import {
  openDocumentHearing,
  publishText,
  writeComment,
  closeAndSubmit,
  type DocumentInHearing
} from '../support/hearings.ts';
import { makeMember } from '../support/people.ts';

let forum: TestDatabase;
beforeAll(async () => {
  forum = await openTestDatabase();
});
afterAll(() => forum.close());

const asWritten = { outcome: 'adoptedAsWritten', reason: '', reservations: [] } as const;

test('Politisk Forum adopts a submission as written, once, and everyone can read that it did', async () => {
  const { opened, politiskForum, member } = await submitted('Anna');
  await decide(politiskForum, opened.id, { ...asWritten, reservations: [] });
  expect((await readDocument(member, opened.slug)).state).toBe('adopted');
  const again = decide(politiskForum, opened.id, { ...asWritten, reservations: [] });
  await expect(again).rejects.toThrow('alreadyDecided');
});

test('nobody but Politisk Forum decides, not even the working group', async () => {
  const { opened, member } = await submitted('Bodil');
  for (const other of [member, opened.workingGroup])
    await expect(decide(other, opened.id, { ...asWritten, reservations: [] })).rejects.toThrow(
      'notAllowed'
    );
});

test('two of Politisk Forum who decide at once leave one decision', async () => {
  const { opened, politiskForum } = await submitted('Clara');
  const both = await Promise.allSettled([
    decide(politiskForum, opened.id, { ...asWritten, reservations: [] }),
    decide(politiskForum, opened.id, { outcome: 'returned', reason: 'Mere.', reservations: [] })
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a return says what is wished for, and the next round begins as a draft with the first still there', async () => {
  const { opened, politiskForum } = await submitted('Dorte');
  const returned = { outcome: 'returned', reservations: [] } as const;
  const wordless = decide(politiskForum, opened.id, { ...returned, reservations: [], reason: ' ' });
  await expect(wordless).rejects.toThrow('wishesMissing');
  await decide(politiskForum, opened.id, { ...returned, reservations: [], reason: 'Regn på det.' });
  await beginNextRound(opened.workingGroup, opened.id);
  const head = await readDocument(opened.workingGroup, opened.slug);
  expect([head.state, head.round]).toEqual(['drafting', 2]);
  const steps = await listTransitions(opened.workingGroup, opened.id);
  expect(steps.map(({ to }) => to)).toEqual([
    'drafting',
    'hearing',
    'processing',
    'submitted',
    'returned',
    'drafting'
  ]);
});

test('reservations need words and a known block', async () => {
  const { opened, politiskForum } = await submitted('Else');
  const reserving = (reservations: { blockId: string | null; wish: string }[]) =>
    decide(politiskForum, opened.id, {
      outcome: 'adoptedWithReservations',
      reason: '',
      reservations
    });
  await expect(reserving([])).rejects.toThrow('reservationsMissing');
  await expect(reserving([{ blockId: null, wish: '' }])).rejects.toThrow('reservationsMissing');
  const unknown = '00000000-0000-4000-8000-000000000000';
  await expect(reserving([{ blockId: unknown, wish: 'Kortere.' }])).rejects.toThrow('notFound');
  expect((await readDocument(politiskForum, opened.slug)).state).toBe('submitted');
});

test('a wish for another text is not adopted over: nothing is decided until it is moved or taken out', async () => {
  const { opened, politiskForum } = await submitted('Grete');
  const reservations = [{ blockId: null, wish: 'Kortere.' }];
  for (const plan of [asWritten, { outcome: 'returned', reason: 'Regn på det.' } as const])
    await expect(decide(politiskForum, opened.id, { ...plan, reservations })).rejects.toThrow(
      'reservationsUnexpected'
    );
  expect((await readDocument(politiskForum, opened.slug)).state).toBe('submitted');
});

test('a reservation is met when Politisk Forum confirms it, and the last confirmation fixes the adopted version', async () => {
  const { opened, politiskForum, member } = await submitted('Freja');
  const [first, second] = await reserve(opened, politiskForum, [0, 1]);
  await publishText(opened, `${paid}\n\nFærgen sejler.`);
  await expect(propose(opened, second!, 2)).rejects.toThrow('reservationUntouched');
  await propose(opened, first!, 2);
  await expect(confirm(member, opened, first!, 2)).rejects.toThrow('notAllowed');
  await expect(confirm(opened.workingGroup, opened, first!, 2)).rejects.toThrow('notAllowed');
  await expect(propose({ ...opened, workingGroup: politiskForum }, second!, 2)).rejects.toThrow(
    'notAllowed'
  );
  await confirm(politiskForum, opened, first!, 2);
  expect((await readDocument(member, opened.slug)).state).toBe('adoptedWithReservations');
  await publishText(opened, `${paid}\n\nFærgen sejler hver time.`);
  await propose(opened, second!, 3);
  await confirm(politiskForum, opened, second!, 3);
  const { state, adopted } = await readDocument(member, opened.slug);
  expect(state).toBe('adopted');
  expect(adopted).toMatchObject({ versionNumber: 3, adoptedBy: 'Freja af Politisk Forum' });
  await expect(publishText(opened, 'Alligevel ikke.')).rejects.toThrow('wrongState');
  const steps = await listAdoptionSteps(member, opened.id);
  expect(
    steps.map(({ kind, actor, number, versionNumber }) => [kind, actor, number, versionNumber])
  ).toEqual([
    ['proposed', 'Freja af arbejdsgruppen', 1, 2],
    ['confirmed', 'Freja af Politisk Forum', 1, 2],
    ['proposed', 'Freja af arbejdsgruppen', 2, 3],
    ['confirmed', 'Freja af Politisk Forum', 2, 3]
  ]);
});

test('what is adopted as written is adopted in the version that was submitted', async () => {
  const { opened, politiskForum, member } = await submitted('Gerda');
  await decide(politiskForum, opened.id, { ...asWritten, reservations: [] });
  expect((await readDocument(member, opened.slug)).adopted).toMatchObject({ versionNumber: 1 });
  expect((await listAdopted(member, 50)).map(({ slug }) => slug)).toContain(opened.slug);
  expect((await describeDocument(member, opened.slug)).adopted).toMatchObject({ version: 1 });
  const feed = toAtom(await readDocumentFeed(member, opened.slug), { origin: '', locale: 'da' });
  expect(feed).toContain(
    `rel="related" type="text/html" href="/documents/${opened.slug}?version=1"`
  );
});

test('a figure changed outside the reservations holds the adoption back until Politisk Forum approves it by name', async () => {
  const { opened, politiskForum, member } = await submitted('Hanne', `${bridge}\n\n${money}`);
  const [first] = await reserve(opened, politiskForum, [0]);
  await publishText(opened, `${paid}\n\n${money.replace('50.000', '500.000')}`);
  await propose(opened, first!, 2);
  await confirm(politiskForum, opened, first!, 2);
  expect((await readDocument(member, opened.slug)).state).toBe('adoptedWithReservations');
  await expect(
    concludeAdoption(politiskForum, opened.id, { versionNumber: 2 })
  ).rejects.toMatchObject({
    refused: 'changedOutside',
    facts: { places: '2' }
  });
  const [change] = await outside(opened);
  const approving = { versionNumber: 2, seen: 0, changes: [change!] };
  await expect(approveChanges(opened.workingGroup, opened.id, approving)).rejects.toThrow(
    'notAllowed'
  );
  await approveChanges(politiskForum, opened.id, approving);
  expect((await readDocument(member, opened.slug)).adopted).toMatchObject({ versionNumber: 2 });
  const steps = await listAdoptionSteps(member, opened.id);
  expect(steps.at(-1)).toMatchObject({ kind: 'approved', reservationId: null, number: 2 });
});

test('a change that was sent back and is written back again leaves the adoption to be completed', async () => {
  const { opened, politiskForum, member } = await submitted('Inge', `${bridge}\n\n${money}`);
  const [first] = await reserve(opened, politiskForum, [0]);
  await publishText(opened, `# Lufthavnen\n\n${paid}\n\n${money}`);
  await propose(opened, first!, 2);
  await confirm(politiskForum, opened, first!, 2);
  const [title] = await outside(opened);
  const back = { versionNumber: 2, seen: 0, change: title! };
  await expect(sendChangeBack(politiskForum, opened.id, { ...back, reason: ' ' })).rejects.toThrow(
    'sendBackReasonMissing'
  );
  await sendChangeBack(politiskForum, opened.id, { ...back, reason: 'Det er en havn.' });
  await expect(
    concludeAdoption(politiskForum, opened.id, { versionNumber: 2 })
  ).rejects.toMatchObject({
    facts: { places: '»Lufthavnen«' }
  });
  await publishText(opened, `# Havnen\n\n${paid}\n\n${money}`);
  expect((await listAwaitingConfirmation(politiskForum)).map(({ slug }) => slug)).toContain(
    opened.slug
  );
  await concludeAdoption(politiskForum, opened.id, { versionNumber: 3 });
  expect((await readDocument(member, opened.slug)).adopted).toMatchObject({ versionNumber: 3 });
});

test('a confirmed reservation that is undone in a later version is no longer met', async () => {
  const { opened, politiskForum } = await submitted('Jette', `${bridge}\n\nFærgen sejler.`);
  const [first, second] = await reserve(opened, politiskForum, [0, 1]);
  await publishText(opened, `${paid}\n\nFærgen sejler.`);
  await propose(opened, first!, 2);
  await confirm(politiskForum, opened, first!, 2);
  await publishText(opened, `${bridge}\n\nFærgen sejler hver time.`);
  await propose(opened, second!, 3);
  await confirm(politiskForum, opened, second!, 3);
  const head = await readDocument(politiskForum, opened.slug);
  expect([head.state, head.adopted]).toEqual(['adoptedWithReservations', null]);
  await expect(
    concludeAdoption(politiskForum, opened.id, { versionNumber: 3 })
  ).rejects.toMatchObject({
    refused: 'reservationNotMet',
    facts: { missing: 1 }
  });
});

test('a page from before a newer version is refused, and says which', async () => {
  const { opened, politiskForum } = await submitted('Karla');
  const [first] = await reserve(opened, politiskForum, [0]);
  await publishText(opened, `${paid}\n\nFærgen sejler.`);
  await propose(opened, first!, 2);
  await publishText(opened, `${bridge} Måske.\n\nFærgen sejler.`);
  await expect(confirm(politiskForum, opened, first!, 2)).rejects.toMatchObject({
    refused: 'newerVersion',
    facts: { number: 3 }
  });
});

test('if two of Politisk Forum answer at once, one is refused because there is something new', async () => {
  const { opened, politiskForum } = await submitted('Lise', `${bridge}\n\n${money}`);
  const [first] = await reserve(opened, politiskForum, [0, 1]);
  const other = await makeMember(forum, 'Lise to af Politisk Forum', { roles: ['politiskForum'] });
  await publishText(opened, `${paid}\n\n${money}`);
  await propose(opened, first!, 2);
  const both = await Promise.allSettled([
    confirmReservation(politiskForum, opened.id, {
      reservationId: first!,
      versionNumber: 2,
      seen: 1
    }),
    sendReservationBack(other, opened.id, {
      ...{ reservationId: first!, versionNumber: 2, seen: 1, reason: 'Hvem betaler?' }
    })
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { refused: 'answeredMeanwhile' }
  });
});

test('a version published while the last reservation is confirmed is either seen or refused', async () => {
  const { opened, politiskForum } = await submitted('Maren');
  const [first] = await reserve(opened, politiskForum, [0]);
  await publishText(opened, `${paid}\n\nFærgen sejler.`);
  await propose(opened, first!, 2);
  const saved = await saveDraft(opened.workingGroup, opened.id, {
    markdown: `${paid}\n\nFærgen sejler aldrig mere.`,
    revision: await revisionOf(opened)
  });
  const [confirmed, published] = await Promise.allSettled([
    confirm(politiskForum, opened, first!, 2),
    publishVersion(opened.workingGroup, opened.id, { note: '', ...saved })
  ]);
  expect([confirmed.status, published.status].sort()).toEqual(['fulfilled', 'rejected']);
  const { adopted, latestVersion } = await readDocument(politiskForum, opened.slug);
  if (confirmed.status === 'fulfilled') expect(adopted?.versionNumber).toBe(latestVersion!.number);
  else expect(adopted).toBeNull();
});

const bridge = 'Havnen skal have en bro.';
const paid = 'Havnen skal have en bro, som staten betaler.';
const money = 'Vi sætter 50.000 kr. af til kajen om året.';

/** Adopts with a reservation on each of the paragraphs at the places; gives their ids. */
async function reserve(
  opened: DocumentInHearing,
  politiskForum: Context,
  places: number[]
): Promise<string[]> {
  const { blocks } = await readVersion(opened.workingGroup, opened.id);
  await decide(politiskForum, opened.id, {
    ...{ outcome: 'adoptedWithReservations', reason: 'Næsten.' },
    reservations: places.map((place) => ({ blockId: blocks[place]!.blockId, wish: 'Skriv mere.' }))
  });
  const { judgement } = (await findAdoptionReview(opened.workingGroup, {
    id: opened.id,
    round: 1
  }))!;
  return judgement.reservations.map(({ reservation }) => reservation.id);
}

const propose = async (opened: DocumentInHearing, reservationId: string, versionNumber: number) =>
  proposeReservation(opened.workingGroup, opened.id, {
    ...{
      reservationId,
      versionNumber,
      note: 'Skrevet ind.',
      seen: await seenOf(opened, reservationId)
    }
  });

const confirm = async (
  who: Context,
  opened: DocumentInHearing,
  reservationId: string,
  versionNumber: number
) =>
  confirmReservation(who, opened.id, {
    ...{ reservationId, versionNumber, seen: await seenOf(opened, reservationId) }
  });

async function seenOf(opened: DocumentInHearing, id: string): Promise<number> {
  const { judgement } = (await findAdoptionReview(opened.workingGroup, {
    id: opened.id,
    round: 1
  }))!;
  return judgement.reservations.find(({ reservation }) => reservation.id === id)!.stepCount;
}

/** The names of the changes outside the reservations that are not approved. */
async function outside(opened: DocumentInHearing): Promise<string[]> {
  const { judgement } = (await findAdoptionReview(opened.workingGroup, {
    id: opened.id,
    round: 1
  }))!;
  return findLacking(judgement).changes.map(({ change }) => change.name);
}

async function revisionOf({ id, workingGroup }: DocumentInHearing): Promise<number> {
  const [found] = await workingGroup.database
    .select({ revision: draft.revision })
    .from(draft)
    .where(eq(draft.documentId, id));
  return found!.revision;
}

/** A submitted document with one answered comment, and the people who can look at it. */
async function submitted(
  name: string,
  markdown = 'Havnen skal have en bro.\n\nFærgen sejler.'
): Promise<{ opened: DocumentInHearing; politiskForum: Context; member: Context }> {
  const opened = await openDocumentHearing(
    await makeMember(forum, `${name} af arbejdsgruppen`),
    markdown
  );
  const member = await makeMember(forum, `${name} medlem`);
  await writeComment(member, opened, 'Godt.');
  await closeAndSubmit(opened, 'Tak.');
  const politiskForum = await makeMember(forum, `${name} af Politisk Forum`, {
    roles: ['politiskForum']
  });
  return { opened, politiskForum, member };
}
