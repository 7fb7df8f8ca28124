import { parseBlocks } from '../document/blocks/blocks.ts';
import type { Input } from '../hearing/input.ts';

/** Three or four lines of a report; whoever wants the rest follows the number. */
export const longestResume = 320;

/**
 * What an input says, in short and without marks: its words, and of a change that gives no reason
 * the text it asks for. Cut at a word.
 */
export function resumeOf({ markdown, wording, change, hidden }: Input): string {
  if (hidden !== null) return '';
  const words = plain(markdown);
  const asked = wording ?? change?.after.map(({ text }) => text).join(' ') ?? '';
  return cut(words || plain(asked));
}

const plain = (markdown: string) =>
  parseBlocks(markdown)
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

function cut(text: string): string {
  if (text.length <= longestResume) return text;
  const end = text.lastIndexOf(' ', longestResume);
  return `${text.slice(0, end > 0 ? end : longestResume).replace(/[\s,;:–-]+$/, '')} …`;
}
