import { endsSentence, isAllCapitals, isPlaceholder, startsSmall } from './line.ts';
import type { Measure } from './line.ts';
import type { Piece } from './piece.ts';

/** How a heading is set; each style has its own level. */
export type HeadingStyle = 'capitals' | 'free' | 'runIn';

export interface HeadingMark {
  readonly style: HeadingStyle;
  /** "2.1" has two; 0 for a heading without a number. */
  readonly numbers: number;
}

// A heading is something one can say in a breath.
const MOST_WORDS = 14;
const MOST_CHARACTERS = 100;
const DOTTED = /^(\d{1,2}(?:\.\d{1,2})+)\.?\s+\S/;
const PART = /^(?:kapitel|afsnit|del|bilag|chapter|section|part|annex)\s+[\divxlc]+\b/i;
// Words that say that a list or a paragraph is to come, and so belong to a sentence.
const FIELD = /^(?:dato|til|fra|sted|tid|date|to|from|cc):|^[\p{L} .-]{2,25}:\s+(?:\d|\S*@)/iu;
const LEADS_IN = /\b(?:følger|følgende|nedenstående|herunder|following|follows|below)\b/i;

/** Which pieces are headings. Read from the end, since a heading is known by what comes under it. */
export function headingMarks(
  pieces: readonly Piece[],
  items: ReadonlySet<number>,
  measure: Measure
): (HeadingMark | null)[] {
  const marks: (HeadingMark | null)[] = pieces.map(() => null);
  for (let place = pieces.length - 1; place >= 0; place--) {
    if (items.has(place)) continue;
    const opens = marks[place + 1] != null || items.has(place + 1);
    marks[place] = headingMark(pieces, place, opens, measure);
  }
  return marks.map((mark, place) => {
    const close = measure.spaced && pieces[place]?.gap === 'none' && place > 0;
    const lastLine = close && !marks[place - 1] && mark?.style !== 'capitals';
    return lastLine ? null : mark;
  });
}

function headingMark(
  pieces: readonly Piece[],
  place: number,
  opens: boolean,
  measure: Measure
): HeadingMark | null {
  const piece = pieces[place];
  const next = pieces[place + 1];
  if (!piece || !next || !hasShape(piece, measure)) return null;
  const text = textOf(piece);
  if (piece.bullet) return numberedHeading(piece, pieces[place - 1], next);
  if (isAllCapitals(text)) return { style: 'capitals', numbers: numbersOf(text) };
  if (!opens && !opensText(next, measure)) return null;
  if (text.endsWith(':') && next.bullet && next.gap === 'none') return null;
  const apart = next.gap !== 'none' || next.bullet || opens || isShort(next, measure);
  return { style: apart ? 'free' : 'runIn', numbers: numbersOf(text) };
}

function hasShape(piece: Piece, measure: Measure): boolean {
  if (piece.lines.length > 3 || (piece.lines[0]?.text.length ?? 0) > MOST_CHARACTERS * 2)
    return false;
  const text = textOf(piece);
  if (piece.lines.length > (isAllCapitals(text) ? 3 : 1)) return false;
  if (text.length > Math.min(MOST_CHARACTERS, measure.width * 0.85) && !isAllCapitals(text))
    return false;
  if (text.split(/\s+/).length > MOST_WORDS || startsSmall(text) || isPlaceholder(text))
    return false;
  if (!/\p{L}{2}/u.test(text) || /^[>|[(]/.test(text) || FIELD.test(text)) return false;
  return !/[.,;!…]["”’»']?$/.test(text) && !(text.endsWith(':') && LEADS_IN.test(text));
}

/** "1. Børn" alone above its text is a heading, above "2. Unge" an item of a list. */
function numberedHeading(
  piece: Piece,
  previous: Piece | undefined,
  next: Piece
): HeadingMark | null {
  if (!/^\d/.test(piece.bullet?.marker ?? '') || next.bullet?.sign === piece.bullet?.sign)
    return null;
  if (previous?.bullet && piece.gap === 'none') return null;
  if (next.bullet && next.gap === 'none') return null;
  return { style: 'free', numbers: 1 };
}

function numbersOf(text: string): number {
  const dotted = DOTTED.exec(text)?.[1];
  if (dotted) return dotted.split('.').length;
  return PART.test(text) ? 1 : 0;
}

/** Something stands here that a heading can be the heading of. */
function opensText(piece: Piece, measure: Measure): boolean {
  const text = textOf(piece);
  return !isShort(piece, measure) || !!piece.bullet || isPlaceholder(text) || endsSentence(text);
}

function isShort(piece: Piece, measure: Measure): boolean {
  return piece.lines.length === 1 && textOf(piece).length < measure.width * 0.6;
}

function textOf(piece: Piece): string {
  return piece.lines.map((line) => line.text).join(' ');
}
