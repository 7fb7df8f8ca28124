/** Step 7 of plain text: cuts the lines into pieces, each a paragraph, a heading or a list item. */
import { LETTERED } from '../../clauses.ts';
import {
  endsEarly,
  endsSentence,
  isAllCapitals,
  isNamedField,
  isPlaceholder,
  runsOn,
  startsSmall
} from './lines.ts';
import type { Gap, Line, Measure } from './lines.ts';
import { areStatutes, beginsClause, isClauseNumber } from './statutes.ts';
import type { Title } from './title-lines.ts';
import { ITEM_SIGNS } from '../item-signs.ts';
import { beginsWithDay } from '../kept-marks.ts';

/** Lines that belong together: a paragraph, a heading or a list item. */
export interface Piece {
  readonly lines: Line[];
  readonly bullet: Bullet | null;
  readonly gap: Gap;
  /** If the lines around it tell that it is a heading. */
  readonly title: Title | null;
}

/**
 * Returns lines as pieces, each of which is one paragraph, heading or list item. `titles` has the
 * headings that are known, by the place of their first line.
 */
export function piecesOf(
  lines: readonly Line[],
  measure: Measure,
  titles: ReadonlyMap<number, Title>
): Piece[] {
  const inStatutes = areStatutes(lines, measure);
  const pieces: Piece[] = [];
  for (let place = 0; place < lines.length; place++) {
    const line = lines[place]!;
    const previous = lines[place - 1];
    const piece = pieces.at(-1);
    const title = titles.get(place);
    if (title) {
      const ofTitle = lines.slice(place, place + title.length);
      pieces.push({ lines: ofTitle, bullet: null, gap: line.gap, title });
      place += title.length - 1;
      continue;
    }
    const bullet = bulletOf(line, previous, piece?.bullet ?? null, measure);
    const begins =
      bullet !== null ||
      beginsClause(lines, place, measure, inStatutes) ||
      leadsIn(lines, place, measure);
    if (piece && previous && !piece.title && !begins && goesOn(piece, previous, line, measure))
      piece.lines.push(line);
    else pieces.push({ lines: [line], bullet, gap: line.gap, title: null });
  }
  return pieces;
}

/** Of the width of the text: a wider line that ends in a colon can be the last of a paragraph. */
const LEAD_IN = 0.6;

/** Whether a line alone leads in the list below it, as "Vi mener:" below the end of a sentence. */
function leadsIn(lines: readonly Line[], place: number, { width }: Measure): boolean {
  const [previous, { text }, next] = [lines[place - 1], lines[place]!, lines[place + 1]];
  if (!text.endsWith(':') || startsSmall(text) || text.length > width * LEAD_IN) return false;
  if (!previous || !endsSentence(previous.text) || !next) return false;
  return possible(next.text) !== null || CERTAIN.test(next.text) || isShortItem(next, width);
}

/** Whether a line can be an item of a list without bullets: a few words. */
function isShortItem({ text, gap }: Line, width: number): boolean {
  return (
    gap === 'none' && text.length <= width * LEAD_IN && !endsSentence(text) && !startsSmall(text)
  );
}

const QUOTED_ITEM = /^(?:>\s?)+(?:[-–—*+•]|\d{1,3}[.)])\s/;

/** A shorter line in capitals can be a word of the sentence above it. */
const SHORTEST_CAPITALS = 12;

function goesOn(piece: Piece, previous: Line, line: Line, measure: Measure): boolean {
  if (isPlaceholder(line.text) || isPlaceholder(previous.text)) return false;
  if (piece.bullet?.text === '' && piece.lines.length === 1) return true;
  if (isClauseNumber(previous.text) && line.gap === 'none') return true;
  if (line.text.startsWith('>') !== previous.text.startsWith('>')) return false;
  if (QUOTED_ITEM.test(line.text)) return false;
  if (endsEarly(previous, line, measure) && isNamedField(line.text)) return false;
  if (!measure.wrapped) return false;
  if (line.gap !== 'none') return isCut(previous, line, measure);
  if (isAllCapitals(previous.text) !== isAllCapitals(line.text)) {
    const isWord = !isAllCapitals(previous.text) && line.text.length < SHORTEST_CAPITALS;
    return isWord && !endsEarly(previous, line, measure);
  }
  if (startsSmall(line.text) || isOfAside(previous.text, line.text)) return true;
  if (isLineApart(piece, previous, line, measure)) return false;
  if (isFilled(piece, previous, line, measure) && !endsSentence(previous.text)) return true;
  if (!endsEarly(previous, line, measure)) return !isIndentedAnew(piece, previous, line);
  if (piece.bullet && line.indent > (piece.lines[0]?.indent ?? 0)) return true;
  return (
    endsSentence(previous.text) && measure.spaced && line.indent <= previous.indent && !piece.bullet
  );
}

/**
 * Whether a line is filled though the text is wider: its paragraph is set in a narrower column, or the
 * line is two that were joined at a divided word, which do not tell.
 */
function isFilled({ lines }: Piece, previous: Line, line: Line, measure: Measure): boolean {
  if (previous.text.length > measure.width * 1.1) return true;
  const width = Math.max(...lines.slice(-COLUMN_LINES, -1).map(({ text }) => text.length));
  return (
    lines.length > 1 &&
    !/[:;]$/.test(previous.text) &&
    !endsEarly(previous, line, { ...measure, width }, 1)
  );
}

/** Lines of a paragraph that tell how wide it is set. */
const COLUMN_LINES = 8;

/** Share of the width that is room where a line has a gap above and no full stop. */
const ROOM = 0.95;

/** Whether a piece is a line below a gap that has no full stop, though the next word had room on it. */
function isLineApart({ lines, gap, bullet }: Piece, line: Line, next: Line, measure: Measure) {
  if (bullet || lines.length > 1 || gap === 'none' || /[.,;:!?-]$/.test(line.text)) return false;
  return endsEarly(line, next, measure, ROOM) && line.text.length <= measure.width * 0.8;
}

/** Whether the end of a page, or a stray blank line, is in the middle of a sentence. */
function isCut(previous: Line, line: Line, measure: Measure): boolean {
  if (/[-‐\u00ad]$/.test(previous.text)) return startsSmall(line.text);
  if (endsSentence(previous.text) || previous.text.endsWith(':')) return false;
  if (isAllCapitals(line.text) && !isAllCapitals(previous.text)) return false;
  const full = !endsEarly(previous, line, measure);
  if (startsSmall(line.text)) return full || line.gap === 'page';
  return line.gap === 'page' && full && previous.text.length > measure.width * 0.7;
}

/** Whether a line begins a paragraph because it is indented, even below a full line. */
function isIndentedAnew(piece: Piece, previous: Line, line: Line): boolean {
  if (piece.bullet || !endsSentence(previous.text)) return false;
  return line.indent > previous.indent;
}

/** Returns the text of a piece in one line, without joining divided words. */
export function textOf(piece: Piece): string {
  return piece.lines.map((line) => line.text).join(' ');
}

/** The mark that a list item begins with, and the text after it. */
export interface Bullet {
  /** As Markdown has it: `-` or `3.`. */
  readonly marker: string;
  /** As it was, with 1 for a number and a for a letter: items of one depth have the same. */
  readonly sign: string;
  readonly text: string;
}

/** Whether a line is nothing but a bullet. */
export function isBulletAlone(text: string): boolean {
  return ALONE.test(text);
}

const CERTAIN = new RegExp(`^([${ITEM_SIGNS}])\\s*(.*)$`, 'u');
const ALONE = new RegExp(`^[${ITEM_SIGNS}]$`, 'u');
const POSSIBLE = /^([-–—*+·o]|——)\s+(\S.*)$/;
const NUMBERED = /^(\d{1,3}[.)]|\(\d{1,3}\))\s+(\S.*)$/;

/**
 * Returns the bullet that a line begins with, if any. A dash, an `o` or a number can be first in a
 * line by chance, so that it counts only if the text before it ended, or if the list that it is in
 * has the same sign.
 */
function bulletOf(
  line: Line,
  previous: Line | undefined,
  list: Bullet | null,
  measure: Measure
): Bullet | null {
  const certain = CERTAIN.exec(line.text);
  if (certain) return { marker: '-', sign: certain[1] ?? '', text: certain[2] ?? '' };
  if (beginsWithDay(line.text)) return null;
  if (previous && isOfAside(previous.text, line.text)) return null;
  const bullet = possible(line.text) ?? numbered(line.text) ?? lettered(line.text, list);
  const free = !previous || line.gap === 'blank' || atEnd(previous, line, measure);
  return bullet && (free || bullet.sign === list?.sign) ? bullet : null;
}

/**
 * Whether a dash at the head of a line ends what a dash in the line above began, or begins what ends
 * in the line: dashes around an aside come in pairs.
 */
function isOfAside(above: string, text: string): boolean {
  if (!/^[-–—]\s/.test(text) || !runsOn(text) || /[.,;:!?]$/.test(above)) return false;
  const dashes = /(?<=\s)[-–—](?=\s)/g;
  if ((above.match(dashes)?.length ?? 0) % 2 === 1) return true;
  return /^[–—]/.test(text) && text.match(dashes)?.length === 1;
}

function atEnd(previous: Line, line: Line, measure: Measure): boolean {
  const ended = endsSentence(previous.text) || /[:;,]$/.test(previous.text);
  return ended || endsEarly(previous, line, measure);
}

function possible(text: string): Bullet | null {
  const match = POSSIBLE.exec(text);
  return match && { marker: '-', sign: match[1] ?? '', text: match[2] ?? '' };
}

function numbered(text: string): Bullet | null {
  const match = NUMBERED.exec(text);
  if (!match) return null;
  const sign = match[1] ?? '';
  const marker = sign.startsWith('(') ? sign.slice(1) : sign;
  return { marker, sign: sign.replace(/\d+/, '1'), text: match[2] ?? '' };
}

/**
 * Returns the bullet of a line with a letter or a small Roman number, which stays in the text, since
 * Markdown has no such lists and people refer to "litra a". With a full stop it counts only if it is
 * the first, or if the item before it has one, too: "d. 3. maj" is a date.
 */
function lettered(text: string, list: Bullet | null): Bullet | null {
  const match = LETTERED.exec(text);
  if (!match) return null;
  const [, open = '', letters = '', end = ''] = match;
  const isRoman = /^[ivx]+$/.test(letters) && !followsLetter(letters, list);
  if (letters.length > 1 && !isRoman) return null;
  const sign = `${open}${isRoman ? 'i' : 'a'}${end}`;
  const isFirst = letters === (isRoman ? 'i' : 'a');
  return end === ')' || isFirst || list?.sign === sign ? { marker: '-', sign, text } : null;
}

/** Whether "i", "v" or "x" is the next letter after the one of the item before it. */
function followsLetter(letter: string, list: Bullet | null): boolean {
  const before = LETTERED.exec(list?.text ?? '')?.[2] ?? '';
  return letter.length === 1 && before === String.fromCharCode(letter.charCodeAt(0) - 1);
}
