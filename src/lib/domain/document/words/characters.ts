/**
 * Step 1 of words: the class of a character at the edge of a word, a simplified form of Unicode's
 * Word_Break property (UAX #29).
 */
export const OTHER = 1;
const SPACE = 2;
const NEWLINE = 3;
/** Combining marks, joiners and soft hyphens, which belong to the character before them. */
export const EXTEND = 4;
export const LETTER = 5;
export const DIGIT = 6;
/** A letter of a script that is written without spaces: a word by itself. */
export const IDEOGRAPH = 7;
/** The underscore and the like: part of a word that has letters or digits, no word alone. */
export const CONNECTOR = 8;
/** Joins two letters or two digits: `f.eks`, `2.000`. */
export const MID_BOTH = 9;
/** Joins two letters: `a·b`. */
export const MID_LETTER = 10;
/** Joins two digits: `50,5`. */
export const MID_DIGIT = 11;
export const PICTOGRAPH = 12;
/** One half of a flag. */
export const REGIONAL = 13;

export type CharacterClass = number;

/** The classes found so far, by code unit; 0 if it was not asked yet. */
const known = new Uint8Array(0x10000);

/** Returns the class of a code point, and remembers it if it is one code unit. */
export function classOf(code: number): CharacterClass {
  if (code > 0xffff) return classify(code);
  const remembered = known[code] as number;
  return remembered !== 0 ? remembered : (known[code] = classify(code));
}

/** The class of a character is that of the first pattern that matches it. */
const patterns: [CharacterClass, RegExp][] = [
  [NEWLINE, /[\n\r\v\f\u0085\u2028\u2029]/u],
  [SPACE, /[\p{Zs}\t]/u],
  [MID_BOTH, /[.'‘’․﹒＇．]/u],
  [MID_LETTER, /[:··‧︓﹕：]/u],
  [MID_DIGIT, /[,;;٬﹐﹔，；]/u],
  [REGIONAL, /\p{Regional_Indicator}/u],
  [EXTEND, /\p{M}|\p{Emoji_Modifier}|[\u00ad\u200b\u200c\u2060\ufeff]|\u200d/u],
  [CONNECTOR, /\p{Pc}/u],
  [IDEOGRAPH, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u],
  [LETTER, /[\p{L}\p{Nl}]/u],
  [DIGIT, /[\p{Nd}\u2080-\u2089]/u],
  [PICTOGRAPH, /\p{Extended_Pictographic}/u]
];

function classify(code: number): CharacterClass {
  const character = String.fromCodePoint(code);
  return patterns.find(([, pattern]) => pattern.test(character))?.[0] ?? OTHER;
}

/** Whether a token of this class is space. */
export function space(found: CharacterClass): boolean {
  return found === SPACE || found === NEWLINE;
}

/** Whether a token that begins with this class is a word. */
export function wordlike(first: CharacterClass): boolean {
  return first >= LETTER && first <= CONNECTOR;
}
