import type { Block } from '../document/block.ts';

/** The id of a block, and the ids of the blocks of the version before that it came from. */
export type Ancestry = { readonly blockId: string; readonly origins: readonly string[] };
export type VersionedBlock = Block & Ancestry;

/** Places of both versions that belong together; one side is empty if blocks were added or removed. */
export type Link = { readonly from: readonly number[]; readonly to: readonly number[] };

/** The places of both versions that have no link yet. */
type Unlinked = { from: Set<number>; to: Set<number> };

/**
 * Returns the links between all blocks of two versions. Blocks with the same content and a shared
 * origin are paired first, then blocks that came of one another are grouped, then blocks with the
 * same content are paired wherever they come from.
 */
export function linkBlocks(
  from: readonly VersionedBlock[],
  to: readonly VersionedBlock[],
  steps: readonly (readonly Ancestry[])[]
): Link[] {
  const roots = findRoots(from, steps);
  const rootsAt = to.map(({ blockId }) => roots.get(blockId) ?? []);
  const unlinked = { from: new Set(from.keys()), to: new Set(to.keys()) };
  return [
    ...pairUnchanged(from, to, rootsAt, unlinked),
    ...groupByOrigin(rootsAt, unlinked),
    ...pairByContent(from, to, unlinked),
    ...[...unlinked.from].map((place) => ({ from: [place], to: [] })),
    ...[...unlinked.to].map((place) => ({ from: [], to: [place] }))
  ];
}

/** Returns by the id of each block of the last version the places in the first that it came from. */
function findRoots(
  from: readonly Ancestry[],
  steps: readonly (readonly Ancestry[])[]
): Map<string, number[]> {
  let roots = new Map(from.map(({ blockId }, place) => [blockId, [place]]));
  for (const step of steps)
    roots = new Map(
      [titleAncestry, ...step].map(({ blockId, origins }) => {
        const before = origins.flatMap((origin) => roots.get(origin) ?? []);
        return [blockId, [...new Set(before)]];
      })
    );
  return roots;
}

/** Pairs each block with the first of its origins that has the same content. */
function pairUnchanged(
  from: readonly VersionedBlock[],
  to: readonly VersionedBlock[],
  rootsAt: readonly (readonly number[])[],
  unlinked: Unlinked
): Link[] {
  return to.flatMap((block, place) => {
    const root = rootsAt[place]!.find(
      (each) => unlinked.from.has(each) && contentOf(from[each]!) === contentOf(block)
    );
    return root === undefined ? [] : [link([root], [place], unlinked)];
  });
}

/** Groups the unlinked blocks that came of the same blocks, directly or through one another. */
function groupByOrigin(rootsAt: readonly (readonly number[])[], unlinked: Unlinked): Link[] {
  const groups = new Map<number, { from: number[]; to: number[] }>();
  for (const place of unlinked.to) {
    const roots = rootsAt[place]!.filter((root) => unlinked.from.has(root));
    const joined = { from: [] as number[], to: [place] };
    for (const group of new Set(
      roots.map((root) => groups.get(root) ?? { from: [root], to: [] })
    )) {
      joined.from.push(...group.from);
      joined.to.push(...group.to);
    }
    for (const root of joined.from) groups.set(root, joined);
  }
  return [...new Set(groups.values())].map((group) =>
    link(group.from.sort(ascending), group.to.sort(ascending), unlinked)
  );
}

const ascending = (one: number, other: number) => one - other;

/** Pairs the unlinked blocks with the same content: what was removed and inserted again unchanged. */
function pairByContent(
  from: readonly VersionedBlock[],
  to: readonly VersionedBlock[],
  unlinked: Unlinked
): Link[] {
  const removed = Map.groupBy(unlinked.from, (place) => contentOf(from[place]!));
  return [...unlinked.to].flatMap((place) => {
    const same = removed.get(contentOf(to[place]!))?.shift();
    return same === undefined ? [] : [link([same], [place], unlinked)];
  });
}

/** Returns a link and takes its places off those that are unlinked. */
function link(from: number[], to: number[], unlinked: Unlinked): Link {
  for (const place of from) unlinked.from.delete(place);
  for (const place of to) unlinked.to.delete(place);
  return { from, to };
}

/** The title's id among a version's blocks; the id of any other block is a UUID. */
export const titleId = 'title';

/** The title's ancestry in every version: it comes from the title of the version before. */
export const titleAncestry: Ancestry = { blockId: titleId, origins: [titleId] };

/** Returns all that a reader could see of a block as one text; equal texts are equal blocks. */
export const contentOf = ({ kind, level, marker, markdown }: Block) =>
  JSON.stringify([kind, level, marker, markdown]);
