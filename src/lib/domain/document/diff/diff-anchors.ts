import type { Keys, Stretch } from './diff-runs.ts';

/** A token that binds the two sides, as its window of tokens stands once on each. */
export interface Anchor {
  readonly old: number;
  readonly new: number;
}

/** Windows tried in turn: four tokens in a row are seldom the same by chance, one may do in a pinch. */
const WINDOWS = [4, 1];

/**
 * Where a stretch too large to weigh can be cut, in order; none when nothing in it binds the sides.
 * After B. Cohen's patience diff, with windows of tokens in place of lines.
 */
export function findAnchors(keys: Keys, stretch: Stretch): Anchor[] {
  for (const size of WINDOWS) {
    const anchors = longestInOrder(commonWindows(keys, stretch, size));
    if (anchors.length > 0) return anchors;
  }
  return [];
}

/** Windows that stand once on each side of the stretch, in the old side's order. */
function commonWindows({ old, new: newer }: Keys, stretch: Stretch, size: number): Anchor[] {
  const inOld = onlyPlaces(old, stretch.oldFrom, stretch.oldTo, size);
  const inNew = onlyPlaces(newer, stretch.newFrom, stretch.newTo, size);
  const anchors: Anchor[] = [];
  for (const [hash, at] of inOld) {
    const there = inNew.get(hash);
    if (at < 0 || there === undefined || there < 0) continue;
    if (isSame(old, at, newer, there, size)) anchors.push({ old: at, new: there });
  }
  return anchors;
}

/** For each window's hash its place, or -1 when it has several. */
function onlyPlaces(keys: Int32Array, from: number, to: number, size: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = from; at + size <= to; at++) {
    let hash = 0;
    for (let i = 0; i < size; i++) hash = (Math.imul(hash, 0x9e3779b1) + keys[at + i]!) | 0;
    places.set(hash, places.has(hash) ? -1 : at);
  }
  return places;
}

function isSame(a: Int32Array, from: number, b: Int32Array, there: number, size: number): boolean {
  for (let i = 0; i < size; i++) if (a[from + i] !== b[there + i]) return false;
  return true;
}

/** The longest choice of anchors that stand in the same order on both sides (patience sorting). */
function longestInOrder(anchors: readonly Anchor[]): Anchor[] {
  const tops: number[] = [];
  const before = new Int32Array(anchors.length);
  anchors.forEach((anchor, index) => {
    let low = 0;
    for (let high = tops.length; low < high;) {
      const middle = (low + high) >> 1;
      if (anchors[tops[middle]!]!.new < anchor.new) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? tops[low - 1]! : -1;
    tops[low] = index;
  });
  const chosen: Anchor[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at]!) chosen.push(anchors[at]!);
  return chosen.reverse();
}
