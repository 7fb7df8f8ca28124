/** The words a text uses, by which a divided word is known from a compound with a hyphen. */
export type Words = ReadonlySet<string>;

const WORD = /[\p{L}\p{N}]+(?:[-‐][\p{L}\p{N}]+)*/gu;
const DIVIDED = /([\p{L}\p{N}]+(?:[-‐][\p{L}\p{N}]+)*)[-‐]$/u;
// "jern- og stålvarer": the hyphen stands for a word to come.
const SUSPENDED = /^(?:og|eller|samt|til|and|or)\b/;
// First parts that keep their hyphen in Danish and English.
const KEEPS_HYPHEN = /^(?:\p{L}|ikke|non|ex|eks|vice|pro|semi|anti|post)$/iu;

export function wordsOf(lines: readonly { readonly text: string }[]): Words {
  return new Set(lines.flatMap(({ text }) => text.toLowerCase().match(WORD) ?? []));
}

/** Lines as running text: divided words whole again, soft hyphens gone. */
export function joinLines(lines: readonly string[], words: Words): string {
  let text = '';
  for (const line of lines) {
    text = text.endsWith('\u00ad') ? text.slice(0, -1) + line : join(text, line, words);
  }
  return text.replaceAll('\u00ad', '');
}

function join(text: string, line: string, words: Words): string {
  if (text === '') return line;
  const first = DIVIDED.exec(text.slice(-80))?.[1];
  if (first === undefined || SUSPENDED.test(line)) return `${text} ${line}`;
  const second = /^[\p{L}\p{N}]+/u.exec(line)?.[0];
  if (second === undefined) return `${text} ${line}`;
  return keepsHyphen(first, second, words) ? text + line : text.slice(0, -1) + line;
}

function keepsHyphen(first: string, second: string, words: Words): boolean {
  if (!/^\p{Ll}/u.test(second)) return true;
  const last = /[^-‐]+$/u.exec(first)?.[0] ?? first;
  if (/\p{Lu}{2}|\p{N}/u.test(last)) return true;
  if (words.has((first + second).toLowerCase())) return false;
  return words.has(`${first}-${second}`.toLowerCase()) || KEEPS_HYPHEN.test(last);
}
