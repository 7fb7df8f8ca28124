import { parseBlocks } from '../document/blocks/blocks.ts';
import type { Input } from '../hearing/input.ts';

/**
 * Characters of the longest summary: three or four lines of the report, where a number links to the
 * input itself.
 */
export const maxSummaryLength = 320;

/**
 * Returns the first words of an input as plain text; of a change without a reason, or of a comment
 * without words, those of the text that it proposes. Returns an empty text if the input is hidden.
 */
export function summarizeInput({ markdown, wording, change, hidden }: Input): string {
  if (hidden !== null) return '';
  const words = textOf(markdown);
  const asked = wording ?? change?.after.map(({ text }) => text).join(' ') ?? '';
  return cut(words || textOf(asked));
}

const textOf = (markdown: string) =>
  parseBlocks(markdown)
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Returns the text cut after a word to the longest summary. */
function cut(text: string): string {
  if (text.length <= maxSummaryLength) return text;
  const end = text.lastIndexOf(' ', maxSummaryLength);
  return `${text.slice(0, end > 0 ? end : maxSummaryLength).replace(/[\s,;:–-]+$/, '')} …`;
}
