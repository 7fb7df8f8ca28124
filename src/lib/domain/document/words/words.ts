/**
 * Words: how a text is cut into words, spaces and punctuation, and which of them look the same.
 *
 * 1. `characters.ts` gives each character its class at the edge of a word.
 * 2. `tokenise` cuts a text between those classes where Intl.Segmenter('da', { granularity: 'word' })
 *    does (Unicode's UAX #29), in a fraction of its time. Three differences are on purpose: a run of
 *    spaces and line ends of any kind is one token, scripts that are written without spaces are cut
 *    at each character, and a space without width or a lowered figure does not end a word.
 * 3. `fold.ts` takes away the differences that a reader does not see.
 */
import * as is from './characters.ts';
import { fold } from './fold.ts';

export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'space' | 'punctuation';
  /** The folded letters: two tokens with equal keys look the same to a reader. */
  readonly key: string;
}

/** Returns the tokens of a text in order and without gaps: joined, their slices are the text. */
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
  if (is.space(first)) return 'space';
  return is.wordlike(first) ? 'word' : 'punctuation';
}

/** Returns where the token at `start` ends. A surrogate pair or a combining mark is never cut off. */
export function tokenEnd(text: string, start: number): number {
  const first = classOfCharacterAt(text, start);
  if (isOfWord(first)) return endOfWord(text, start + 1, first);
  if (is.space(first)) return endOfSpaces(text, start + 1);
  if (first === is.PICTOGRAPH) return endOfEmoji(text, start + 1);
  const end = endOfMarks(text, start + 1);
  const isFlag = first === is.REGIONAL && classOfCharacterAt(text, end) === is.REGIONAL;
  return isFlag ? endOfMarks(text, end + 1) : end;
}

function endOfWord(text: string, from: number, first: is.CharacterClass): number {
  let last = first;
  for (let at = from; ; at++) {
    const next = classOfCharacterAt(text, at);
    if (isOfWord(next)) last = next;
    else if (next !== is.EXTEND) {
      const isInside = joins(next, last) && classOfCharacterAt(text, at + 1) === last;
      if (!isInside) return at;
    }
  }
}

function isOfWord(found: is.CharacterClass): boolean {
  return found === is.LETTER || found === is.DIGIT || found === is.CONNECTOR;
}

/** Whether `mark` between two characters of class `around` makes one word of them. */
function joins(mark: is.CharacterClass, around: is.CharacterClass): boolean {
  if (around === is.LETTER) return mark === is.MID_BOTH || mark === is.MID_LETTER;
  return around === is.DIGIT && (mark === is.MID_BOTH || mark === is.MID_DIGIT);
}

function endOfSpaces(text: string, from: number): number {
  let at = from;
  while (is.space(classOfCharacterAt(text, at))) at++;
  return at;
}

function endOfEmoji(text: string, from: number): number {
  let at = endOfMarks(text, from);
  while (text.charCodeAt(at - 1) === JOINER && classOfCharacterAt(text, at) === is.PICTOGRAPH) {
    at = endOfMarks(text, at + 1);
  }
  return at;
}

/** The zero-width joiner, which makes one emoji of several. */
const JOINER = 0x200d;

function endOfMarks(text: string, from: number): number {
  let at = from;
  while (classOfCharacterAt(text, at) === is.EXTEND) at++;
  return at;
}

/** The second half of a surrogate pair counts as a combining mark, so that it stays with the first. */
function classOfCharacterAt(text: string, at: number): is.CharacterClass {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdfff) return is.classOf(unit);
  if (unit >= 0xdc00) return is.EXTEND;
  return at < text.length ? is.classOf(text.codePointAt(at) as number) : is.OTHER;
}
