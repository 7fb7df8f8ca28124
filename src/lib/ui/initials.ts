/** Returns the first letters of the first and the last word of `name`, in capitals. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s,]+/)
    .filter(Boolean);
  const picked = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  // Array.from splits by code points: a letter of two units stays whole.
  return picked.map((word) => Array.from(word)[0]!.toLocaleUpperCase('da')).join('');
}
