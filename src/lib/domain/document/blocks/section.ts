import type { Block } from '../block.ts';

/** A part of the text under a heading; `from` is its heading's place, `to` the one after its last. */
export interface Section {
  /** Null for what stands before the first heading. */
  readonly heading: Block | null;
  readonly level: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The sections of a text in the order in which they begin. A section reaches to the next heading of
 * its own level or above, so that it holds the sections below it.
 */
export function sections(blocks: readonly Block[]): Section[] {
  const headings = blocks.flatMap((block, from) => (block.kind === 'heading' ? [from] : []));
  const found: Section[] = [];
  const preamble = headings[0] ?? blocks.length;
  if (preamble > 0) found.push({ heading: null, level: 0, from: 0, to: preamble });
  const open: { place: number; level: number }[] = [];
  const ends = new Map<number, number>();
  for (const place of headings) {
    const level = blocks[place]?.level ?? 0;
    while ((open.at(-1)?.level ?? 0) >= level) ends.set(open.pop()?.place ?? 0, place);
    open.push({ place, level });
  }
  for (const from of headings) {
    const heading = blocks[from] ?? null;
    found.push({ heading, level: heading?.level ?? 0, from, to: ends.get(from) ?? blocks.length });
  }
  return found;
}
