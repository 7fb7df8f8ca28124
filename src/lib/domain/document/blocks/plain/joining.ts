/** Step 7 of plain text: lines as running text: divided words are joined, and the words of a text tell how. */
import { LONGEST_WORD } from './lines.ts';

/** The words of a text in small letters, which tell a divided word from one with a hyphen. */
export type Words = ReadonlySet<string>;

const WORD = /[\p{L}\p{N}‐-]+/gu;
const HYPHEN_AT_END = /[-‐]/;
const DIVIDED = /([\p{L}\p{N}]+(?:[-‐][\p{L}\p{N}]+)*)[-‐]$/u;
/** After a hyphen that stands for the end of a later word, as in "jern- og stålvarer". */
const SUSPENDED = /^(?:og|eller|samt|til|and|or)\b/;
/** First parts of words that keep their hyphen in Danish and English. */
const KEEPS_HYPHEN = /^(?:\p{L}|ikke|non|ex|eks|vice)$/iu;

/** Returns the words of lines, or none if no line ends in a hyphen, so that none is asked for. */
export function wordsOf(lines: readonly { readonly text: string }[]): Words {
  const words = new Set<string>();
  if (!lines.some(({ text }) => HYPHEN_AT_END.test(text.slice(-1)))) return words;
  for (const { text } of lines) {
    for (const word of text.toLowerCase().match(WORD) ?? []) words.add(word);
  }
  return words;
}

/** Returns lines as running text, with divided words joined and without soft hyphens. */
export function joinLines(lines: readonly string[], words: Words): string {
  const parts: string[] = [];
  lines.forEach((line, place) => {
    const next = lines[place + 1];
    parts.push(next === undefined ? line : beforeNext(line, next, words));
  });
  return parts.join('').replaceAll('\u00ad', '');
}

/** Returns a line as it is before `next`: with a space after it, or with half a divided word. */
function beforeNext(line: string, next: string, words: Words): string {
  if (line.endsWith('\u00ad')) return line;
  if (!/[-‐]$/.test(line)) return `${line} `;
  const first = DIVIDED.exec(line.slice(-LONGEST_WORD))?.[1];
  const second = /^[\p{L}\p{N}]+/u.exec(next.slice(0, LONGEST_WORD))?.[0];
  if (!first || !second || SUSPENDED.test(next)) return `${line} `;
  return keepsHyphen(first, second, words) ? line : line.slice(0, -1);
}

function keepsHyphen(first: string, second: string, words: Words): boolean {
  if (!/^\p{Ll}/u.test(second)) return true;
  const last = /[^-‐]+$/u.exec(first)?.[0] ?? first;
  if (/\p{Lu}{2}|\p{N}/u.test(last)) return true;
  if (words.has((first + second).toLowerCase())) return false;
  return words.has(`${first}-${second}`.toLowerCase()) || KEEPS_HYPHEN.test(last);
}
