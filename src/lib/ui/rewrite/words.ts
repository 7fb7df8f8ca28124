import type { ComparedRow } from '#lib/domain/document/comparison/comparison.ts';
import { m } from '#lib/paraglide/messages.js';

/** Returns the names of blocks: "Afsnit 4", "Afsnit 4 og 5"; "Overskrift" if none has a number. */
export function paragraphsInWords(blocks: readonly { number: number | null }[]): string {
  const numbers = blocks.flatMap(({ number }) => (number === null ? [] : [number]));
  if (numbers.length === 0) return m.common_heading();
  const first = numbers.slice(0, -1).join(', ');
  const last = String(numbers.at(-1));
  return first ? m.rewrite_blocks({ first, last }) : m.common_paragraph_number({ number: last });
}

/** Returns the row's relation in words, and that it also moved or was edited. */
export function relationInWords({ relation, moved, edited }: ComparedRow): string {
  const words = m[`word_relation_${relation}`]();
  if (relation === 'moved') return edited ? m.rewrite_moved_and_edited() : words;
  return moved ? m.rewrite_also_moved({ words }) : words;
}
