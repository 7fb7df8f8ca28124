/** As much of a paragraph as tells it from the others in a list of choices. */
const enough = 60;

/** The beginning of a text, whole words, with a mark where more follows. */
export function firstWords(text: string, length: number = enough): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length + 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > length / 2 ? end : length).trimEnd()} …`;
}
