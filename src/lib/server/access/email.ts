import { domainToASCII, domainToUnicode } from 'node:url';
import { or, eq, sql, type SQL } from 'drizzle-orm';
import { Refusal } from '#lib/domain/refusal.ts';
import { member } from '../database/tables/index.ts';

/** The longest that mail can be sent to: RFC 5321, section 4.5.3. */
export const longestEmail = 254;

/**
 * An e-mail address in the one way that it is kept and compared: composed, in small letters, and a
 * domain beyond ASCII as mail and browsers write it ("xn--…"). The name before the @ may be in any
 * letters. Null where it is no address.
 */
export function normalEmail(given: string): string | null {
  const [name, domain, ...more] = given.normalize('NFC').trim().toLowerCase().split('@');
  if (!name || !domain || more.length > 0 || unwanted.test(name)) return null;
  const ascii = /[\s/?#:[\]\\]/.test(domain) ? '' : domainToASCII(domain);
  const email = `${name}@${ascii}`;
  return ascii && email.length <= longestEmail ? email : null;
}

/** What no name before the @ holds: spaces, and signs that cannot be seen. */
const unwanted = /[\s\p{C}\p{Default_Ignorable_Code_Point}]/u;

/** The same; refuses what is no address with emailInvalid. */
export function asEmail(given: string): string {
  const email = normalEmail(given);
  if (email === null) throw new Refusal('emailInvalid');
  return email;
}

/**
 * The condition that a member has the e-mail, however it is written: as it is kept now, or as it
 * was before addresses were made normal, with its domain in letters of its own.
 */
export function hasEmail(given: string): SQL {
  const email = normalEmail(given);
  if (email === null) return sql`false`;
  const [name, domain] = email.split('@');
  const written = `${name}@${domainToUnicode(domain!)}`;
  return or(
    ...[...new Set([email, written])].map((each) => eq(sql`lower(${member.email})`, each))
  )!;
}
