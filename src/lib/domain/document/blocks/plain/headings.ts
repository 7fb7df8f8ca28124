/** Step 8 of plain text: which pieces are headings, and their levels. */
import { DIVISIONS } from '../../clauses.ts';
import {
  endsEarly,
  endsSentence,
  hasTwoSentences,
  isAllCapitals,
  endsOpen,
  isAddressing,
  isField,
  isGreeting,
  isNamedField,
  isPlaceholder,
  startsSmall
} from './lines.ts';
import type { Measure } from './lines.ts';
import { textOf, type Piece } from './pieces.ts';
import { isPartOfParagraph } from './statutes.ts';
import type { Title } from './title-lines.ts';

/** How a heading is set: in capitals, as in the table of contents, apart from its text, or close to it. */
export type HeadingStyle = 'capitals' | 'listed' | 'free' | 'runIn';

export interface HeadingMark {
  readonly style: HeadingStyle;
  /** "2.1" has two, here or in the table of contents; 0 for a heading without a number. */
  readonly numbers: number;
}

/** Longer than this it is a sentence that ends without a full stop. */
const MOST_WORDS = 14;
const MOST_CHARACTERS = 100;
const DOTTED = /^(\d{1,2}(?:\.\d{1,2})+)\.?\s+\S/;
const PART =
  /^(?:ad|pkt\.?|punkt|kapitel|afsnit|del|bilag|chapter|section|part|annex)\s+[\divxlc]+\b/i;
/** Words that announce a list or a paragraph, and so belong to a sentence. */
const LEADS_IN = /\b(?:følger|følgende|nedenstående|herunder|following|follows|below)\b/i;

/**
 * Returns for each piece how it is set as a heading, or null; `items` are the places of list items.
 * Pieces are read from the last to the first, since what is below a heading tells that it is one.
 */
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
  const first = firstOfText(pieces);
  const signatures = signaturesIn(pieces, measure);
  return marks.map((mark, place) => {
    if (signatures.has(place)) return null;
    const close = measure.spaced && pieces[place]?.gap === 'none' && place > first;
    const lastLine =
      close && !pieces[place]?.title && !marks[place - 1] && mark?.style !== 'capitals';
    return lastLine ? null : mark;
  });
}

/** Lines of a signature below "Med venlig hilsen". */
const SIGNATURE_LINES = 5;

/** Returns the places of the short lines below the greeting that ends a letter: names and addresses. */
function signaturesIn(pieces: readonly Piece[], measure: Measure): ReadonlySet<number> {
  const places = new Set<number>();
  pieces.forEach((piece, place) => {
    if (!isGreeting(piece.lines[0]!.text)) return;
    for (let below = place + 1; below <= place + SIGNATURE_LINES; below++) {
      const line = pieces[below];
      if (!line || line.title?.isListed || !isShort(line, measure)) return;
      places.add(below);
    }
  });
  return places;
}

/** Returns the place of the first piece that is no date or field of a form. */
function firstOfText(pieces: readonly Piece[]): number {
  return pieces.findIndex((piece) => !isField(textOf(piece)));
}

function headingMark(
  pieces: readonly Piece[],
  place: number,
  opens: boolean,
  measure: Measure
): HeadingMark | null {
  const piece = pieces[place];
  const next = pieces[place + 1];
  if (piece?.title) return titleMark(piece, piece.title, next);
  if (!piece || !next || !hasShape(piece, measure)) return null;
  const text = textOf(piece);
  if (piece.bullet) return numberedHeading(piece, pieces[place - 1], next);
  if (isAllCapitals(text)) return { style: 'capitals', numbers: numbersOf(text) };
  if (goesOnInParts(text, next)) return null;
  const isAboveFields = place === 0 && isNamedField(textOf(next));
  if (!opens && !isAboveFields && !opensText(next, measure)) return null;
  if (text.endsWith(':') && (next.title || (next.bullet && next.gap === 'none'))) return null;
  const apart = next.gap !== 'none' || next.bullet || opens || isShort(next, measure);
  return { style: apart ? 'free' : 'runIn', numbers: numbersOf(text) };
}

/** Whether what looks like a heading is the beginning of a sentence; a chapter or paragraph (§) is none. */
function isUnfinished(text: string, next: Piece | undefined): boolean {
  if (DIVISIONS.some((division) => division.test(text))) return false;
  return endsOpen(text) || (next !== undefined && goesOnInParts(text, next));
}

/** Words of a lead-in with a colon; fewer are a heading. */
const LEAD_IN_WORDS = 5;

/** Whether a sentence goes on in what is below it: numbered parts in small letters, or a list. */
function goesOnInParts(text: string, next: Piece): boolean {
  const part = next.bullet ? next.bullet.text : textOf(next);
  const number = next.bullet?.marker ?? '';
  const words = part.replace(/^\(?(?:[\d.]+|\p{L}{1,4}[.)])\)?\s/u, '');
  const isNumbered = /^\d/.test(number) || words !== part;
  if (isNumbered && startsSmall(words)) return true;
  return text.endsWith(':') && !!next.bullet && text.split(/\s+/).length >= LEAD_IN_WORDS;
}

/** Returns the mark of a heading that the lines around it tell. */
function titleMark(piece: Piece, title: Title, next: Piece | undefined): HeadingMark | null {
  const text = textOf(piece);
  if (isField(text) || (!title.isListed && isUnfinished(text, next))) return null;
  const isNumberApart = piece.lines.length > 1 && /^\d{1,2}$/.test(piece.lines[0]!.text);
  const numbers = title.depth || (isNumberApart ? 1 : numbersOf(text));
  if (isAllCapitals(text)) return { style: 'capitals', numbers };
  if (title.isListed) return { style: 'listed', numbers };
  return { style: next?.gap === 'blank' ? 'free' : 'runIn', numbers };
}

function hasShape(piece: Piece, measure: Measure): boolean {
  if (piece.lines.length > 3 || (piece.lines[0]?.text.length ?? 0) > MOST_CHARACTERS * 2)
    return false;
  const text = textOf(piece);
  if (!isAllCapitals(text) && !isSetAsHeading(piece, measure)) return false;
  if (text.length > MOST_CHARACTERS && !isAllCapitals(text)) return false;
  if (text.split(/\s+/).length > MOST_WORDS || startsSmall(text) || isPlaceholder(text))
    return false;
  if (!/\p{L}{2}/u.test(text) || /^[>|[(]/.test(text) || isField(text)) return false;
  if (endsOpen(text) || isAddressing(text)) return false;
  if (isGreeting(text) || isPartOfParagraph(text) || hasTwoSentences(text)) return false;
  return !/[.,;!…]["”’»']?$/.test(text) && !(text.endsWith(':') && LEADS_IN.test(text));
}

/** Of the width of the text: a wider line is filled, and one in larger letters has fewer. */
const NARROW = 0.85;
const LARGE = 0.8;

/** Whether no line is filled, and each but the last is ended on purpose or in larger letters. */
function isSetAsHeading({ lines, gap }: Piece, measure: Measure): boolean {
  const isNarrow = (share: number) =>
    lines.every(({ text }) => text.length <= measure.width * share);
  if (!isNarrow(NARROW)) return false;
  if (gap !== 'none' && isNarrow(LARGE)) return true;
  return lines.slice(1).every((line, place) => endsEarly(lines[place]!, line, measure));
}

/** Returns a mark for "1. Børn" above its text; above "2. Unge" it is an item of a list. */
function numberedHeading(
  piece: Piece,
  previous: Piece | undefined,
  next: Piece
): HeadingMark | null {
  if (!/^\d/.test(piece.bullet?.marker ?? '') || next.bullet?.sign === piece.bullet?.sign)
    return null;
  const style = isAllCapitals(textOf(piece)) ? 'capitals' : 'free';
  if (style === 'free' && previous?.bullet && piece.gap === 'none') return null;
  if (next.bullet && next.gap === 'none') return null;
  return { style, numbers: 1 };
}

/** Returns how many numbers a heading has: two in "2.1 Skolen", one in "Kapitel 2". */
function numbersOf(text: string): number {
  const dotted = DOTTED.exec(text)?.[1];
  if (dotted) return dotted.split('.').length;
  return PART.test(text) || /^\d{1,2}\.\s/.test(text) ? 1 : 0;
}

/** Whether a piece can be what a heading is above. */
function opensText(piece: Piece, measure: Measure): boolean {
  const text = textOf(piece);
  if (!isShort(piece, measure) || piece.bullet || isPlaceholder(text)) return true;
  if (isAddressing(text)) return true;
  return endsSentence(text) || text.endsWith(':');
}

function isShort(piece: Piece, measure: Measure): boolean {
  return piece.lines.length === 1 && textOf(piece).length < measure.width * 0.6;
}

const STYLES: readonly HeadingStyle[] = ['capitals', 'listed', 'free', 'runIn'];

/**
 * Returns the level of each heading, and 0 for what is none. A heading without number that a text
 * begins with, below a date perhaps, and that its table of contents has not, is its title; numbers tell their level; of the
 * others those in capitals are above those of the table of contents, these above those apart from
 * their text, and these above those close to it.
 */
export function headingLevels(
  marks: readonly (HeadingMark | null)[],
  pieces: readonly Piece[]
): number[] {
  const first = firstOfText(pieces);
  const mark = marks[first];
  const hasTitle = mark?.numbers === 0 && mark.style !== 'listed';
  const others = marks.slice(hasTitle ? first + 1 : 0);
  const used = STYLES.filter((style) =>
    others.some((mark) => mark?.style === style && !mark.numbers)
  );
  return marks.map((mark, place) => {
    if (!mark) return 0;
    if (place === first && hasTitle) return 1;
    return Math.min(6, mark.numbers ? mark.numbers + 1 : used.indexOf(mark.style) + 2);
  });
}
