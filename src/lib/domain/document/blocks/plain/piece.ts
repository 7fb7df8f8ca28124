import { bulletOf } from './bullet.ts';
import type { Bullet } from './bullet.ts';
import { endsEarly, endsSentence, isAllCapitals, isPlaceholder, startsSmall } from './line.ts';
import type { Gap, Line, Measure } from './line.ts';

/** Lines that belong together, before it is known what they are. */
export interface Piece {
  readonly lines: Line[];
  readonly bullet: Bullet | null;
  readonly gap: Gap;
}

/** Cuts lines where one thing ends and another begins. */
export function piecesOf(lines: readonly Line[], measure: Measure): Piece[] {
  const pieces: Piece[] = [];
  lines.forEach((line, index) => {
    const previous = lines[index - 1];
    const piece = pieces.at(-1);
    const bullet = bulletOf(line, previous, piece?.bullet ?? null, measure);
    if (piece && previous && !bullet && goesOn(piece, previous, line, measure))
      piece.lines.push(line);
    else pieces.push({ lines: [line], bullet, gap: line.gap });
  });
  return pieces;
}

function goesOn(piece: Piece, previous: Line, line: Line, measure: Measure): boolean {
  if (isPlaceholder(line.text) || isPlaceholder(previous.text)) return false;
  if (piece.bullet?.text === '' && piece.lines.length === 1) return true;
  if (line.text.startsWith('>') !== previous.text.startsWith('>')) return false;
  if (!measure.wrapped) return false;
  if (line.gap !== 'none') return isCut(previous, line, measure);
  if (isAllCapitals(previous.text) && !isAllCapitals(line.text)) return false;
  if (startsSmall(line.text)) return true;
  if (!endsEarly(previous, line, measure)) return !isIndentedAnew(piece, previous, line);
  if (piece.bullet && line.indent > (piece.lines[0]?.indent ?? 0)) return true;
  return (
    endsSentence(previous.text) && measure.spaced && line.indent <= previous.indent && !piece.bullet
  );
}

/** The end of a page, or a stray blank line, fell into the middle of a sentence. */
function isCut(previous: Line, line: Line, measure: Measure): boolean {
  if (/[-‐\u00ad]$/.test(previous.text)) return startsSmall(line.text);
  if (endsSentence(previous.text) || previous.text.endsWith(':')) return false;
  const full = !endsEarly(previous, line, measure);
  if (startsSmall(line.text)) return full || line.gap === 'page';
  return line.gap === 'page' && full && previous.text.length > measure.width * 0.7;
}

/** A first line set in from the rest begins a paragraph, even below a full line. */
function isIndentedAnew(piece: Piece, previous: Line, line: Line): boolean {
  if (piece.bullet || !endsSentence(previous.text)) return false;
  return line.indent > previous.indent;
}
