/** The one or two letters a name is recognised by; a letter outside the basic plane stays whole. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s,]+/)
    .filter(Boolean);
  const picked = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return picked.map((word) => Array.from(word)[0]!.toLocaleUpperCase('da')).join('');
}
