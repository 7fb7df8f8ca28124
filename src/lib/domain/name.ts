import { Refusal } from './refusal.ts';

/** Characters of the longest name: what fits on two lines of a phone. */
export const maxNameLength = 120;

/** Control characters, marks of writing direction and characters that cannot be seen. */
const invisible = /[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Returns whether a character is a joiner, which some scripts and emoji need between two others.
 */
const isJoiner = (sign: string) => ['\u200c', '\u200d', '\ufe0f'].includes(sign);

/** Returns a name in NFC without invisible characters and with single spaces. */
export const cleanName = (given: string): string =>
  given
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(invisible, (sign) => (isJoiner(sign) ? sign : ''))
    .replace(/ +/g, ' ')
    .trim();

/** Returns a text with each of its lines cleaned as a name. */
export const cleanLines = (given: string): string =>
  given.split('\n').map(cleanName).join('\n').trim();

/** Returns a cleaned name. Throws Refusal('nameInvisible') if it has no letter and no digit. */
export function parseName(given: string): string {
  const name = cleanName(given);
  if (!/[\p{L}\p{N}]/u.test(name.replace(invisible, ''))) throw new Refusal('nameInvisible');
  return name;
}

/**
 * Compares two names in Danish alphabetical order, with å last, which PGlite's collations do not
 * know.
 */
export const compareNames = new Intl.Collator('da').compare;
