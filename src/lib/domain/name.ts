import { Refusal } from './refusal.ts';

/** Characters of the longest name that a page has room for. */
export const longestName = 120;

/** Control characters, marks of writing direction and characters that cannot be seen. */
const unwanted = /[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/gu;

/** Whether a sign is a joiner, which some scripts and emoji need between two others. */
const isJoiner = (sign: string) => ['\u200c', '\u200d', '\ufe0f'].includes(sign);

/** Returns a name without unwanted signs and with single spaces. */
export const cleanName = (given: string): string =>
  given
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(unwanted, (sign) => (isJoiner(sign) ? sign : ''))
    .replace(/ +/g, ' ')
    .trim();

/** Returns a text of several lines, each cleaned as a name. */
export const cleanLines = (given: string): string =>
  given.split('\n').map(cleanName).join('\n').trim();

/** Returns a cleaned name. Throws Refusal('nameInvisible') if it has no letter and no digit. */
export function asName(given: string): string {
  const name = cleanName(given);
  if (!/[\p{L}\p{N}]/u.test(name.replace(unwanted, ''))) throw new Refusal('nameInvisible');
  return name;
}
