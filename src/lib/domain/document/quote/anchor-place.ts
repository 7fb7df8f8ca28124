import type { Evidence } from './anchor-evidence.ts';
import type { Hit, Passage } from './anchor-search.ts';
import type { Side } from '../diff/side.ts';

/** So many words put in at the edge of a quote, in place of its own, count as part of it. */
const AT_THE_EDGE = 3;

/** Where a hit stands: in which text and from where to where. Of two texts the larger part counts. */
export function placeOf(
  evidence: Evidence,
  hit: Hit
): { block: number; start: number; end: number } {
  const { now } = evidence;
  const parts = byBlock(now, withEdges(evidence, hit));
  const largest = parts.reduce((best, part) => (size(now, part) > size(now, best) ? part : best));
  const block = now.blocks[largest.from]!;
  const base = now.blockStarts[block]!;
  return { block, start: now.starts[largest.from]! - base, end: now.ends[largest.to - 1]! - base };
}

/** A quote whose first or last words were rewritten reaches to what stood and stands beside it. */
function withEdges({ then, quote, now, partners }: Evidence, { from, to }: Hit): Passage {
  if (!partners) return { from, to };
  const before = quote.from === 0 ? -1 : partners[quote.from - 1]!;
  const after = quote.to === then.length ? now.length : partners[quote.to]!;
  const firstIsNew = then.keys[quote.from] !== now.keys[from];
  const lastIsNew = then.keys[quote.to - 1] !== now.keys[to - 1];
  const widensBack = firstIsNew && (before >= 0 || quote.from === 0);
  const reachesBack = widensBack && before < from && from - before - 1 <= AT_THE_EDGE;
  const reachesOn = lastIsNew && after >= to && after - to <= AT_THE_EDGE;
  return { from: reachesBack ? before + 1 : from, to: reachesOn ? after : to };
}

function byBlock({ blocks }: Side, { from, to }: Passage): Passage[] {
  const parts: Passage[] = [];
  for (let at = from; at < to;) {
    let end = at;
    while (end < to && blocks[end] === blocks[at]) end++;
    parts.push({ from: at, to: end });
    at = end;
  }
  return parts;
}

function size({ starts, ends }: Side, { from, to }: Passage): number {
  return ends[to - 1]! - starts[from]!;
}
