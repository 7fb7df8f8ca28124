/** The words a text uses, by which a divided word is known from a compound with a hyphen. */
export type Words = ReadonlySet<string>;

const WORD = /[\p{L}\p{N}]+(?:[-‐][\p{L}\p{N}]+)*/gu;
const DIVIDED = /([\p{L}\p{N}]+(?:[-‐][\p{L}\p{N}]+)*)[-‐]$/u;
// "jern- og stålvarer": the hyphen stands for a word to come.
const SUSPENDED = /^(?:og|eller|samt|til|and|or)\b/;
// First parts that keep their hyphen in Danish and English.
const KEEPS_HYPHEN = /^(?:\p{L}|ikke|non|ex|eks|vice)$/iu;

const LONGEST_WORD = 80;

export function wordsOf(lines: readonly { readonly text: string }[]): Words {
  return new Set(lines.flatMap(({ text }) => text.toLowerCase().match(WORD) ?? []));
}

/** Lines as running text: divided words whole again, soft hyphens gone. */
export function joinLines(lines: readonly string[], words: Words): string {
  const parts: string[] = [];
  lines.forEach((line, place) => {
    const next = lines[place + 1];
    parts.push(next === undefined ? line : beforeNext(line, next, words));
  });
  return parts.join('').replaceAll('\u00ad', '');
}

/** A line as it stands before the next: with a space, or with a divided word's beginning last. */
function beforeNext(line: string, next: string, words: Words): string {
  if (line.endsWith('\u00ad')) return line;
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
