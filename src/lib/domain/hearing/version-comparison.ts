import { heaviestChain } from '../document/align/chain.ts';
import { inReadingOrder, type Relation, type Row } from '../document/align/row.ts';
import {
  contentOf,
  linkBlocks,
  titleAncestry,
  type Ancestry,
  type Link,
  type VersionedBlock
} from './version-links.ts';

/** A version's title and blocks. */
export type VersionText = { readonly title: string; readonly blocks: readonly VersionedBlock[] };

/** One difference between two versions: a row of blocks that is not word for word as it was. */
export type VersionChange = {
  /** A digest of what the change is: two changes with the same name are the same change. */
  readonly name: string;
  readonly row: Row;
  readonly from: readonly VersionedBlock[];
  readonly to: readonly VersionedBlock[];
};

export type VersionComparison = {
  /** The blocks of the two versions, after the title as a heading. */
  readonly from: readonly VersionedBlock[];
  readonly to: readonly VersionedBlock[];
  readonly rows: readonly Row[];
  readonly changes: readonly VersionChange[];
  /** A digest of all changes together; null if there are none. */
  readonly name: string | null;
};

/**
 * Compares two versions exactly, by the ids of their blocks in all versions between them. `steps`
 * are the ancestries of the versions after `from`, the last of which is `to`'s. A row is unchanged
 * only if one block has the same content and the same place among the others. `digest` shortens a
 * name.
 */
export function compareVersions(
  { from: submitted, steps, to: later }: VersionsCompared,
  digest: (name: string) => string
): VersionComparison {
  const from = withTitle(submitted);
  const to = withTitle(later);
  const links = linkBlocks(from, to, steps);
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
  return { from, to, rows, changes, name: whole };
}

export type VersionsCompared = {
  from: VersionText;
  steps: readonly (readonly Ancestry[])[];
  to: VersionText;
};

const withTitle = ({ title, blocks }: VersionText): VersionedBlock[] => [
  {
    ...titleAncestry,
    ...{ kind: 'heading', level: 1, marker: '', text: title, markdown: `# ${title}` }
  },
  ...blocks
];

function rowsOf(
  from: readonly VersionedBlock[],
  to: readonly VersionedBlock[],
  links: Link[]
): Row[] {
  const stayed = new Set(keepOrder(to, links));
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

/** Returns the pairs that stay in order: those with the most text. */
function keepOrder(to: readonly VersionedBlock[], links: readonly Link[]): Link[] {
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
 * Returns the ids of the blocks of `from`, the full content of those of `to` and, unless the block
 * kept its place, the id of the block before each.
 */
function nameOf(row: Row, from: readonly VersionedBlock[], to: readonly VersionedBlock[]): string {
  const keptPlace = row.from.length === 1 && row.to.length === 1 && !row.moved;
  return JSON.stringify([
    row.from.map((place) => from[place]!.blockId),
    row.to.map((place) => contentOf(to[place]!)),
    keptPlace ? null : row.to.map((place) => to[place - 1]?.blockId ?? '')
  ]);
}

/** Returns the change that a block of `from` is part of; undefined if it is unchanged. */
export const findChange = (changes: readonly VersionChange[], blockId: string) =>
  changes.find(({ from }) => from.some((block) => block.blockId === blockId));
