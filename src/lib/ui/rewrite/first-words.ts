/** In characters: enough to tell a paragraph from the others in a list. */
const defaultLength = 60;

/** Returns the first words of `text`, at most `length` characters, and " …" if more follows. */
export function firstWords(text: string, length: number = defaultLength): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length + 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > length / 2 ? end : length).trimEnd()} …`;
}
