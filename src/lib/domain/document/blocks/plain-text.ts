import type { Block } from '../block.ts';
import { cleanSource } from './clean-source.ts';
import { withoutContents } from './plain/contents.ts';
import { headingMarks } from './plain/heading.ts';
import { bareItems, itemDepths } from './plain/item.ts';
import { joinLines, wordsOf } from './plain/join.ts';
import type { Words } from './plain/join.ts';
import { headingLevels } from './plain/level.ts';
import { linesOf, measure } from './plain/line.ts';
import type { Line } from './plain/line.ts';
import { withoutNotes } from './plain/page-notes.ts';
import type { PageNote } from './plain/page-notes.ts';
import { pagesOf, withoutFurniture } from './plain/pages.ts';
import type { SetAside } from './plain/pages.ts';
import { piecesOf } from './plain/piece.ts';
import type { Piece } from './plain/piece.ts';
import { writeBlock } from './write-block.ts';

export type { SetAside };

/** The blocks of a text without marks; see readPlainText. */
export function parsePlainText(source: string): Block[] {
  return readPlainText(source).blocks;
}

/**
 * The blocks of a text as it comes out of a PDF: paragraphs whole again, headings, lists and
 * footnotes recognised by how they are set. What belongs to the paper and not to the text (headers,
 * page numbers, the table of contents) is set aside by name. Footnotes come last.
 */
export function readPlainText(source: string): { blocks: Block[]; setAside: SetAside[] } {
  const furnished = withoutFurniture(pagesOf(cleanSource(source)));
  const listed = withoutContents(furnished.pages);
  const { pages, notes } = withoutNotes(listed.pages);
  const lines = linesOf(pages);
  const words = wordsOf(lines);
  const blocks = [...blocksOf(lines, words), ...notes.map((note) => noteBlock(note, words))];
  return {
    blocks: withReferences(blocks, notes).filter((block) => block.text !== ''),
    setAside: [...furnished.setAside, ...listed.setAside]
  };
}

function blocksOf(lines: readonly Line[], words: Words): Block[] {
  const setting = measure(lines);
  const pieces = piecesOf(lines, setting);
  const items = bareItems(pieces, setting);
  const marks = headingMarks(pieces, items, setting);
  const levels = headingLevels(marks);
  const depths = itemDepths(pieces.map((piece, place) => (marks[place] ? unlisted(piece) : piece)));
  return pieces.map((piece, place) => {
    const text = textOf(piece, words);
    if (levels[place]) return headingBlock(piece, text, levels[place]);
    if (items.has(place)) return writeBlock({ kind: 'listItem', text, marker: '-' });
    return bodyBlock(piece, text, depths[place] ?? 0);
  });
}

function unlisted(piece: Piece): Piece {
  return { ...piece, bullet: null };
}

function textOf({ lines, bullet }: Piece, words: Words): string {
  const texts = lines.map((line) => line.text);
  return joinLines(bullet ? [bullet.text, ...texts.slice(1)] : texts, words);
}

/** A heading loses the colon that led to its text; its number is part of its words. */
function headingBlock({ bullet }: Piece, text: string, level: number): Block {
  const words = bullet ? `${bullet.marker} ${text}` : text;
  return writeBlock({ kind: 'heading', text: words.replace(/\s*:$/, ''), level });
}

function bodyBlock({ bullet }: Piece, text: string, depth: number): Block {
  if (bullet) return writeBlock({ kind: 'listItem', text, level: depth, marker: bullet.marker });
  if (!text.startsWith('>')) return writeBlock({ kind: 'paragraph', text });
  return writeBlock({ kind: 'quotation', text: text.replace(/(^|\s)>+(?=\s|$)/g, '$1') });
}

function noteBlock({ label, text }: PageNote, words: Words): Block {
  return writeBlock({ kind: 'footnote', text: joinLines(text.split('\n'), words), marker: label });
}

/** Turns the `[^1]` that stands for a note's number into a reference that Markdown knows. */
function withReferences(blocks: Block[], notes: readonly PageNote[]): Block[] {
  if (notes.length === 0) return blocks;
  const labels = new Set(notes.map((note) => note.label));
  return blocks.map((block) => ({
    ...block,
    text: block.text.replace(/\[\^([\d.]+)\]/g, (whole, label) =>
      labels.has(label) ? `[${label}]` : whole
    ),
    markdown: block.markdown.replace(/\\(\[\^([\d.]+)\])/g, (whole, reference, label) =>
      labels.has(label) ? reference : whole
    )
  }));
}
