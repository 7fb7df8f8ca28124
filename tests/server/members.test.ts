import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { limiterOf } from '#lib/server/access/limiter.ts';
import { hashPassword } from '#lib/server/access/passwords.ts';
import { sessionsOf } from '#lib/server/access/sessions.ts';
import type { Context } from '#lib/server/access/context.ts';
import { member, session } from '#lib/server/database/tables/index.ts';
import { findInvitation } from '#lib/server/access/invitations.ts';
import { acceptInvitation } from '#lib/server/commands/members/accept-invitation.ts';
import { inviteMember } from '#lib/server/commands/members/invite-member.ts';
import {
  listRightsHistory,
  listMembers,
  readMember
} from '#lib/server/queries/members/members-page.ts';
import { logIn } from '#lib/server/commands/members/log-in.ts';
import { listRegionsWithRapporteurs } from '#lib/server/queries/members/regions-page.ts';
import { changeMember } from '#lib/server/commands/members/change-member.ts';
import { findViewer } from '#lib/server/access/viewer.ts';
import { readSecurityLog } from '#lib/server/access/security-log.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { makeMember, findOrMakeRegion, publicReader } from '../support/people.ts';

let forum: TestDatabase;
let administrator: Context;
beforeAll(async () => {
  forum = await openTestDatabase();
  administrator = await makeMember(forum, 'Karla', { roles: ['administrator'] });
});
afterAll(() => forum.close());

test('the database holds no session that could be put in a cookie', async () => {
  const person = await makeMember(forum, 'Nanna');
  const sessions = sessionsOf(forum.database);
  const { value } = await sessions.begin(person.viewer!.id);
  expect(await sessions.validate(value)).toMatchObject({ viewer: { id: person.viewer!.id } });
  const [kept] = await forum.database
    .select()
    .from(session)
    .where(eq(session.memberId, person.viewer!.id));
  expect(kept!.id).not.toBe(value);
  expect(await sessions.validate(kept!.id)).toBeNull();
  await sessions.end(value);
  expect(await sessions.validate(value)).toBeNull();
});

test('an invitation makes one member with its roles, and works once and for a fortnight', async () => {
  const regionId = await findOrMakeRegion(forum, 'Fyn');
  const plan = {
    ...{ email: 'ny@example.org', name: 'Ny', regionId, isRapporteur: true },
    roles: ['politiskForum' as const]
  };
  const token = await inviteMember(administrator, plan);
  const accepting = { token, name: 'Nynne', password: 'en god adgangskode' };
  const tooLate = publicReader(forum, new Date(administrator.now.getTime() + 15 * 24 * 3_600_000));
  await expect(acceptInvitation(tooLate, accepting)).rejects.toThrow('invitationSpent');
  const id = await acceptInvitation(publicReader(forum), accepting);
  expect(await findViewer(forum.database, id)).toMatchObject({
    name: 'Nynne',
    roles: ['politiskForum'],
    rapporteurOf: [regionId]
  });
  await expect(acceptInvitation(publicReader(forum), accepting)).rejects.toThrow('invitationSpent');
  await expect(inviteMember(administrator, plan)).rejects.toThrow('emailTaken');
});

test('only an administrator sees and changes members, and the last one cannot step down', async () => {
  const person = await makeMember(forum, 'Olga');
  await expect(listMembers(person)).rejects.toThrow('notAllowed');
  const own = await readMember(administrator, administrator.viewer!.id);
  const stepDown = changeMember(administrator, own.id, { ...own, roles: [], isClosed: false });
  await expect(stepDown).rejects.toThrow('lastAdministrator');
  expect((await readMember(administrator, own.id)).roles).toEqual(['administrator']);
});

test('two administrators who edit a member at once do not write over each other', async () => {
  const person = await makeMember(forum, 'Petra');
  const before = await readMember(administrator, person.viewer!.id);
  const save = (name: string) =>
    changeMember(administrator, before.id, { ...before, name, isClosed: false });
  await save('Petra Ny');
  await expect(save('Petra Anden')).rejects.toThrow('stale');
});

test('administrators who change each other at once are one after the other', async () => {
  const [one, other] = await Promise.all(
    ['Sif', 'Torkild'].map((name) => makeMember(forum, name, { roles: ['administrator'] }))
  );
  const change = async (by: Context, of: Context) => {
    const before = await readMember(administrator, of.viewer!.id);
    // A role more or less names whoever gave it, who is being changed by the other meanwhile.
    const roles = before.roles.includes('politiskForum')
      ? ['administrator' as const]
      : ['administrator' as const, 'politiskForum' as const];
    await changeMember(by, before.id, { ...before, roles, isClosed: false });
  };
  for (let round = 0; round < 8; round++)
    await Promise.all([change(one!, other!), change(other!, one!)]);
  expect((await readMember(administrator, one!.viewer!.id)).revision).toBe(9);
});

test('of administrators who all demote each other at once, one is left', async () => {
  const own = await openTestDatabase();
  try {
    const names = ['Uffe', 'Vera', 'Willy', 'Xenia'];
    const all = await Promise.all(
      names.map((name) => makeMember(own, name, { roles: ['administrator'] }))
    );
    const rows = await listMembers(all[0]!);
    const demoted = all.map((by, index) => {
      const of = rows.find(({ id }) => id === all[(index + 1) % all.length]!.viewer!.id)!;
      return changeMember(by, of.id, { ...of, roles: [], isClosed: false });
    });
    const results = await Promise.allSettled(demoted);
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([{ reason: { refused: 'lastAdministrator' } }]);
  } finally {
    await own.close();
  }
});

test('a closed account is logged out and cannot log in again', async () => {
  const person = await makeMember(forum, 'Rosa');
  await givePassword(person, 'en lang sætning');
  const sessions = sessionsOf(forum.database);
  const { value } = await sessions.begin(person.viewer!.id);
  const before = await readMember(administrator, person.viewer!.id);
  await changeMember(administrator, before.id, { ...before, isClosed: true });
  expect(await sessions.validate(value)).toBeNull();
  const limiter = limiterOf(forum.database, 1);
  const caller = { address: '192.0.2.1', device: undefined };
  const given = { email: before.email, password: 'en lang sætning' };
  await expect(logIn(publicReader(forum), limiter, given, caller)).rejects.toThrow('wrongLogin');
  const closed = await readMember(administrator, before.id);
  await changeMember(administrator, before.id, { ...closed, isClosed: false });
  expect(await logIn(publicReader(forum), limiter, given, caller)).toBe(before.id);
  expect(
    (await listRightsHistory(administrator, before.id)).map(({ what }) => what).sort()
  ).toEqual(['accountClosed', 'accountReopened']);
});

test('a right that is taken away stays in the history, with who gave it and who took it', async () => {
  const regionId = await findOrMakeRegion(forum, 'Fyn');
  const other = await makeMember(forum, 'Signe', { roles: ['administrator'] });
  const { id, ...before } = await readMember(
    administrator,
    (await makeMember(forum, 'Tove')).viewer!.id
  );
  const at = (hour: number) => new Date(`2026-03-03T${hour}:00:00Z`);
  const rights = { roles: ['politiskForum' as const], rapporteurOf: [regionId] };
  await changeMember({ ...administrator, now: at(10) }, id, { ...before, ...rights });
  expect(await findViewer(forum.database, id)).toMatchObject(rights);
  const changed = { ...before, ...rights, revision: 2 };
  await changeMember({ ...other, now: at(11) }, id, { ...changed, roles: [] });
  expect(await findViewer(forum.database, id)).toMatchObject({ ...rights, roles: [] });
  await changeMember({ ...other, now: at(12) }, id, { ...changed, revision: 3 });
  const role = { detail: 'politiskForum' };
  expect(await listRightsHistory(administrator, id)).toEqual([
    { at: at(12), what: 'roleGranted', by: 'Signe', ...role },
    { at: at(11), what: 'roleRevoked', by: 'Signe', ...role },
    { at: at(10), what: 'roleGranted', by: 'Karla', ...role },
    { at: at(10), what: 'rapporteurGranted', by: 'Karla', detail: 'Fyn' }
  ]);
  await expect(
    listRightsHistory(other.viewer ? await makeMember(forum, 'Ulla') : other, id)
  ).rejects.toThrow('notAllowed');
  const log = await readSecurityLog(forum, { memberId: id, limit: 10 });
  expect(log.map(({ event, detail, actedBy }) => [event, detail, actedBy])).toEqual([
    ['roleGranted', 'politiskForum', 'signe@example.org'],
    ['roleRevoked', 'politiskForum', 'signe@example.org'],
    ...[expect.anything(), expect.anything()]
  ]);
});

test('a region names those who may speak for it now', async () => {
  const speaker = await makeMember(forum, 'Thyra', { rapporteurOf: 'Bornholm' });
  const bornholm = async () =>
    (await listRegionsWithRapporteurs(administrator)).find(({ name }) => name === 'Bornholm')!;
  expect((await bornholm()).rapporteurs).toEqual(['Thyra']);
  const before = await readMember(administrator, speaker.viewer!.id);
  await changeMember(administrator, before.id, { ...before, rapporteurOf: [] });
  expect((await bornholm()).rapporteurs).toEqual([]);
});

test('what is saved unchanged gives and takes nothing', async () => {
  const person = await makeMember(forum, 'Vera', { roles: ['politiskForum'], rapporteurOf: 'Fyn' });
  const before = await readMember(administrator, person.viewer!.id);
  const history = await listRightsHistory(administrator, before.id);
  await changeMember(administrator, before.id, before);
  expect(await listRightsHistory(administrator, before.id)).toEqual(history);
});

test('a link tells whether its invitation was used, is too old, or is none', async () => {
  const plan = { name: 'Yrsa', regionId: null, isRapporteur: false, roles: [] };
  const used = await inviteMember(administrator, { ...plan, email: 'yrsa@example.org' });
  const old = await inviteMember(administrator, { ...plan, email: 'yrsa2@example.org' });
  const chosen = { token: used, name: 'Yrsa', password: 'en god adgangskode' };
  await acceptInvitation(publicReader(forum), chosen);
  const later = publicReader(forum, new Date(administrator.now.getTime() + 15 * 24 * 3_600_000));
  const stateOf = async (token: string) => (await findInvitation(later, token)).state;
  expect(await stateOf(used)).toBe('used');
  expect(await stateOf(old)).toBe('expired');
  expect(await stateOf('nonsense')).toBe('unknown');
});

test('a name is cleaned wherever it is given, and one that cannot be read is refused', async () => {
  const plan = { email: 'zoe@example.org', regionId: null, isRapporteur: false, roles: [] };
  const invite = (name: string) => inviteMember(administrator, { ...plan, name });
  await expect(invite('\u200b\u202e')).rejects.toThrow('nameInvisible');
  const token = await invite('Zoe');
  const take = (name: string) =>
    acceptInvitation(publicReader(forum), { token, name, password: 'en god adgangskode' });
  await expect(take('\u2066 \u2069')).rejects.toThrow('nameInvisible');
  const { id, name, ...before } = await readMember(administrator, await take('Zo\u202ee  Bak'));
  expect(name).toBe('Zoe Bak');
  const rename = (given: string) => changeMember(administrator, id, { ...before, name: given });
  await expect(rename('\u200b')).rejects.toThrow('nameInvisible');
  await rename('Zoe\u0000 Bæk');
  expect((await readMember(administrator, id)).name).toBe('Zoe Bæk');
});

test('a password that is guessed first, or is one’s own name, is refused', async () => {
  const plan = { name: 'Øjvind', regionId: null, isRapporteur: false, roles: [] };
  const token = await inviteMember(administrator, { ...plan, email: 'oejvind.bak@example.org' });
  const take = (password: string) =>
    acceptInvitation(publicReader(forum), { token, name: 'Øjvind Bak', password });
  await expect(take('qwertyuiop')).rejects.toThrow('passwordCommon');
  await expect(take('oejvind.bak')).rejects.toThrow('passwordOwn');
  await expect(take('kort')).rejects.toThrow('passwordTooShort');
  await take('hellere en sætning');
});

async function givePassword({ database, viewer }: Context, password: string) {
  const passwordHash = await hashPassword(password);
  await database.update(member).set({ passwordHash }).where(eq(member.id, viewer!.id));
}
