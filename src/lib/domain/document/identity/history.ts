/** What a version says of its blocks: where each came from, and how it stands to that. */
export type VersionStep = readonly {
  readonly blockId: string;
  readonly relation: string;
  /** Its own id first where it keeps one; nobody when inserted. */
  readonly from: readonly string[];
}[];

/** The telling kinds of what can happen to a block, the least first. */
const fates = ['unchanged', 'edited', 'moved', 'split', 'merged', 'removed'] as const;

export type FateName = (typeof fates)[number];

export interface BlockFate {
  /** The most that happened to it on the way. */
  readonly fate: FateName;
  /** The blocks where its text is now, its own or its largest part first; none where it is gone. */
  readonly at: readonly string[];
}

/**
 * What happened to the block in these steps, the first being the one after the version in which
 * it was known by this id. A block that is not among a version's blocks, nor where one came from,
 * was removed, and is not found again later.
 */
export function history(blockId: string, steps: readonly VersionStep[]): BlockFate {
  let here: BlockFate = { fate: 'unchanged', at: [blockId] };
  for (const step of steps) {
    if (here.at.length === 0) return here;
    const parts = here.at.map((each) => oneStep(each, step));
    const at = [...new Set(parts.flatMap((part) => part.at))];
    const fate = at.length === 0 ? 'removed' : gravest([here.fate, ...parts.map(stood)]);
    here = { fate, at };
  }
  return here;
}

function oneStep(blockId: string, step: VersionStep): BlockFate {
  const own = step.find((block) => block.blockId === blockId);
  const heirs = step.filter((block) => block !== own && block.from.includes(blockId));
  const at = [...(own ? [own] : []), ...heirs].map((block) => block.blockId);
  if (at.length === 0) return { fate: 'removed', at };
  return { fate: own ? fateNamed(own.relation) : 'merged', at };
}

/** A part that is gone while others stand is a change of the whole, not its end. */
const stood = ({ fate }: BlockFate): FateName => (fate === 'removed' ? 'edited' : fate);

const fateNamed = (relation: string): FateName =>
  fates.find((fate) => fate === relation) ?? 'unchanged';

const gravest = (met: FateName[]): FateName =>
  fates[Math.max(...met.map((fate) => fates.indexOf(fate)))]!;
