import { heaviestChain } from '../document/align/chain.ts';
import type { Relation, Row } from '../document/align/row.ts';
import { inReadingOrder } from '../document/align/rows.ts';
import type { Block } from '../document/block.ts';

/** A block of a version: its identity, and the blocks of the version before that it came from. */
export type Ancestry = { readonly blockId: string; readonly origins: readonly string[] };
export type KnownBlock = Block & Ancestry;

/** A version as it is compared whole. */
export type KnownVersion = { readonly title: string; readonly blocks: readonly KnownBlock[] };

/** One difference between two versions: a row of blocks that is not word for word as it was. */
export type BlockChange = {
  /** Says exactly what the change is: two changes with the same name are the same change. */
  readonly name: string;
  readonly row: Row;
  readonly from: readonly KnownBlock[];
  readonly to: readonly KnownBlock[];
};

export type WholeComparison = {
  /** The blocks of the two versions, each with the title as its first. */
  readonly from: readonly KnownBlock[];
  readonly to: readonly KnownBlock[];
  readonly rows: readonly Row[];
  readonly changes: readonly BlockChange[];
  /** Names all the changes together; null where the texts are the same. */
  readonly whole: string | null;
};

/** The title's identity among a version's blocks; a block's own is a UUID. */
export const titleId = 'title';

/**
 * Compares two versions whole, by the identity of their blocks across all versions between them.
 * `steps` are the ancestries of each version after `from`, the last of them being that of `to`.
 * A row is unchanged only where one block stands word for word, mark for mark and marker for marker
 * as it was, in its place among the others; every other row is a change. `digest` shortens a name.
 */
export function compareWhole(
  { from: submitted, steps, to: later }: WholeTexts,
  digest: (name: string) => string
): WholeComparison {
  const from = withTitle(submitted);
  const to = withTitle(later);
  const links = linksBetween(from, to, steps);
  const rows = rowsOf(from, to, links);
  const changes = rows
    .filter(({ relation }) => relation !== 'unchanged')
    .map((row) => ({
      name: digest(nameOf(row, from, to)),
      row,
      from: row.old.map((place) => from[place]!),
      to: row.new.map((place) => to[place]!)
    }));
  const whole = changes.length === 0 ? null : digest(changes.map(({ name }) => name).join(' '));
  return { from, to, rows, changes, whole };
}

export type WholeTexts = {
  from: KnownVersion;
  steps: readonly (readonly Ancestry[])[];
  to: KnownVersion;
};

const withTitle = ({ title, blocks }: KnownVersion): KnownBlock[] => [
  {
    ...{ blockId: titleId, origins: [titleId] },
    ...{ kind: 'heading', level: 1, marker: '', text: title, markdown: `# ${title}` }
  },
  ...blocks
];

/** Old and new places that belong to one another. */
type Link = { old: readonly number[]; new: readonly number[] };

/**
 * Blocks that stand as they were are paired first, then all that came of one another are joined,
 * and what was taken out and put back word for word is paired last.
 */
function linksBetween(
  from: readonly KnownBlock[],
  to: readonly KnownBlock[],
  steps: WholeTexts['steps']
): Link[] {
  const roots = rootsOf(from, steps);
  const rootsAt = to.map(({ blockId }) => roots.get(blockId) ?? []);
  const links: Link[] = [];
  const isFreeOld = from.map(() => true);
  const isFreeNew = to.map(() => true);
  const pair = (old: number, now: number) => {
    links.push({ old: [old], new: [now] });
    isFreeOld[old] = isFreeNew[now] = false;
  };
  rootsAt.forEach((olds, now) => {
    const same = olds.find(
      (old) => isFreeOld[old] && contentOf(from[old]!) === contentOf(to[now]!)
    );
    if (same !== undefined) pair(same, now);
  });
  const groups = new Map<number, { old: number[]; new: number[] }>();
  rootsAt.forEach((olds, now) => {
    const free = olds.filter((old) => isFreeOld[old]);
    if (!isFreeNew[now] || free.length === 0) return;
    const joined = { old: [] as number[], new: [now] };
    for (const group of new Set(free.map((old) => groups.get(old) ?? { old: [old], new: [] }))) {
      joined.old.push(...group.old);
      joined.new.push(...group.new);
    }
    for (const old of joined.old) groups.set(old, joined);
  });
  for (const { old, new: revised } of new Set(groups.values())) {
    links.push({ old: old.sort(ascending), new: revised.sort(ascending) });
    for (const place of old) isFreeOld[place] = false;
    for (const place of revised) isFreeNew[place] = false;
  }
  const alone = Map.groupBy(places(isFreeOld), (place) => contentOf(from[place]!));
  for (const now of places(isFreeNew)) {
    const old = alone.get(contentOf(to[now]!))?.shift();
    if (old !== undefined) pair(old, now);
  }
  return [
    ...links,
    ...places(isFreeOld).map((old) => ({ old: [old], new: [] })),
    ...places(isFreeNew).map((now) => ({ old: [], new: [now] }))
  ];
}

const places = (isFree: readonly boolean[]) => [...isFree.keys()].filter((at) => isFree[at]);
const ascending = (one: number, other: number) => one - other;

/** For each block of the last version, the places in the first from which its text came. */
function rootsOf(from: readonly Ancestry[], steps: WholeTexts['steps']): Map<string, number[]> {
  let roots = new Map(from.map(({ blockId }, place) => [blockId, [place]]));
  for (const step of steps)
    roots = new Map(
      [title, ...step].map(({ blockId, origins }) => {
        const before = origins.flatMap((origin) => roots.get(origin) ?? []);
        return [blockId, [...new Set(before)]];
      })
    );
  return roots;
}

const title: Ancestry = { blockId: titleId, origins: [titleId] };

/** All that a reader could see of a block. */
const contentOf = ({ kind, level, marker, markdown }: Block) =>
  JSON.stringify([kind, level, marker, markdown]);

function rowsOf(from: readonly KnownBlock[], to: readonly KnownBlock[], links: Link[]): Row[] {
  const stayed = new Set(inOrder(to, links));
  const byOld: Row[] = new Array(from.length);
  const byNew: Row[] = new Array(to.length);
  for (const link of links) {
    const { old, new: revised } = link;
    const isPair = old.length === 1 && revised.length === 1;
    const isSame = isPair && contentOf(from[old[0]!]!) === contentOf(to[revised[0]!]!);
    const moved = isPair && !stayed.has(link);
    const relation = relationOf(link, { isSame, moved });
    const row = { ...link, relation, moved, edited: !isSame, score: isSame ? 1 : 0, sure: true };
    for (const place of old) byOld[place] = row;
    for (const place of revised) byNew[place] = row;
  }
  return inReadingOrder(byOld, byNew);
}

/** The pairs that keep their order, as much of the text as can. */
function inOrder(to: readonly KnownBlock[], links: readonly Link[]): Link[] {
  const pairs = links.filter((link) => link.old.length === 1 && link.new.length === 1);
  const chain = heaviestChain(
    pairs.map((link) => ({
      ...{ link, oldStart: link.old[0]!, oldEnd: link.old[0]! },
      ...{ newStart: link.new[0]!, newEnd: link.new[0]! },
      weight: to[link.new[0]!]!.text.length + 1
    }))
  );
  return chain.map(({ link }) => link);
}

function relationOf(
  { old, new: revised }: Link,
  { isSame, moved }: { isSame: boolean; moved: boolean }
): Relation {
  if (revised.length === 0) return 'deleted';
  if (old.length === 0) return 'inserted';
  if (revised.length > 1) return 'split';
  if (old.length > 1) return 'merged';
  if (moved) return 'moved';
  return isSame ? 'unchanged' : 'edited';
}

/**
 * What was there, by identity, and what is there now, in full; what did not keep its place says
 * after which block it stands.
 */
function nameOf(row: Row, from: readonly KnownBlock[], to: readonly KnownBlock[]): string {
  const keptPlace = row.old.length === 1 && row.new.length === 1 && !row.moved;
  return JSON.stringify([
    row.old.map((place) => from[place]!.blockId),
    row.new.map((place) => contentOf(to[place]!)),
    keptPlace ? null : row.new.map((place) => to[place - 1]?.blockId ?? '')
  ]);
}

/** The change that the block of the first version has gone into; undefined where it is unchanged. */
export const changeOf = (changes: readonly BlockChange[], blockId: string) =>
  changes.find(({ from }) => from.some((block) => block.blockId === blockId));
