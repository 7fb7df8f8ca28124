import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginNextRound, decide, meetReservation } from '#lib/server/decisions/actions.ts';
import { listReservations, listTransitions } from '#lib/server/decisions/queries.ts';
import { readDocument, readVersion } from '#lib/server/documents/queries.ts';
import type { Context } from '#lib/server/context.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { hold, publish, say, submitAll, type Held } from '../support/hearings.ts';
import { join } from '../support/people.ts';

let forum: TestDatabase;
beforeAll(async () => {
  forum = await openTestDatabase();
});
afterAll(() => forum.close());

const asWritten = { outcome: 'adoptedAsWritten', reason: '', reservations: [] } as const;

test('Politisk Forum adopts a submission as written, once, and everyone can read that it did', async () => {
  const { held, politiskForum, member } = await submitted('Anna');
  await decide(politiskForum, held.id, { ...asWritten, reservations: [] });
  expect((await readDocument(member, held.slug)).state).toBe('adopted');
  const again = decide(politiskForum, held.id, { ...asWritten, reservations: [] });
  await expect(again).rejects.toThrow('alreadyDecided');
});

test('nobody but Politisk Forum decides, not even the working group', async () => {
  const { held, member } = await submitted('Bodil');
  for (const other of [member, held.workingGroup])
    await expect(decide(other, held.id, { ...asWritten, reservations: [] })).rejects.toThrow(
      'notAllowed'
    );
});

test('two of Politisk Forum who decide at once leave one decision', async () => {
  const { held, politiskForum } = await submitted('Clara');
  const both = await Promise.allSettled([
    decide(politiskForum, held.id, { ...asWritten, reservations: [] }),
    decide(politiskForum, held.id, { outcome: 'returned', reason: 'Mere.', reservations: [] })
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a return says what is wished for, and the next round begins as a draft with the first still there', async () => {
  const { held, politiskForum } = await submitted('Dorte');
  const returned = { outcome: 'returned', reservations: [] } as const;
  const wordless = decide(politiskForum, held.id, { ...returned, reservations: [], reason: ' ' });
  await expect(wordless).rejects.toThrow('wishesMissing');
  await decide(politiskForum, held.id, { ...returned, reservations: [], reason: 'Regn på det.' });
  await beginNextRound(held.workingGroup, held.id);
  const head = await readDocument(held.workingGroup, held.slug);
  expect([head.state, head.round]).toEqual(['drafting', 2]);
  const steps = await listTransitions(held.workingGroup, held.id);
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
  const { held, politiskForum } = await submitted('Else');
  const reserving = (reservations: { blockId: string | null; wish: string }[]) =>
    decide(politiskForum, held.id, {
      outcome: 'adoptedWithReservations',
      reason: '',
      reservations
    });
  await expect(reserving([])).rejects.toThrow('reservationsMissing');
  await expect(reserving([{ blockId: null, wish: '' }])).rejects.toThrow('reservationsMissing');
  const unknown = '00000000-0000-4000-8000-000000000000';
  await expect(reserving([{ blockId: unknown, wish: 'Kortere.' }])).rejects.toThrow('notFound');
  expect((await readDocument(politiskForum, held.slug)).state).toBe('submitted');
});

test('a reservation is met by a version that changes its paragraph, and the last one completes the adoption', async () => {
  const { held, politiskForum } = await submitted('Freja');
  const { blocks } = await readVersion(held.workingGroup, held.id);
  const [bridge, ferry] = blocks.map(({ blockId }) => blockId);
  await decide(politiskForum, held.id, {
    outcome: 'adoptedWithReservations',
    reason: 'Næsten.',
    reservations: [
      { blockId: bridge!, wish: 'Sig, hvem der betaler.' },
      { blockId: ferry!, wish: 'Sig, hvor tit.' }
    ]
  });
  const [first, second] = await listReservations(held.workingGroup, held.id);
  await publish(held, 'Havnen skal have en bro, som staten betaler.\n\nFærgen sejler.');
  const meet = (id: string, versionNumber: number) =>
    meetReservation(held.workingGroup, id, { versionNumber, note: 'Skrevet ind.' });
  await expect(meet(second!.id, 2)).rejects.toThrow('reservationUntouched');
  await expect(meet(first!.id, 1)).rejects.toThrow('reservationUntouched');
  await meet(first!.id, 2);
  expect((await readDocument(politiskForum, held.slug)).state).toBe('adoptedWithReservations');
  await publish(held, 'Havnen skal have en bro, som staten betaler.\n\nFærgen sejler hver time.');
  await meet(second!.id, 3);
  expect((await readDocument(politiskForum, held.slug)).state).toBe('adopted');
});

/** A submitted document with one answered comment, and the people who can look at it. */
async function submitted(
  name: string
): Promise<{ held: Held; politiskForum: Context; member: Context }> {
  const held = await hold(
    await join(forum, `${name} af arbejdsgruppen`),
    'Havnen skal have en bro.\n\nFærgen sejler.'
  );
  const member = await join(forum, `${name} medlem`);
  await say(member, held, 'Godt.');
  await submitAll(held, 'Tak.');
  const politiskForum = await join(forum, `${name} af Politisk Forum`, {
    roles: ['politiskForum']
  });
  return { held, politiskForum, member };
}
