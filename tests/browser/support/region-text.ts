/** The paragraphs of the draft as the form gives them. */
export const draftText = (markdown: string): string[] => markdown.trim().split('\n\n');

/**
 * A region's whole text: the first paragraph in other words, and the ninth taken out with a remark
 * in its place that says why.
 */
export function regionText(paragraphs: readonly string[]): string {
  let number = 0;
  return paragraphs
    .map((text) => {
      if (text.startsWith('#')) return text;
      number++;
      if (number === 1) return text.replace(/\.(?=\s|$)/, ', uden at banke på.');
      return number === 9 ? '(Vi har intet stille rum, og vi savner det ikke.)' : text;
    })
    .join('\n\n');
}
