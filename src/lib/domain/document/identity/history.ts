import type { IdentityStep } from './identity.ts';

/** What happened to a block over some versions. */
export interface Fate {
  /** The gravest that happened: removed, merged, split, moved, edited, in this order. */
  readonly relation: 'unchanged' | 'edited' | 'moved' | 'split' | 'merged' | 'removed';
  /** Whether its words changed on the way, whatever else happened. */
  readonly edited: boolean;
  /** The ids under which its text stands in the last version; none when removed. */
  readonly at: readonly string[];
  /** When removed: the number of the step, from 0, that removed the last of it. */
  readonly removedIn: number | null;
}

/**
 * What happened to the block in these steps, the first being the one after the version in which
 * it was known by this id. A block that is not in that version at all is refused: RangeError.
 */
export function history(blockId: string, steps: readonly IdentityStep[]): Fate {
  refuseUnknown(blockId, steps[0]);
  let at: readonly string[] = [blockId];
  let edited = false;
  const met = new Set<string>();
  for (const [number, { blocks }] of steps.entries()) {
    const descendants = blocks.filter(({ from }) => from.some((id) => at.includes(id)));
    if (descendants.length === 0) return { relation: 'removed', edited, at: [], removedIn: number };
    for (const it of descendants) met.add(it.relation);
    edited ||= descendants.some((it) => it.edited);
    at = descendants.map((it) => it.blockId);
  }
  const gravest = GRAVEST_FIRST.find((relation) => met.has(relation));
  return { relation: gravest ?? 'unchanged', edited, at, removedIn: null };
}

const GRAVEST_FIRST = ['merged', 'split', 'moved', 'edited'] as const;

function refuseUnknown(blockId: string, first: IdentityStep | undefined): void {
  if (!first) return;
  const isKnown =
    first.blocks.some(({ from }) => from.includes(blockId)) ||
    first.ended.some((it) => it.blockId === blockId);
  if (!isKnown) throw new RangeError(`no block ${blockId} in the version before`);
}
