import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashPassword } from '#lib/server/auth/passwords.ts';
import { sessionsOf } from '#lib/server/auth/sessions.ts';
import type { Context } from '#lib/server/context.ts';
import { member, session } from '#lib/server/database/tables/index.ts';
import { acceptInvitation, inviteMember, logIn } from '#lib/server/members/actions.ts';
import { changeMember, listMembers, readMember } from '#lib/server/members/administration.ts';
import { findViewer } from '#lib/server/members/queries.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { join, regionNamed, stranger } from '../support/people.ts';

let forum: TestDatabase;
let administrator: Context;
beforeAll(async () => {
  forum = await openTestDatabase();
  administrator = await join(forum, 'Karla', { roles: ['administrator'] });
});
afterAll(() => forum.close());

test('a member logs in with the password, and with no other', async () => {
  const person = await join(forum, 'Lise');
  await givePassword(person, 'kaffe og kringle');
  const trying = (password: string) =>
    logIn(stranger(forum), { email: ' Lise@Example.org ', password });
  expect(await trying('kaffe og kringle')).toBe(person.viewer!.id);
  await expect(trying('kaffe')).rejects.toThrow('wrongLogin');
  const nobody = logIn(stranger(forum), { email: 'ingen@example.org', password: 'x' });
  await expect(nobody).rejects.toThrow('wrongLogin');
});

test('an account that is guessed at rests, even from the right password, and wakes again', async () => {
  const person = await join(forum, 'Maren');
  await givePassword(person, 'en lang sætning');
  const at = (minutes: number) => new Date(stranger(forum).now.getTime() + minutes * 60_000);
  const trying = (password: string, minutes: number) =>
    logIn(stranger(forum, at(minutes)), { email: 'maren@example.org', password });
  for (let guess = 0; guess < 10; guess++)
    await expect(trying(`gæt ${guess}`, 0)).rejects.toThrow('wrongLogin');
  await expect(trying('en lang sætning', 1)).rejects.toThrow('tooManyLogins');
  expect(await trying('en lang sætning', 16)).toBe(person.viewer!.id);
});

test('the database holds no session that could be put in a cookie', async () => {
  const person = await join(forum, 'Nanna');
  const sessions = sessionsOf(forum.database);
  const { value } = await sessions.begin(person.viewer!.id);
  expect(await sessions.recognise(value)).toMatchObject({ viewer: { id: person.viewer!.id } });
  const [kept] = await forum.database
    .select()
    .from(session)
    .where(eq(session.memberId, person.viewer!.id));
  expect(kept!.id).not.toBe(value);
  expect(await sessions.recognise(kept!.id)).toBeNull();
  await sessions.end(value);
  expect(await sessions.recognise(value)).toBeNull();
});

test('an invitation makes one member with its roles, and works once and for a fortnight', async () => {
  const regionId = await regionNamed(forum, 'Fyn');
  const plan = {
    ...{ email: 'ny@example.org', name: 'Ny', regionId, isRapporteur: true },
    roles: ['politiskForum' as const]
  };
  const token = await inviteMember(administrator, plan);
  const accepting = { token, name: 'Nynne', password: 'en god adgangskode' };
  const tooLate = stranger(forum, new Date(administrator.now.getTime() + 15 * 24 * 3_600_000));
  await expect(acceptInvitation(tooLate, accepting)).rejects.toThrow('invitationSpent');
  const id = await acceptInvitation(stranger(forum), accepting);
  expect(await findViewer(forum.database, id)).toMatchObject({
    name: 'Nynne',
    roles: ['politiskForum'],
    rapporteurOf: [regionId]
  });
  await expect(acceptInvitation(stranger(forum), accepting)).rejects.toThrow('invitationSpent');
  await expect(inviteMember(administrator, plan)).rejects.toThrow('emailTaken');
});

test('only an administrator sees and changes members, and the last one cannot step down', async () => {
  const person = await join(forum, 'Olga');
  await expect(listMembers(person)).rejects.toThrow('notAllowed');
  const own = await readMember(administrator, administrator.viewer!.id);
  const stepDown = changeMember(administrator, own.id, { ...own, roles: [], isClosed: false });
  await expect(stepDown).rejects.toThrow('lastAdministrator');
  expect((await readMember(administrator, own.id)).roles).toEqual(['administrator']);
});

test('two administrators who edit a member at once do not write over each other', async () => {
  const person = await join(forum, 'Petra');
  const before = await readMember(administrator, person.viewer!.id);
  const save = (name: string) =>
    changeMember(administrator, before.id, { ...before, name, isClosed: false });
  await save('Petra Ny');
  await expect(save('Petra Anden')).rejects.toThrow('stale');
});

test('a closed account is logged out and cannot log in again', async () => {
  const person = await join(forum, 'Rosa');
  await givePassword(person, 'en lang sætning');
  const sessions = sessionsOf(forum.database);
  const { value } = await sessions.begin(person.viewer!.id);
  const before = await readMember(administrator, person.viewer!.id);
  await changeMember(administrator, before.id, { ...before, isClosed: true });
  expect(await sessions.recognise(value)).toBeNull();
  const trying = logIn(stranger(forum), { email: before.email, password: 'en lang sætning' });
  await expect(trying).rejects.toThrow('wrongLogin');
});

async function givePassword({ database, viewer }: Context, password: string) {
  const passwordHash = await hashPassword(password);
  await database.update(member).set({ passwordHash }).where(eq(member.id, viewer!.id));
}
