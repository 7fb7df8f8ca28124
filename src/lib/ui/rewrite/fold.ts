import type { AlignedEntry } from '#lib/domain/hearing/aligned.ts';
import type { Block } from '#lib/domain/document/block.ts';

/** Unchanged paragraphs in a row, when only the changes are read. */
export type Folded = { type: 'folded'; count: number };

/** The entries with runs of unchanged ones folded; headings stay, so that one knows where one is. */
export function foldUnchanged<Old extends Block, New extends Block>(
  entries: readonly AlignedEntry<Old, New>[],
  fold: boolean
): (AlignedEntry<Old, New> | Folded)[] {
  if (!fold) return [...entries];
  const shown: (AlignedEntry<Old, New> | Folded)[] = [];
  for (const entry of entries) {
    const last = shown.at(-1);
    if (!isFoldable(entry)) shown.push(entry);
    else if (last?.type === 'folded') last.count++;
    else shown.push({ type: 'folded', count: 1 });
  }
  return shown;
}

const isFoldable = (entry: AlignedEntry) =>
  entry.type === 'row' && entry.change === null && entry.new[0]?.kind !== 'heading';
