/** Tags of HTML that stand for what Markdown has no mark for, shown as themselves. */
export const SHOWN_TAGS = ['b', 'br', 'del', 'em', 'i', 's', 'strong', 'sub', 'sup'];

/** Tags that only dress their text; they fall away and the text stays. */
const DROPPED_TAGS = ['a', 'center', 'div', 'font', 'ins', 'mark', 'p', 'small', 'span', 'u'];

const KNOWN = new Set([...SHOWN_TAGS, ...DROPPED_TAGS]);

/**
 * Whether a piece of raw HTML is taken as HTML. Comments are: nobody sees them. Every other tag is
 * text that a reader sees as it was typed, so that nothing is hidden and nothing can act.
 */
export function readsAsTag(raw: string): boolean {
  if (raw.startsWith('<!--')) return true;
  const name = /^<\/?([a-z]+)[\s/>]/i.exec(raw)?.[1];
  return name !== undefined && KNOWN.has(name.toLowerCase());
}
