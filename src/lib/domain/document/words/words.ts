/**
 * A text cut into words, spaces and punctuation, where Intl.Segmenter('da', { granularity: 'word' })
 * cuts it (UAX #29), in a fraction of its time. Two differences, both kept on purpose: a run of spaces
 * and line ends of any kind is one token, and scripts written without spaces are cut at each character.
 */
import * as is from './characters.ts';

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'space' | 'punctuation';
  /** The token folded: two tokens with equal keys look the same to a reader. */
  readonly key: string;
}

/** All of the text, in order and without gaps: joining the slices gives it back to the letter. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (let start = 0; start < text.length;) {
    const end = tokenEnd(text, start);
    const kind = kindOf(classOfCharacterAt(text, start));
    tokens.push({ start, end, kind, key: kind === 'space' ? ' ' : fold(text.slice(start, end)) });
    start = end;
  }
  return tokens;
}

function kindOf(first: is.CharacterClass): Token['kind'] {
  if (isSpace(first)) return 'space';
  return isWordlike(first) ? 'word' : 'punctuation';
}

/** Where the token that starts at `start` ends. A surrogate pair or a mark is never cut off. */
export function tokenEnd(text: string, start: number): number {
  const first = classOfCharacterAt(text, start);
  if (first === is.LETTER || first === is.DIGIT || first === is.CONNECTOR) {
    return endOfWord(text, start + 1, first);
  }
  if (isSpace(first)) return endOfSpaces(text, start + 1);
  if (first === is.PICTOGRAPH) return endOfEmoji(text, start + 1);
  const end = endOfMarks(text, start + 1);
  const isFlag = first === is.REGIONAL && classOfCharacterAt(text, end) === is.REGIONAL;
  return isFlag ? endOfMarks(text, end + 1) : end;
}

function endOfWord(text: string, from: number, first: is.CharacterClass): number {
  let last = first;
  for (let at = from; ; at++) {
    const met = classOfCharacterAt(text, at);
    if (met === is.LETTER || met === is.DIGIT || met === is.CONNECTOR) last = met;
    else if (met !== is.EXTEND && !(joins(met, last) && classOfCharacterAt(text, at + 1) === last))
      return at;
  }
}

/** Whether this mark between two characters of the class makes one word of them. */
function joins(mark: is.CharacterClass, around: is.CharacterClass): boolean {
  if (around === is.LETTER) return mark === is.MID_BOTH || mark === is.MID_LETTER;
  return around === is.DIGIT && (mark === is.MID_BOTH || mark === is.MID_DIGIT);
}

function endOfSpaces(text: string, from: number): number {
  let at = from;
  while (isSpace(classOfCharacterAt(text, at))) at++;
  return at;
}

function endOfEmoji(text: string, from: number): number {
  let at = endOfMarks(text, from);
  while (text.charCodeAt(at - 1) === JOINER && classOfCharacterAt(text, at) === is.PICTOGRAPH) {
    at = endOfMarks(text, at + 1);
  }
  return at;
}

const JOINER = 0x200d;

function endOfMarks(text: string, from: number): number {
  let at = from;
  while (classOfCharacterAt(text, at) === is.EXTEND) at++;
  return at;
}

/** The second half of a surrogate pair counts as a mark, so that it stays with the first. */
function classOfCharacterAt(text: string, at: number): is.CharacterClass {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdfff) return is.classOf(unit);
  if (unit >= 0xdc00) return is.EXTEND;
  return at < text.length ? is.classOf(text.codePointAt(at) as number) : is.OTHER;
}

function isSpace(met: is.CharacterClass): boolean {
  return met === is.SPACE || met === is.NEWLINE;
}

function isWordlike(first: is.CharacterClass): boolean {
  return first >= is.LETTER && first <= is.CONNECTOR;
}

/**
 * A text without the differences that a reader does not see: both Unicode forms, æ ø å typed as
 * ae oe aa, soft hyphens, spaces of any width, kinds of quotation marks, dashes and ellipses.
 * Capitals stay: those a reader sees.
 */
export function fold(text: string): string {
  return looksPlain(text) ? text : text.normalize('NFC').replace(FOLDED, foldMatch);
}

/** Whether folding cannot change it: small letters, digits and marks, as most words are. */
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
  /[\u00ad\u200b\u2060\ufeff]+|[\s\u200b]+|[æÆøØåÅ]|A[AE]|OE|[“”„‟«»″❝❞]|[‘’‚‛′´`]|[\u2010-\u2015\u2212]|…/g;

function foldMatch(met: string): string {
  const letter = letters[met];
  if (letter !== undefined) return letter;
  if (/[\u00ad\u200b\u2060\ufeff]/.test(met)) return '';
  if (/\s/.test(met)) return ' ';
  return /[\u2010-\u2015\u2212]/.test(met) ? '-' : met === '…' ? '...' : quote(met);
}

/** `ÆBLE` is typed `AEBLE`, `Æble` is typed `Aeble`: both capitals fold to the second. */
const letters: Record<string, string> = {
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

function quote(met: string): string {
  return /[“”„‟«»″❝❞]/.test(met) ? '"' : "'";
}
