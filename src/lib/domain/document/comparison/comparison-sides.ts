import type { Hunk } from '../diff/diff.ts';

/** Returns the hunks of a row by its blocks in `to`, with deletions where they were. */
export function inPlace(hunks: readonly Hunk[]): Hunk[][] {
  return byBlock(hunks, ({ toBlock }) => toBlock);
}

/** Returns the text compared from: by its blocks, what was kept and what was deleted. */
export function fromSide(hunks: readonly Hunk[]): Hunk[][] {
  const kept = hunks.filter(({ type }) => type !== 'inserted');
  return byBlock(kept, ({ fromBlock }) => fromBlock);
}

/** Returns the text compared to: by its blocks, what was kept and what was inserted. */
export function toSide(hunks: readonly Hunk[]): Hunk[][] {
  const kept = hunks.filter(({ type }) => type !== 'deleted');
  return byBlock(kept, ({ toBlock }) => toBlock);
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
