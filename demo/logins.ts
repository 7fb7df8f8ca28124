import { inArray } from 'drizzle-orm';
import { m } from '#lib/paraglide/messages.js';
import { verifyPassword } from '#lib/server/access/passwords.ts';
import type { Database } from '#lib/server/database/open.ts';
import { member } from '#lib/server/database/tables/index.ts';
import type { DemoLogin } from './reader/people.ts';
import { readPeople } from './reader/read.ts';

/** The password of every member of the demo; no secret, as it is printed at the start. */
export const demoPassword = 'lydhoer-demo';

/** Returns the demo's logins that work in the database: none if it does not hold the demo. */
export async function listDemoLogins(database: Database): Promise<DemoLogin[]> {
  const { logins } = readPeople();
  const emails = logins.map(({ email }) => email);
  const found = await database
    .select({ email: member.email, passwordHash: member.passwordHash })
    .from(member)
    .where(inArray(member.email, emails));
  const hashes = [...new Set(found.map(({ passwordHash }) => passwordHash))];
  const working = await Promise.all(hashes.map((hash) => verifyPassword(hash, demoPassword)));
  const emailsThatWork = found
    .filter(({ passwordHash }) => working[hashes.indexOf(passwordHash)])
    .map(({ email }) => email);
  return logins.filter(({ email }) => emailsThatWork.includes(email));
}

/** Returns the logins as lines for a terminal: the role, the e-mail and the password. */
export function loginLines(logins: readonly DemoLogin[]): string[] {
  if (logins.length === 0) return [];
  const names = logins.map(({ role }) => roleName[role]({}, inDanish));
  const width = Math.max(...names.map((name) => name.length));
  const lines = logins.map(
    ({ email }, index) => `  ${names[index]!.padEnd(width)}  ${email}  ${demoPassword}`
  );
  return [m.login_as({}, inDanish), ...lines];
}

/** Nobody chooses a language in a terminal, and the demo is Danish. */
const inDanish = { locale: 'da' } as const;

const roleName = {
  member: m.common_member,
  rapporteur: m.word_role_rapporteur,
  workingGroup: m.word_role_workingGroup,
  politiskForum: m.word_role_politiskForum,
  administrator: m.word_role_administrator
};
