/** Step 6 of blocks: the sections and the title of a text. */
import { cleanName } from '../../name.ts';
import type { Block } from '../block.ts';
import { isVisible } from '../visible.ts';

/** The part of a text under a heading. */
export interface Section {
  /** Null for what is before the first heading. */
  readonly heading: Block | null;
  readonly level: number;
  /** The place of its first block, the heading. */
  readonly start: number;
  /** The place after its last block. */
  readonly end: number;
}

/**
 * Returns the sections of a text in the order in which they begin. A section ends before the next
 * heading of its own level or above, so that it contains the sections below it.
 */
export function sections(blocks: readonly Block[]): Section[] {
  const headings = blocks.flatMap((block, place) => (block.kind === 'heading' ? [place] : []));
  const found: Section[] = [];
  const preamble = headings[0] ?? blocks.length;
  if (preamble > 0) found.push({ heading: null, level: 0, start: 0, end: preamble });
  const open: { place: number; level: number }[] = [];
  const ends = new Map<number, number>();
  for (const place of headings) {
    const level = blocks[place]?.level ?? 0;
    while ((open.at(-1)?.level ?? 0) >= level) ends.set(open.pop()?.place ?? 0, place);
    open.push({ place, level });
  }
  for (const start of headings) {
    const heading = blocks[start] ?? null;
    const end = ends.get(start) ?? blocks.length;
    found.push({ heading, level: heading?.level ?? 0, start, end });
  }
  return found;
}

/**
 * Returns a text's title, and its other blocks. The title is the first block if that is the only
 * heading of the first level: a text with several of them has parts and no title. It is cleaned as
 * a name; if a reader can see nothing of it, the title is null, and the heading is left out.
 */
export function takeTitle(blocks: readonly Block[]): { title: string | null; blocks: Block[] } {
  const [first, ...rest] = blocks;
  if (!isTopHeading(first) || rest.some(isTopHeading)) return { title: null, blocks: [...blocks] };
  const title = cleanName(first.text);
  return { title: isVisible(title) ? title : null, blocks: rest };
}

function isTopHeading(block: Block | undefined): block is Block {
  return block?.kind === 'heading' && block.level === 1;
}
