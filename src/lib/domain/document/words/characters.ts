/** What a character does at a word's edge; a cut-down table of Unicode's word boundary classes. */
export const OTHER = 1;
export const SPACE = 2;
export const NEWLINE = 3;
/** Marks, joiners, soft hyphens: belong to the character before them. */
export const EXTEND = 4;
export const LETTER = 5;
export const DIGIT = 6;
/** A letter of a script that is written without spaces: a word by itself. */
export const IDEOGRAPH = 7;
/** The underscore and its like: a word with letters and digits, not alone. */
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

/** Filled as characters are met: nearly every text stays within a few hundred of them. */
const known = new Uint8Array(0x10000);

/** The class of a code point, remembered for those of the basic plane. */
export function classOf(code: number): CharacterClass {
  if (code > 0xffff) return classify(code);
  const remembered = known[code] as number;
  return remembered !== 0 ? remembered : (known[code] = classify(code));
}

/** Order matters: the first pattern that takes the character names its class. */
const patterns: [CharacterClass, RegExp][] = [
  [NEWLINE, /[\n\r\v\f\u0085\u2028\u2029]/u],
  [SPACE, /[\p{Zs}\t]/u],
  [MID_BOTH, /[.'‘’․﹒＇．]/u],
  [MID_LETTER, /[:··‧︓﹕：]/u],
  [MID_DIGIT, /[,;;٬﹐﹔，；]/u],
  [REGIONAL, /\p{Regional_Indicator}/u],
  [EXTEND, /\p{M}|\p{Emoji_Modifier}|[\u00ad\u200c\u2060\ufeff]|\u200d/u],
  [CONNECTOR, /\p{Pc}/u],
  [IDEOGRAPH, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u],
  [LETTER, /[\p{L}\p{Nl}]/u],
  [DIGIT, /\p{Nd}/u],
  [PICTOGRAPH, /\p{Extended_Pictographic}/u]
];

function classify(code: number): CharacterClass {
  const character = String.fromCodePoint(code);
  return patterns.find(([, pattern]) => pattern.test(character))?.[0] ?? OTHER;
}
