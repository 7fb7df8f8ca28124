/** The blocks of a version: which blocks of the version before each came from, and how. */
export type VersionStep = readonly {
  readonly blockId: string;
  readonly relation: string;
  /** Ids of the version before: its own first if it kept one; none if inserted. */
  readonly from: readonly string[];
}[];

/** What can happen to a block, the least first. */
const fates = ['unchanged', 'edited', 'moved', 'split', 'merged', 'removed'] as const;

export type FateName = (typeof fates)[number];

export interface BlockFate {
  /** The most that happened to it in any step. */
  readonly fate: FateName;
  /** The blocks that have its text now, its own or the largest part first; none if it is gone. */
  readonly at: readonly string[];
}

/**
 * Returns what happened to the block with this id in `steps`, the first of which is the version
 * after the one it was in. A block that a version neither has nor took a block from was removed, and
 * is not found again in later ones.
 */
export function history(blockId: string, steps: readonly VersionStep[]): BlockFate {
  let current: BlockFate = { fate: 'unchanged', at: [blockId] };
  for (const step of steps) {
    if (current.at.length === 0) return current;
    const parts = current.at.map((each) => oneStep(each, step));
    const at = [...new Set(parts.flatMap((part) => part.at))];
    const fate = at.length === 0 ? 'removed' : gravest([current.fate, ...parts.map(fateOfPart)]);
    current = { fate, at };
  }
  return current;
}

function oneStep(blockId: string, step: VersionStep): BlockFate {
  const own = step.find((block) => block.blockId === blockId);
  const heirs = step.filter((block) => block !== own && block.from.includes(blockId));
  const at = [...(own ? [own] : []), ...heirs].map((block) => block.blockId);
  if (at.length === 0) return { fate: 'removed', at };
  return { fate: own ? fateNamed(own.relation) : 'merged', at };
}

/** Returns the fate of a part; one that was removed while others are left counts as an edit. */
const fateOfPart = ({ fate }: BlockFate): FateName => (fate === 'removed' ? 'edited' : fate);

const fateNamed = (relation: string): FateName =>
  fates.find((fate) => fate === relation) ?? 'unchanged';

const gravest = (among: FateName[]): FateName =>
  fates[Math.max(...among.map((fate) => fates.indexOf(fate)))]!;
