/**
 * Plain text: makes blocks of a text as it comes out of a PDF, by how it is set.
 *
 * 1. `contents.ts` sets aside tables of contents, and keeps the titles in them.
 * 2. `pages.ts` finds the pages, by form feeds or by the page numbers.
 * 3. `furniture.ts` sets aside heads, feet and page numbers at the edges of pages, with
 *    `running-heads.ts` those elsewhere, and with `glued-numbers.ts` those at the last word.
 * 4. `columns.ts` cuts pages of two columns in two; `notes.ts` takes footnotes from the feet of the
 *    pages.
 * 5. `lines.ts` measures how the lines are set; `stray-bullets.ts` puts bullets before their items.
 * 6. `title-lines.ts` finds lines that are headings by the lines around them, with
 *    `run-in-titles.ts` those close to their text, and with `statutes.ts` those of statutes.
 * 7. `pieces.ts` cuts the lines into paragraphs, headings and list items; `joining.ts` makes running
 *    text of them.
 * 8. `headings.ts` finds the other headings, and the levels of all.
 * 9. `lists.ts` finds list items without bullets, and how deep the others are nested.
 */
import type { Block } from '../../block.ts';
import { cleanSource } from '../source.ts';
import { writeBlock } from '../write.ts';
import { headingLevels, headingMarks } from './headings.ts';
import { joinLines, wordsOf, type Words } from './joining.ts';
import { linesOf, measure, type Line } from './lines.ts';
import { bareItems, itemDepths } from './lists.ts';
import { withoutNotes } from './notes.ts';
import type { PageNote } from './notes.ts';
import { pagesOf, sourceLines } from './pages.ts';
import { withoutFurniture } from './furniture.ts';
import { withColumnsApart } from './columns.ts';
import { withoutContents } from './contents.ts';
import type { Titles } from './titles.ts';
import { withBulletsInPlace } from './stray-bullets.ts';
import { titleLines } from './title-lines.ts';
import type { SetAside } from './pages.ts';
import { piecesOf } from './pieces.ts';
import type { Piece } from './pieces.ts';

/**
 * Returns the blocks of a text as it comes out of a PDF, footnotes last, and apart from them what
 * belongs to the paper: headers, page numbers, the table of contents. `known` has titles that are
 * known to be headings, as those in larger letters; a table of contents tells their depth better.
 */
export function readPlainText(
  source: string,
  known: Titles = new Map()
): { blocks: Block[]; setAside: SetAside[] } {
  const content = withoutContents(sourceLines(cleanSource(source)));
  const titles = withKnown(content.titles, known);
  const text = withoutFurniture(pagesOf(content.lines), content.titles);
  const { pages, notes } = withoutNotes(withColumnsApart(text.pages));
  const lines = linesOf(pages);
  const words = wordsOf(lines);
  const blocks = [
    ...blocksOf(lines, words, titles),
    ...notes.map((note) => noteBlock(note, words))
  ];
  return {
    blocks: withReferences(blocks, notes).filter((block) => block.text !== ''),
    setAside: [...content.setAside, ...text.setAside]
  };
}

/** Returns the titles of a table of contents, if there is one, and as its deepest those known besides. */
function withKnown(listed: Titles, known: Titles): Titles {
  if (listed.size === 0) return known;
  const deepest = [...listed.values()].reduce((most, depth) => Math.max(most, depth), 0);
  return new Map([...Array.from(known.keys(), (key) => [key, deepest] as const), ...listed]);
}

function blocksOf(scattered: readonly Line[], words: Words, titles: Titles): Block[] {
  const measured = measure(scattered);
  const lines = withBulletsInPlace(scattered, measured);
  const read = piecesOf(lines, measured, titleLines(lines, measured, titles))
    .map((piece) => ({ piece, text: joinedText(piece, words) }))
    .filter(({ text }) => text !== '');
  const pieces = read.map(({ piece }) => piece);
  const items = bareItems(pieces, measured);
  const marks = headingMarks(pieces, items, measured);
  const levels = headingLevels(marks, pieces);
  const depths = itemDepths(
    pieces.map((piece, place) => (marks[place] ? withoutBullet(piece) : piece))
  );
  return read.map(({ piece, text }, place) => {
    if (levels[place]) return headingBlock(piece, text, levels[place]);
    if (items.has(place)) return writeBlock({ kind: 'listItem', text, marker: '-' });
    return bodyBlock(piece, text, depths[place] ?? 0);
  });
}

function withoutBullet(piece: Piece): Piece {
  return { ...piece, bullet: null };
}

function joinedText({ lines, bullet }: Piece, words: Words): string {
  const texts = lines.map((line) => line.text);
  return joinLines(bullet ? [bullet.text, ...texts.slice(1)] : texts, words);
}

/** Returns a heading without the colon at its end; its number is part of its words. */
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

/** Makes a reference of Markdown out of each `[^1]` that was put for the number of a note. */
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
