import { m } from '#lib/paraglide/messages.js';

/** A block or the title of a version; a heading has no number, the title no number and no position. */
export type Place = {
  version: number;
  number: number | null;
  position: number | null;
  text: string;
};

/** Returns the name of a place: a paragraph's by its number, a heading's by its words. */
export function nameOf({ number, position, text }: Place): string {
  if (number !== null) return m.common_paragraph_number({ number });
  return position === null ? m.adoption_title() : m.adoption_heading({ words: text });
}

/** Returns the address of a place in its version; `base` is the document's address. */
export function hrefOf(base: string, { version, number, position }: Place): string {
  const anchor = number === null ? `overskrift-${position}` : `afsnit-${number}`;
  return `${base}?version=${version}${position === null ? '' : `#${anchor}`}`;
}
