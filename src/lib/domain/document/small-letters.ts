/** Letters as both texts' words are compared by: small, composed, æ ø å as they are typed without. */
import * as is from './characters.ts';

/** The text with each letter and its marks as one character. */
export function composed(text: string): string {
  return MARKS.test(text) ? text.normalize('NFC') : text;
}

const MARKS = /[\u0300-\u036f]/;

const small = new Uint32Array(0x10000);

/**
 * The letter made small; 0 for what is not seen, as a soft hyphen. æ ø å are two letters, the
 * second above the first's sixteen bits.
 */
export function smallLetter(unit: number): number {
  if (unit > 0x60 && unit < 0x7b) return unit;
  const known = small[unit] as number;
  return known !== 0 ? known - 1 : (small[unit] = makeSmall(unit) + 1) - 1;
}

function makeSmall(unit: number): number {
  if (is.classOf(unit) === is.EXTEND && (unit < 0xd800 || unit > 0xdfff)) return 0;
  const letter = String.fromCharCode(unit).toLowerCase();
  const two = { æ: 'ae', ø: 'oe', å: 'aa' }[letter];
  if (two) return two.charCodeAt(0) | (two.charCodeAt(1) << 16);
  return APOSTROPHES.includes(letter) ? 0x27 : letter.charCodeAt(0);
}

const APOSTROPHES = '‘’＇';

