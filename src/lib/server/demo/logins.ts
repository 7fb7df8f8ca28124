import { inArray } from 'drizzle-orm';
import { passwordFits } from '../access/passwords.ts';
import type { Database } from '../database/open.ts';
import { member } from '../database/tables/index.ts';
import { demo, type DemoLogin } from './content/index.ts';

/** The one password of everybody in the demo; no secret, as everybody is told it at start. */
export const demoPassword = 'lydhoer-demo';

/** The demo's logins, one a role, that work here; none where the database is not the demo's. */
export async function listDemoLogins(database: Database): Promise<DemoLogin[]> {
  const emails = demo.logins.map(({ email }) => email);
  const found = await database
    .select({ email: member.email, passwordHash: member.passwordHash })
    .from(member)
    .where(inArray(member.email, emails));
  const hashes = [...new Set(found.map(({ passwordHash }) => passwordHash))];
  const working = await Promise.all(hashes.map((hash) => passwordFits(hash, demoPassword)));
  const emailsThatWork = found
    .filter(({ passwordHash }) => working[hashes.indexOf(passwordHash)])
    .map(({ email }) => email);
  return demo.logins.filter(({ email }) => emailsThatWork.includes(email));
}
