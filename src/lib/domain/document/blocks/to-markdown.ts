import type { Block } from '../block.ts';

/**
 * The Markdown of a list of blocks, list items indented by their depth. Read again by parseMarkdown
 * it gives the same blocks; an item deeper than any before it allows is drawn up to where it can be.
 */
export function toMarkdown(blocks: readonly Block[]): string {
  let source = '';
  let columns: number[] = [];
  blocks.forEach((block, index) => {
    const column = columnOf(block, columns);
    columns = columnsAfter(block, column, columns);
    const previous = blocks[index - 1];
    if (previous) source += standClose(previous, block) ? '\n' : '\n\n';
    source += indent(block.markdown, column);
  });
  return source && `${source}\n`;
}

/** Puts text behind a mark and lines the rest of it up under its beginning. */
export function hang(mark: string, text: string, width = mark.length): string {
  return mark + indent(text, width).slice(width);
}

function indent(text: string, width: number): string {
  return width ? text.replace(/^(?=.)/gm, ' '.repeat(width)) : text;
}

/** `columns` holds for each depth where the text of the last item there began. */
function columnOf(block: Block, columns: readonly number[]): number {
  if (block.kind !== 'listItem' || columns.length === 0) return 0;
  const level = Math.min(block.level, columns.length);
  if (!block.marker) return columns[Math.min(level, columns.length - 1)] ?? 0;
  return columns[level - 1] ?? 0;
}

function columnsAfter(block: Block, column: number, columns: readonly number[]): number[] {
  if (block.kind !== 'listItem') return [];
  if (!block.marker) return columns.filter((other) => other <= column);
  return [...columns.filter((other) => other <= column), column + block.marker.length + 1];
}

/** List items stand line under line where neither can be taken for a part of the other. */
function standClose(previous: Block, block: Block): boolean {
  if (previous.kind !== 'listItem' || block.kind !== 'listItem') return false;
  if (!previous.marker || !block.marker || previous.markdown.includes('\n')) return false;
  const sameList = previous.level === block.level && sign(previous) === sign(block);
  return sameList || /^[-+*]$/.test(block.marker);
}

function sign({ marker }: Block): string {
  return marker.slice(-1);
}
