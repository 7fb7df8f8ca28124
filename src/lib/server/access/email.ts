import { domainToASCII, domainToUnicode } from 'node:url';
import { and, eq, ne, or, sql, type SQL } from 'drizzle-orm';
import { Refusal } from '#lib/domain/refusal.ts';
import { member } from '../database/tables/index.ts';
import type { Context } from './context.ts';

/** In characters, what mail can be sent to: RFC 5321, section 4.5.3. */
export const maxEmailLength = 254;

/**
 * Returns an e-mail address in the form in which it is stored and compared, or null if it is not an
 * address: composed (NFC), in small letters, and the domain in ASCII ("xn--…"). The name before the
 * @ may have any letters.
 */
export function normalizeEmail(given: string): string | null {
  const [name, domain, ...more] = given.normalize('NFC').trim().toLowerCase().split('@');
  if (!name || !domain || more.length > 0 || unwanted.test(name)) return null;
  const ascii = /[\s/?#:[\]\\]/.test(domain) ? '' : domainToASCII(domain);
  const email = `${name}@${ascii}`;
  return ascii && email.length <= maxEmailLength ? email : null;
}

/** What a name before the @ may not have: spaces, and characters that cannot be seen. */
const unwanted = /[\s\p{C}\p{Default_Ignorable_Code_Point}]/u;

/** Returns an e-mail address as normalizeEmail does. Throws Refusal('emailInvalid') if it is none. */
export function parseEmail(given: string): string {
  const email = normalizeEmail(given);
  if (email === null) throw new Refusal('emailInvalid');
  return email;
}

/**
 * Throws Refusal('emailTaken') if a member has the e-mail. The member with the id `exceptFor` may
 * have it.
 */
export async function refuseTakenEmail(
  { database }: Pick<Context, 'database'>,
  email: string,
  exceptFor?: string
) {
  const others = exceptFor === undefined ? undefined : ne(member.id, exceptFor);
  if ((await database.$count(member, and(hasEmail(email), others))) > 0)
    throw new Refusal('emailTaken');
}

/**
 * Returns the condition that a member has the e-mail: as normalizeEmail writes it, or with its domain
 * in Unicode, as rows from before normalizeEmail have it.
 */
export function hasEmail(given: string): SQL {
  const email = normalizeEmail(given);
  if (email === null) return sql`false`;
  const [name, domain] = email.split('@');
  const written = `${name}@${domainToUnicode(domain!)}`;
  return or(
    ...[...new Set([email, written])].map((each) => eq(sql`lower(${member.email})`, each))
  )!;
}
