/**
 * Step 3 of words: letters as they are compared. `fold` keeps what a reader sees, for the word diff
 * and quotes; `smallLetter` ignores capitals too, character by character, for the alignment.
 */
import * as is from './characters.ts';

/**
 * Returns a text without the differences that a reader does not see: Unicode forms, æ ø å typed as
 * ae oe aa, soft hyphens and other signs without width, spaces of any width, letters and figures that
 * a typesetter joined or lowered (ﬁ, ₂), kinds of quotation marks, dashes and ellipses.
 * Capitals stay, since a reader sees them.
 */
export function fold(text: string): string {
  return looksPlain(text) ? text : text.normalize('NFC').replace(FOLDED, foldMatch);
}

/** Whether folding cannot change a text: ASCII without two capitals or two spaces in a row. */
function looksPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7e || unit < 0x20 || unit === BACKTICK) return false;
    const before = at > 0 ? text.charCodeAt(at - 1) : 0;
    if (unit <= CAPITAL_Z && before >= CAPITAL_A && before <= CAPITAL_Z) return false;
    if (unit === 0x20 && before === 0x20) return false;
  }
  return true;
}

const BACKTICK = 0x60;
const CAPITAL_A = 0x41;
const CAPITAL_Z = 0x5a;
const FOLDED =
  /[\u00ad\u200b\u200c\u2060\ufeff]+|\s+|[\ufb00-\ufb06\u2080-\u2089]|[æÆøØåÅ]|A[AE]|OE|[“”„‟«»″❝❞]|[‘’‚‛′´`]|[\u2010-\u2015\u2212]|…/g;

function foldMatch(found: string): string {
  const letter = foldedLetters[found];
  if (letter !== undefined) return letter;
  if (/^[\u00ad\u200b\u200c\u2060\ufeff]+$/.test(found)) return '';
  if (/[\ufb00-\ufb06\u2080-\u2089]/.test(found)) return found.normalize('NFKC');
  if (/\s/.test(found)) return ' ';
  return /[\u2010-\u2015\u2212]/.test(found)
    ? '-'
    : found === '…'
      ? '...'
      : foldQuotationMark(found);
}

/** `ÆBLE` is typed `AEBLE` and `Æble` is typed `Aeble`: both capitals fold to the second form. */
const foldedLetters: Record<string, string> = {
  æ: 'ae',
  ø: 'oe',
  å: 'aa',
  Æ: 'Ae',
  Ø: 'Oe',
  Å: 'Aa',
  AE: 'Ae',
  OE: 'Oe',
  AA: 'Aa'
};

function foldQuotationMark(found: string): string {
  return /[“”„‟«»″❝❞]/.test(found) ? '"' : "'";
}

/**
 * Returns a text with each letter and its combining marks as one character, and each letter or figure
 * that a typesetter joined or lowered as those that it is read as.
 */
export function composed(text: string): string {
  return UNCOMPOSED.test(text)
    ? text
        .normalize('NFC')
        .replace(/[\ufb00-\ufb06\u2080-\u2089]/g, (sign) => sign.normalize('NFKC'))
    : text;
}

const UNCOMPOSED = /[\u0300-\u036f\ufb00-\ufb06\u2080-\u2089]/;

/** What `smallLetter` returns for a character between words. */
export const NO_LETTER = 0;
/** What `smallLetter` returns for one that no reader sees inside a word, such as a soft hyphen. */
export const HIDDEN = 1;

/** What `smallLetter` returned so far plus one, by code unit; 0 if it was not asked yet. */
const known = new Int32Array(0x10000);

/**
 * Returns the small form of the letter or digit `unit`, a UTF-16 code unit, with æ ø å as the two
 * letters that they are typed as, the second of them shifted by sixteen bits.
 */
export function smallLetter(unit: number): number {
  const remembered = known[unit] as number;
  return remembered !== 0 ? remembered - 1 : (known[unit] = makeSmall(unit) + 1) - 1;
}

function makeSmall(unit: number): number {
  if (unit >= 0xd800 && unit < 0xe000) return unit;
  const found = is.classOf(unit);
  if (found === is.EXTEND) return HIDDEN;
  if (found !== is.LETTER && found !== is.DIGIT && found !== is.IDEOGRAPH) return NO_LETTER;
  const letter = String.fromCharCode(unit).toLowerCase();
  const typed = { æ: 'ae', ø: 'oe', å: 'aa' }[letter] ?? letter.charAt(0);
  return typed.charCodeAt(0) | ((typed.charCodeAt(1) || 0) << 16);
}

/**
 * Whether a letter is of a script written without spaces, in which each is a word by itself: those of
 * China and Japan, between U+2E80 and the Korean syllables at U+AC00.
 */
export function standsAlone(letter: number): boolean {
  return letter >= 0x2e80 && letter < 0xac00;
}
