import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rememberDevice } from '#lib/server/access/devices.ts';
import { limiterOf, type Limiter } from '#lib/server/access/limiter.ts';
import { hashPassword } from '#lib/server/access/passwords.ts';
import { sessionsOf } from '#lib/server/access/sessions.ts';
import type { Context } from '#lib/server/access/context.ts';
import { knownDevice, member, rateLimit, securityLog } from '#lib/server/database/tables/index.ts';
import { deleteExpired } from '#lib/server/jobs/housekeeping.ts';
import { acceptInvitation } from '#lib/server/commands/members/accept-invitation.ts';
import { addAccount } from '#lib/server/commands/members/add-account.ts';
import { inviteMember } from '#lib/server/commands/members/invite-member.ts';
import { setPassword } from '#lib/server/commands/members/set-password.ts';
import { readMember } from '#lib/server/queries/members/members-page.ts';
import { changeMember } from '#lib/server/commands/members/change-member.ts';
import { logIn } from '#lib/server/commands/members/log-in.ts';
import { readSecurityLog, trimSecurityLog } from '#lib/server/access/security-log.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { makeMember, publicReader } from '../support/people.ts';

let forum: TestDatabase;
let limiter: Limiter;
beforeAll(async () => {
  forum = await openTestDatabase();
  limiter = limiterOf(forum.database, 1);
});
afterAll(() => forum.close());

test('a member logs in with the password, and with no other', async () => {
  const lise = await account('Lise');
  expect(await tryFrom(1, ' Lise@Example.org ', right)).toBe(lise.viewer!.id);
  await expect(tryFrom(1, 'lise@example.org', 'kaffe')).rejects.toThrow('wrongLogin');
  await expect(tryFrom(1, 'ingen@example.org', 'x')).rejects.toThrow('wrongLogin');
});

test('ten wrong guesses shut out their own address, and not the owner at another', async () => {
  const maren = await account('Maren');
  const email = 'maren@example.org';
  for (let guess = 0; guess < 10; guess++)
    await expect(tryFrom(2, email, `gæt ${guess}`)).rejects.toThrow('wrongLogin');
  await expect(tryFrom(2, email, right)).rejects.toMatchObject({
    refused: 'tooManyLogins',
    facts: { minutes: 15 }
  });
  expect(await tryFrom(3, email, right)).toBe(maren.viewer!.id);
  await forum.database.update(rateLimit).set({ expire: sql`now() - interval '1 second'` });
  expect(await tryFrom(2, email, right)).toBe(maren.viewer!.id);
});

test('of two hundred guesses at once from one address, in two instances, ten are weighed', async () => {
  await account('Niels');
  const other = limiterOf(forum.database, 1);
  const outcomes = await Promise.all(
    Array.from({ length: 200 }, (_, nth) =>
      outcome(tryFrom(4, 'niels@example.org', `gæt ${nth}`, undefined, nth % 2 ? other : limiter))
    )
  );
  expect(counted(outcomes)).toEqual({ wrongLogin: 10, tooManyLogins: 190 });
  expect(await tryFrom(5, 'niels@example.org', right)).toBeTruthy();
});

test('wrong passwords from many addresses are limited to a hundred, and the owner can log in on a known device', async () => {
  const oda = await account('Oda');
  const email = 'oda@example.org';
  const device = await deviceOf(oda);
  const outcomes = await Promise.all(
    Array.from({ length: 200 }, (_, nth) => outcome(tryFrom(1000 + nth, email, `gæt ${nth}`)))
  );
  expect(counted(outcomes)).toEqual({ wrongLogin: 100, tooManyLogins: 100 });
  await expect(tryFrom(6, email, right)).rejects.toThrow('tooManyLogins');
  expect(await tryFrom(6, email, right, device)).toBe(oda.viewer!.id);
  const others = await deviceOf(await account('Per'));
  await expect(tryFrom(6, email, right, others)).rejects.toThrow('tooManyLogins');
  await expect(tryFrom(6, email, right, 'x'.repeat(32))).rejects.toThrow('tooManyLogins');
});

test('a known device has a separate limit, and is forgotten with another password', async () => {
  const rie = await account('Rie');
  const device = await deviceOf(rie);
  for (let guess = 0; guess < 10; guess++)
    await expect(tryFrom(7, 'rie@example.org', 'gæt', device)).rejects.toThrow('wrongLogin');
  await expect(tryFrom(7, 'rie@example.org', right, device)).rejects.toThrow('tooManyLogins');
  expect(await tryFrom(7, 'rie@example.org', right)).toBe(rie.viewer!.id);
  await setPassword(publicReader(forum), rie.viewer!.id, 'en helt anden sætning');
  expect(await forum.database.$count(knownDevice, eq(knownDevice.memberId, rie.viewer!.id))).toBe(
    0
  );
});

test('a meeting of two hundred behind one address logs in, each in the second try', async () => {
  const owner = await account('Sally');
  const limited = limiterOf(forum.database, 1);
  for (let nth = 0; nth < 200; nth++) {
    const result = await limited.consume(['loginAddress', 'the hall']);
    expect(result.isAllowed).toBe(true);
  }
  await expect(tryFrom('the hall', 'sally@example.org', 'gæt')).rejects.toThrow('wrongLogin');
  expect(await tryFrom('the hall', 'sally@example.org', right)).toBe(owner.viewer!.id);
});

test('the limiter stores no names, and deletes expired counts', async () => {
  const tore = await account('Tore');
  const { value } = await sessionsOf(forum.database).begin(tore.viewer!.id);
  await deviceOf(tore);
  await outcome(tryFrom('198.51.100.7', 'tore@example.org', 'gæt'));
  const rows = JSON.stringify(await forum.database.select().from(rateLimit));
  expect(rows).not.toMatch(/tore|198\.51|@/);
  const inAYear = new Date(Date.now() + 365 * 24 * 3_600_000);
  expect(await sessionsOf(forum.database).validate(value)).not.toBeNull();
  await deleteExpired(forum.database, inAYear);
  for (const table of [rateLimit, knownDevice, securityLog])
    expect(await forum.database.$count(table)).toBe(0);
});

test('a limiter that cannot count refuses nobody', async () => {
  await account('Ulrik');
  await forum.database.execute(sql`alter table rate_limit rename to rate_limit_away`);
  try {
    expect(await tryFrom(8, 'ulrik@example.org', right)).toBeTruthy();
    await expect(tryFrom(8, 'ulrik@example.org', 'gæt')).rejects.toThrow('wrongLogin');
  } finally {
    await forum.database.execute(sql`alter table rate_limit_away rename to rate_limit`);
  }
});

test('with limits off nothing is counted', async () => {
  await account('Viggo');
  const off = limiterOf(forum.database, 0);
  for (let guess = 0; guess < 12; guess++)
    await outcome(tryFrom(9, 'viggo@example.org', 'gæt', undefined, off));
  expect(await tryFrom(9, 'viggo@example.org', right, undefined, off)).toBeTruthy();
});

test('the security log tells of logins, refusals and the first lockout, by the id alone', async () => {
  const xenia = await account('Xenia');
  const memberId = xenia.viewer!.id;
  for (let guess = 0; guess < 13; guess++) await outcome(tryFrom(10, 'xenia@example.org', 'gæt'));
  await tryFrom(11, 'xenia@example.org', right);
  const log = await readSecurityLog(forum, { memberId, limit: 100 });
  expect(log.map(({ event }) => event).sort()).toEqual([
    'lockout',
    'login',
    ...Array<string>(10).fill('loginRefused')
  ]);
  const rows = await forum.database.select().from(securityLog);
  expect(JSON.stringify(rows)).not.toMatch(/xenia|@|198\.51/i);
});

test('the security log holds no more than it may', async () => {
  await trimSecurityLog(forum.database, publicReader(forum).now, 0);
  const yrsa = await account('Yrsa');
  const at = (minute: number) => new Date(publicReader(forum).now.getTime() + minute * 60_000);
  for (let minute = 0; minute < 5; minute++)
    await forum.database
      .insert(securityLog)
      .values({ at: at(minute), event: 'login', memberId: yrsa.viewer!.id });
  await trimSecurityLog(forum.database, at(5), 3);
  const kept = await readSecurityLog(forum, { limit: 10 });
  expect(kept.map((line) => line.at)).toEqual([at(4), at(3), at(2)]);
});

test('an account logs in as its e-mail was typed, however the account was made', async () => {
  const administrator = await makeMember(forum, 'Zenia', { roles: ['administrator'] });
  const typed = [' Åse@Blåbær.dk ', 'SØREN@example.org', 'Ida@Ærø.example'];
  const facts = { name: 'Nogen', regionId: null, isRapporteur: false, roles: [] };
  const [atServer, invited, renamed] = typed as [string, string, string];
  await addAccount(publicReader(forum), { ...facts, email: atServer, password: right });
  const token = await inviteMember(administrator, { ...facts, email: invited });
  await acceptInvitation(publicReader(forum), { token, name: 'Søren', password: right });
  const { id, ...before } = await readMember(administrator, (await account('Åge')).viewer!.id);
  await changeMember(administrator, id, { ...before, email: renamed });
  for (const email of [
    ...typed,
    'åse@xn--blbr-roah.dk',
    'A\u030aSE@BLÅBÆR.DK',
    'søren@EXAMPLE.org'
  ])
    expect(await tryFrom(12, email, right)).toBeTruthy();
  const again = { ...facts, email: 'åse@xn--blbr-roah.dk', password: right };
  await expect(addAccount(publicReader(forum), again)).rejects.toThrow('emailTaken');
  for (const email of [
    'ida',
    'ida@',
    '@x.dk',
    'i da@x.dk',
    'ida@x y.dk',
    'a@b@c.dk',
    'i\u200bda@x.dk'
  ])
    await expect(addAccount(publicReader(forum), { ...again, email })).rejects.toThrow(
      'emailInvalid'
    );
});

test('an address that was kept before addresses were made normal logs in too', async () => {
  const old = await account('Øjvind');
  await forum.database
    .update(member)
    .set({ email: 'Øjvind@Blåbær.dk' })
    .where(eq(member.id, old.viewer!.id));
  for (const email of ['øjvind@blåbær.dk', 'øjvind@xn--blbr-roah.dk'])
    expect(await tryFrom(13, email, right)).toBe(old.viewer!.id);
});

const right = 'kaffe og kringle';

/** A member by the name, with the password. */
async function account(name: string): Promise<Context> {
  const person = await makeMember(forum, name);
  const passwordHash = await hashPassword(right);
  await forum.database.update(member).set({ passwordHash }).where(eq(member.id, person.viewer!.id));
  return person;
}

/** The cookie of a device that the member has been logged in on. */
const deviceOf = async (person: Context) =>
  (await rememberDevice(person, person.viewer!.id, undefined)).value;

const tryFrom = (
  address: number | string,
  email: string,
  password: string,
  device?: string,
  counting = limiter
) =>
  logIn(
    publicReader(forum),
    counting,
    { email, password },
    { address: typeof address === 'number' ? `2001:db8:0:${address}::/64` : address, device }
  );

/** What was refused, by its name. */
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'let in',
    (error: Error) => error.message
  );

const counted = (outcomes: string[]) =>
  outcomes.reduce<Record<string, number>>(
    (counts, each) => ({ ...counts, [each]: (counts[each] ?? 0) + 1 }),
    {}
  );
