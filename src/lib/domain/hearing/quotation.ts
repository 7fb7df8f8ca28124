import { escapeInline, escapeText } from '../document/blocks/write.ts';
import { parseBlocks } from '../document/blocks/blocks.ts';

/**
 * Characters of the longest quotation: about ten lines on a phone, enough to know what is answered.
 */
const maxQuotationLength = 500;

/**
 * Returns Markdown as a quotation, with the name of its author above, if there is one, as a link to
 * `address`.
 */
export function writeQuotation(name: string, markdown: string, address?: string): string {
  const named = address ? `[${escapeInline(name)}](${address})` : escapeInline(name);
  const head = name === '' ? '' : `**${named}:**\n\n`;
  return (head + markdown).replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>');
}

/**
 * Returns the Markdown of a comment to quote, without its own quotations. If it is too long,
 * returns its first words as escaped plain text with "…".
 */
export function shortenComment(markdown: string): string {
  const own = markdown.replace(/^ {0,3}>.*\n?/gm, '').trim() || markdown.trim();
  if (own.length <= maxQuotationLength) return own;
  const texts = parseBlocks(own).map(({ text }) => text);
  return `${escapeLines(firstWords(texts.join('\n\n')))} …`;
}

/**
 * Returns words that were selected in a comment as escaped plain text, shortened with "…" if they
 * are too long.
 */
export function shortenWords(words: string): string {
  const text = words.trim();
  const isLong = text.length > maxQuotationLength;
  return isLong ? `${escapeLines(firstWords(text))} …` : escapeLines(text);
}

/** Returns as many whole words as a quotation has room for. */
function firstWords(text: string): string {
  const first = text.slice(0, maxQuotationLength + 1);
  const end = first.search(/\s\S*$/u);
  return first.slice(0, end > 0 ? end : maxQuotationLength).trimEnd();
}

const escapeLines = (text: string) => text.split('\n').map(escapeText).join('\n');
