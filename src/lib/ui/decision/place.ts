import { m } from '#lib/paraglide/messages.js';

/** A block in a version; of the title and of a heading `number` is null, of the title `position` too. */
export type Place = {
  version: number;
  number: number | null;
  position: number | null;
  text: string;
};

/** What people call it: a paragraph by its number, a heading by its words. */
export function nameOf({ number, position, text }: Place): string {
  if (number !== null) return m.common_paragraph_number({ number });
  return position === null ? m.adoption_title() : m.adoption_heading({ words: text });
}

/** Where it stands in its version. */
export function hrefOf(base: string, { version, number, position }: Place): string {
  const anchor = number === null ? `overskrift-${position}` : `afsnit-${number}`;
  return `${base}?version=${version}${position === null ? '' : `#${anchor}`}`;
}
