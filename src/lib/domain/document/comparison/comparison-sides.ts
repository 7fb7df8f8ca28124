import type { Hunk } from '../diff/diff.ts';

/** The hunks of a row as one list for each of its new blocks, deletions where they stood. */
export function inPlace(hunks: readonly Hunk[]): Hunk[][] {
  return byBlock(hunks, ({ newBlock }) => newBlock);
}

/** What stood before: one list for each old block, of what stayed and what was deleted. */
export function fromSide(hunks: readonly Hunk[]): Hunk[][] {
  const kept = hunks.filter(({ type }) => type !== 'inserted');
  return byBlock(kept, ({ oldBlock }) => oldBlock);
}

/** What stands now: one list for each new block, of what stayed and what was inserted. */
export function toSide(hunks: readonly Hunk[]): Hunk[][] {
  const kept = hunks.filter(({ type }) => type !== 'deleted');
  return byBlock(kept, ({ newBlock }) => newBlock);
}

function byBlock(hunks: readonly Hunk[], blockOf: (hunk: Hunk) => number): Hunk[][] {
  const lists: Hunk[][] = [];
  for (const hunk of hunks) {
    const block = blockOf(hunk);
    while (lists.length <= block) lists.push([]);
    lists[block]!.push(hunk);
  }
  return lists;
}
