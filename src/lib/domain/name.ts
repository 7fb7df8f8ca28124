import { Refusal } from './refusal.ts';

/** The longest that a page has room for. */
export const longestName = 120;

/** What turns the direction of the words around it, or cannot be seen and joins nothing. */
const unwanted = /[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/gu;

/** Joiners, which some scripts and emoji need between two signs. */
const isJoiner = (sign: string) => ['\u200c', '\u200d', '\ufe0f'].includes(sign);

/** A name without control, direction and zero-width signs, and with single spaces. */
export const cleanName = (given: string): string =>
  given
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(unwanted, (sign) => (isJoiner(sign) ? sign : ''))
    .replace(/ +/g, ' ')
    .trim();

/** Text of some lines, each as clean as a name; what stands between them stays. */
export const cleanLines = (given: string): string =>
  given.split('\n').map(cleanName).join('\n').trim();

/** A name as cleanName leaves it; refuses with nameInvisible a name in which there is no letter and no digit. */
export function asName(given: string): string {
  const name = cleanName(given);
  if (!/[\p{L}\p{N}]/u.test(name.replace(unwanted, ''))) throw new Refusal('nameInvisible');
  return name;
}
