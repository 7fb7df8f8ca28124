import { SIGNED_LINE } from '#lib/domain/document/blocks/item-signs.ts';

/** What a clipboard holds: HTML, if a program has put it there, and plain text. */
export interface Pasted {
  readonly html: string;
  readonly text: string;
}

const STRUCTURE =
  /<(?:h[1-6]|li|table|b|strong|i|em)\b|mso-list|mso-outline-level|font-weight:\s*(?:bold|[6-9]00)|font-style:\s*italic/i;

/** Returns whether something pasted has structure that its plain text in Markdown would lose. */
export function isRich({ html, text }: Pasted): boolean {
  return STRUCTURE.test(html) || SIGNED_LINE.test(text) || (html !== '' && /\S\r?\n\S/.test(text));
}

/** A mark that begins a block: of a heading, an item, a quotation, a table, code, a footnote. */
const BLOCK_MARK = /^(?:#{1,6} |[-+*] |\d{1,9}[.)] |> |\||```|~~~|\[\^)/;

/**
 * Returns pasted Markdown as it goes between what is before and after it: blocks stand apart by empty
 * lines, so that nothing is glued to them; words of one paragraph go into the line.
 */
export function fitBetween(before: string, markdown: string, after: string): string {
  const trimmed = markdown.trim();
  if (!BLOCK_MARK.test(trimmed) && !/\n\s*\n/.test(trimmed)) return trimmed;
  const above = before === '' ? '' : '\n\n'.slice(Math.min(2, lineEnds(/\n*$/, before)));
  const below = after === '' ? '' : '\n\n'.slice(Math.min(2, lineEnds(/^\n*/, after)));
  return `${above}${trimmed}${below}`;
}

function lineEnds(pattern: RegExp, text: string): number {
  return pattern.exec(text)![0].length;
}
