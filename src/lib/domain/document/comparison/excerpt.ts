import type { Hunk } from '../diff/diff.ts';

/** A piece of a change: kept, deleted or inserted text; `…` is kept text that is not shown. */
export type Piece = { type: 'equal' | 'deleted' | 'inserted'; text: string };

/** Words of kept text on each side of a change: enough to find it in the paragraph beside it. */
const context = 8;

/** Returns the changes of a paragraph with only a few words of kept text around them. */
export function excerpt(hunks: readonly Hunk[]): Piece[] {
  return hunks.map((hunk, place) => {
    if (hunk.type === 'deleted') return { type: 'deleted', text: hunk.from };
    if (hunk.type === 'inserted') return { type: 'inserted', text: hunk.to };
    const isFirst = place === 0;
    const isLast = place === hunks.length - 1;
    return { type: 'equal', text: shortened(hunk.to, isFirst, isLast) };
  });
}

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (isFirst && isLast) return text;
  const words = text.split(/(?<=\s)/u);
  const kept = isFirst || isLast ? context : 2 * context;
  if (words.length <= kept + 2) return text;
  const before = isFirst ? '' : words.slice(0, context).join('').trimEnd() + ' ';
  const after = isLast ? '' : ' ' + words.slice(-context).join('');
  return `${before}…${after}`;
}
