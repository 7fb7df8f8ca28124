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
