/**
 * Of many links between two orders the heaviest chain in which no two cross: a weighted longest
 * increasing subsequence (Fredman 1975) over a Fenwick tree (1994), in O(n log n).
 */
export interface ChainLink {
  /** First and last place it takes on either side. */
  readonly fromStart: number;
  readonly fromEnd: number;
  readonly toStart: number;
  readonly toEnd: number;
  /** Above 0. Ties are broken by the caller: equal chains are taken in no promised order. */
  readonly weight: number;
}

export function heaviestChain<Link extends ChainLink>(links: readonly Link[]): Link[] {
  const size = links.reduce((most, link) => Math.max(most, link.toEnd + 2), 1);
  const tree = new Int32Array(size + 1).fill(-1);
  const total = new Float64Array(links.length);
  const before = new Int32Array(links.length).fill(-1);
  const starting = sortedBy(links, (link) => link.fromStart);
  const ending = sortedBy(links, (link) => link.fromEnd);
  let ended = 0;
  for (const at of starting) {
    const link = links[at]!;
    for (; links[ending[ended]!]!.fromEnd < link.fromStart; ended++) {
      raise(tree, total, links[ending[ended]!]!.toEnd + 1, ending[ended]!);
    }
    before[at] = heaviestUpTo(tree, total, link.toStart);
    total[at] = link.weight + (before[at]! < 0 ? 0 : total[before[at]!]!);
  }
  let last = -1;
  for (const at of starting) if (last < 0 || total[at]! > total[last]!) last = at;
  const chain: Link[] = [];
  for (; last >= 0; last = before[last]!) chain.push(links[last]!);
  return chain.reverse();
}

/** Place and number in one float sort without a comparison function, ten times as fast. */
function sortedBy<Link>(links: readonly Link[], place: (link: Link) => number): Int32Array {
  const keys = new Float64Array(links.length);
  let isInOrder = true;
  for (let at = 0; at < keys.length; at++) {
    keys[at] = place(links[at]!) * keys.length + at;
    isInOrder &&= at === 0 || keys[at - 1]! < keys[at]!;
  }
  if (!isInOrder) keys.sort();
  const order = new Int32Array(keys.length);
  for (let at = 0; at < order.length; at++) order[at] = isInOrder ? at : keys[at]! % order.length;
  return order;
}

/** The tree holds, for every stretch of new places, which link ending there has the most. */
function raise(tree: Int32Array, total: Float64Array, place: number, link: number): void {
  for (let at = place; at < tree.length; at += at & -at) {
    const held = tree[at]!;
    if (held < 0 || total[link]! > total[held]!) tree[at] = link;
  }
}

function heaviestUpTo(tree: Int32Array, total: Float64Array, place: number): number {
  let best = -1;
  for (let at = place; at > 0; at -= at & -at) {
    const held = tree[at]!;
    if (held >= 0 && (best < 0 || total[held]! > total[best]!)) best = held;
  }
  return best;
}
