/** Letters as two texts' words are compared by: small, composed, æ ø å as they are typed without. */
import * as is from './characters.ts';

/** The text with each letter and its marks as one character. */
export function composed(text: string): string {
  return MARKS.test(text) ? text.normalize('NFC') : text;
}

const MARKS = /[\u0300-\u036f]/;

/** Between words. */
export const NO_LETTER = 0;
/** Not seen inside a word, as a soft hyphen. */
export const HIDDEN = 1;

/** Filled as characters are met; one more than the answer, 0 for what is not known yet. */
const known = new Int32Array(0x10000);

/** The letter or figure made small; æ ø å are two letters, the second above sixteen bits. */
export function smallLetter(unit: number): number {
  const remembered = known[unit] as number;
  return remembered !== 0 ? remembered - 1 : (known[unit] = makeSmall(unit) + 1) - 1;
}

function makeSmall(unit: number): number {
  if (unit >= 0xd800 && unit < 0xe000) return unit;
  const met = is.classOf(unit);
  if (met === is.EXTEND) return HIDDEN;
  if (met !== is.LETTER && met !== is.DIGIT && met !== is.IDEOGRAPH) return NO_LETTER;
  const letter = String.fromCharCode(unit).toLowerCase();
  const typed = { æ: 'ae', ø: 'oe', å: 'aa' }[letter] ?? letter.charAt(0);
  return typed.charCodeAt(0) | ((typed.charCodeAt(1) || 0) << 16);
}

/** Whether the letter is of a script without spaces: each is a word by itself. */
export function standsAlone(letter: number): boolean {
  return letter >= 0x2e80 && letter < 0xac00;
}
