import { escapeInline, escapeText } from '../document/blocks/write.ts';
import { parseBlocks } from '../document/blocks/blocks.ts';

/** What is quoted of a comment is what one answers, not all of it: some ten lines on a phone. */
const longestQuotation = 500;

/** A Markdown quotation, headed by the name of who is quoted where it is known. */
export function quotation(name: string, markdown: string, address?: string): string {
  const named = address ? `[${escapeInline(name)}](${address})` : escapeInline(name);
  const head = name === '' ? '' : `**${named}:**\n\n`;
  return (head + markdown).replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>');
}

/**
 * A comment's own words as they are quoted: without what they quote themselves, and where they are
 * many the first of them, as plain text that ends in "…".
 */
export function quotable(markdown: string): string {
  const own = markdown.replace(/^ {0,3}>.*\n?/gm, '').trim() || markdown.trim();
  if (own.length <= longestQuotation) return own;
  const texts = parseBlocks(own).map(({ text }) => text);
  return `${escapeLines(firstWords(texts.join('\n\n')))} …`;
}

/** Words that somebody marked in a comment, as they are quoted. */
export function quotableWords(words: string): string {
  const text = words.trim();
  const isLong = text.length > longestQuotation;
  return isLong ? `${escapeLines(firstWords(text))} …` : escapeLines(text);
}

function firstWords(text: string): string {
  const first = text.slice(0, longestQuotation + 1);
  const end = first.search(/\s\S*$/u);
  return first.slice(0, end > 0 ? end : longestQuotation).trimEnd();
}

const escapeLines = (text: string) => text.split('\n').map(escapeText).join('\n');
