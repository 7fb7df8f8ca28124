import { heaviestChain } from '../document/align/chain.ts';
import { inReadingOrder, type Relation, type Row } from '../document/align/row.ts';
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
      from: row.from.map((place) => from[place]!),
      to: row.to.map((place) => to[place]!)
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

/** Places of both versions that belong to one another. */
type Link = { from: readonly number[]; to: readonly number[] };

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
  const isFreeFrom = from.map(() => true);
  const isFreeTo = to.map(() => true);
  const pair = (fromPlace: number, toPlace: number) => {
    links.push({ from: [fromPlace], to: [toPlace] });
    isFreeFrom[fromPlace] = isFreeTo[toPlace] = false;
  };
  rootsAt.forEach((roots, place) => {
    const same = roots.find(
      (root) => isFreeFrom[root] && contentOf(from[root]!) === contentOf(to[place]!)
    );
    if (same !== undefined) pair(same, place);
  });
  const groups = new Map<number, { from: number[]; to: number[] }>();
  rootsAt.forEach((roots, place) => {
    const free = roots.filter((root) => isFreeFrom[root]);
    if (!isFreeTo[place] || free.length === 0) return;
    const joined = { from: [] as number[], to: [place] };
    for (const group of new Set(free.map((root) => groups.get(root) ?? { from: [root], to: [] }))) {
      joined.from.push(...group.from);
      joined.to.push(...group.to);
    }
    for (const root of joined.from) groups.set(root, joined);
  });
  for (const group of new Set(groups.values())) {
    links.push({ from: group.from.sort(ascending), to: group.to.sort(ascending) });
    for (const place of group.from) isFreeFrom[place] = false;
    for (const place of group.to) isFreeTo[place] = false;
  }
  const alone = Map.groupBy(places(isFreeFrom), (place) => contentOf(from[place]!));
  for (const place of places(isFreeTo)) {
    const same = alone.get(contentOf(to[place]!))?.shift();
    if (same !== undefined) pair(same, place);
  }
  return [
    ...links,
    ...places(isFreeFrom).map((place) => ({ from: [place], to: [] })),
    ...places(isFreeTo).map((place) => ({ from: [], to: [place] }))
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
  const byFrom: Row[] = new Array(from.length);
  const byTo: Row[] = new Array(to.length);
  for (const link of links) {
    const isPair = link.from.length === 1 && link.to.length === 1;
    const isSame = isPair && contentOf(from[link.from[0]!]!) === contentOf(to[link.to[0]!]!);
    const moved = isPair && !stayed.has(link);
    const relation = relationOf(link, { isSame, moved });
    const row = { ...link, relation, moved, edited: !isSame, score: isSame ? 1 : 0, sure: true };
    for (const place of link.from) byFrom[place] = row;
    for (const place of link.to) byTo[place] = row;
  }
  return inReadingOrder(byFrom, byTo);
}

/** The pairs that keep their order, as much of the text as can. */
function inOrder(to: readonly KnownBlock[], links: readonly Link[]): Link[] {
  const pairs = links.filter((link) => link.from.length === 1 && link.to.length === 1);
  const chain = heaviestChain(
    pairs.map((link) => ({
      ...{ link, fromStart: link.from[0]!, fromEnd: link.from[0]! },
      ...{ toStart: link.to[0]!, toEnd: link.to[0]! },
      weight: to[link.to[0]!]!.text.length + 1
    }))
  );
  return chain.map(({ link }) => link);
}

function relationOf(
  { from, to }: Link,
  { isSame, moved }: { isSame: boolean; moved: boolean }
): Relation {
  if (to.length === 0) return 'deleted';
  if (from.length === 0) return 'inserted';
  if (to.length > 1) return 'split';
  if (from.length > 1) return 'merged';
  if (moved) return 'moved';
  return isSame ? 'unchanged' : 'edited';
}

/**
 * What was there, by identity, and what is there now, in full; what did not keep its place says
 * after which block it stands.
 */
function nameOf(row: Row, from: readonly KnownBlock[], to: readonly KnownBlock[]): string {
  const keptPlace = row.from.length === 1 && row.to.length === 1 && !row.moved;
  return JSON.stringify([
    row.from.map((place) => from[place]!.blockId),
    row.to.map((place) => contentOf(to[place]!)),
    keptPlace ? null : row.to.map((place) => to[place - 1]?.blockId ?? '')
  ]);
}

/** The change that the block of the first version has gone into; undefined where it is unchanged. */
export const changeOf = (changes: readonly BlockChange[], blockId: string) =>
  changes.find(({ from }) => from.some((block) => block.blockId === blockId));
