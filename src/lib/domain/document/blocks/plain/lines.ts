/** Step 5 of plain text: lines and how they are set. */

/** A line of plain text, without the spaces around it. */
export interface Line {
  readonly text: string;
  /** Spaces before it. */
  readonly indent: number;
  /** What is between it and the line before. */
  readonly gap: Gap;
}

export type Gap = 'none' | 'blank' | 'page';

/** How the lines of a text are set, which tells what a single one of them is. */
export interface Measure {
  /** Characters of a full line. */
  readonly width: number;
  /** False if every paragraph is one long line. */
  readonly wrapped: boolean;
  /** True if there are blank lines between paragraphs. */
  readonly spaced: boolean;
}

/** More than a thousand printed pages have; what comes after is one last paragraph. */
const MOST_LINES = 20_000;

/** Returns the lines of pages without blank ones, each with the gap above it. */
export function linesOf(pages: readonly (readonly string[])[]): Line[] {
  const lines: Line[] = [];
  const rest: string[] = [];
  pages.forEach((page, number) => {
    let gap: Gap = number === 0 ? 'none' : 'page';
    for (const raw of page) {
      const text = raw.trim();
      if (text === '') gap = gap === 'none' ? 'blank' : gap;
      else {
        if (lines.length === MOST_LINES) rest.push(text);
        else lines.push({ text, indent: raw.search(/\S/), gap });
        gap = 'none';
      }
    }
  });
  return rest.length === 0 ? lines : [...lines, { text: rest.join(' '), indent: 0, gap: 'blank' }];
}

/** No printed page has longer lines in characters; those that are longer were never wrapped. */
const LONGEST_WRAPPED = 130;
/** A few short lines do not tell how wide a text is; this is a narrow printed line. */
const NARROW_LINE = 60;
/** With so many lines their own width tells; a column of a newspaper has lines this narrow. */
const MANY_LINES = 60;
const NARROW_COLUMN = 36;
/** The lines of a paragraph differ by so much in a text that is set with a ragged edge. */
const RAGGED = 0.85;
/** With fewer gaps than one in so many lines, they are between chapters and not paragraphs. */
const LINES_A_GAP = 15;

/** Returns how lines are set; of a few lines the width is that of all but the longest twentieth. */
export function measure(lines: readonly Line[]): Measure {
  const widths = lines.map((line) => line.text.length);
  const fitting = widths.filter((width) => width <= LONGEST_WRAPPED);
  const width =
    lines.length < MANY_LINES
      ? Math.max(NARROW_LINE, longWidth(fitting))
      : Math.max(NARROW_COLUMN, commonWidth(fitting));
  const full = fitting.filter((other) => other > width * 0.7).length;
  const isPrinted = full >= widths.length - fitting.length;
  const wrapped = isPrinted && !isALineAParagraph(lines, width);
  const set = { width, wrapped, spaced: false };
  return { ...set, spaced: isSpaced(lines, set) };
}

/**
 * Returns whether all long lines that another follows closely end a sentence, as what is copied out of
 * Word does: in a printed paragraph one in eight does, by chance.
 */
function isALineAParagraph(lines: readonly Line[], width: number): boolean {
  const long = lines.filter(
    ({ text }, place) => text.length > width * 0.7 && lines[place + 1]?.gap === 'none'
  );
  return long.length > 1 && long.every(({ text }) => endsSentence(text));
}

/** Fewer paragraphs do not tell; a letter has blank lines around its greeting only. */
const LEAST_PARAGRAPHS = 5;

/** Whether most paragraphs, which end with a sentence above a gap or in a line that is not full, have a gap. */
function isSpaced(lines: readonly Line[], measure: Measure): boolean {
  const gaps = lines.filter((line) => line.gap !== 'none').length;
  if (gaps * LINES_A_GAP < lines.length) return false;
  const below = lines.slice(1).filter((line, place) => {
    const previous = lines[place]!;
    const isEnd = line.gap !== 'none' || endsEarly(previous, line, measure);
    const isProse = endsSentence(line.text) || line.text.length > measure.width * 0.6;
    return isEnd && isProse && endsSentence(previous.text);
  });
  if (below.length < LEAST_PARAGRAPHS) return true;
  return below.filter((line) => line.gap !== 'none').length * 2 >= below.length;
}

function longWidth(widths: readonly number[]): number {
  const sorted = [...widths].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? 0;
}

/**
 * Returns the width that most of a text is set in: the one that has most characters in lines that
 * are as wide or a little less. Longer lines are two that were joined at a divided word.
 */
function commonWidth(widths: readonly number[]): number {
  const upTo = new Array<number>(LONGEST_WRAPPED + 2).fill(0);
  for (const width of widths) upTo[width + 1]! += width;
  for (let width = 1; width < upTo.length; width++) upTo[width]! += upTo[width - 1]!;
  let best = 0;
  let most = 0;
  for (let width = 1; width <= LONGEST_WRAPPED; width++) {
    const characters = upTo[width + 1]! - upTo[Math.ceil(width * RAGGED)]!;
    if (characters > most) [best, most] = [width, characters];
  }
  return best;
}

/** More characters than any word has, so that a long line is not searched to its end. */
export const LONGEST_WORD = 80;

/**
 * Whether the first word of the next line had room on this one, so that it was ended on purpose.
 * `share` is how much of the width is surely room.
 */
export function endsEarly(
  line: Line,
  next: Line,
  { width }: Measure,
  share: number = RAGGED
): boolean {
  const word = /^\S+/.exec(next.text.slice(0, LONGEST_WORD))?.[0].length ?? 0;
  return lastWidth(line.text.length, width) + 1 + word <= width * share;
}

/** Returns how wide the last line is of those that were joined at divided words into one. */
function lastWidth(length: number, width: number): number {
  const joined = Math.ceil(length / (width * 1.1)) - 1;
  return length - joined * width;
}

/** Whether a line is below the end of a sentence, or below a line that ends early on purpose. */
export function isAfterEnd(lines: readonly Line[], place: number, measure: Measure): boolean {
  const line = lines[place]!;
  const previous = lines[place - 1];
  if (!previous || line.gap !== 'none') return true;
  const isEnd = endsSentence(previous.text) || previous.text.endsWith(':');
  return isEnd || endsEarly(previous, line, measure);
}

/** Whether a line can be the first of a heading: after an end, and not in small letters. */
export function beginsAnew(lines: readonly Line[], place: number, measure: Measure): boolean {
  const line = lines[place]!;
  return isAfterEnd(lines, place, measure) && (line.gap !== 'none' || !startsSmall(line.text));
}

/** Whether a line goes on with what is above it, after a dash perhaps. */
export function runsOn(text: string): boolean {
  return startsSmall(text.replace(/^[-–—]\s/, ''));
}

/** The end of a sentence inside of a line. */
const TWO_SENTENCES = /(?:\p{Ll}{2}|\d{3})[.!?] \p{Lu}/u;

export function hasTwoSentences(text: string): boolean {
  return TWO_SENTENCES.test(text);
}

export function endsSentence(text: string): boolean {
  return /[.!?…]["”’»')\]]*(?:\[\^[^\]]+\])*$/.test(text.slice(-40));
}

export function startsSmall(text: string): boolean {
  return /^["”“»«'(]*\p{Ll}/u.test(text);
}

export function isAllCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text);
}

/** Whether a text is a placeholder for what is still to be written, as "[tekst mangler]". */
export function isPlaceholder(text: string): boolean {
  return /^\[[^\]^]+\]$/.test(text);
}

/** A field of a form, of minutes or a letter: "Dato: 3. maj", "Referent: kassereren". */
const FIELD =
  /^(?:dato|til|fra|sted|tid|emne|vedr\.?|dirigent|ordstyrer|referent|afbud|til stede|deltagere|fremmødte|date|to|from|cc|subject|present|chair):|^(?:tlf\.?|telefon|mobil|cvr)[\s:.]+\d|^[\p{L} .-]{2,25}:\s+(?:\d|\S*@)/iu;
/** A date as letters have it: "Aarhus, den 3. maj 2031", "maj 2031". */
const DATE =
  /^(?:\p{L}{1,30},\s+|\p{L}{1,30}\s+(?=den\s|d\.))?(?:den\s+|d\.\s*)?(?:\d{1,2}\.?\s+)?(?:jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[kc]t|nov|de[cz])\p{L}{0,7},?\s+\d{4}$/iu;

/** When a text was passed: "Vedtaget på årsmødet 2031", "Senest ændret 3. maj 2031". */
const PASSED =
  /^(?:vedtaget|godkendt|(?:senest )?(?:ændret|revideret)|adopted|approved|(?:last )?amended)\b.{0,80}\b\d{4}\.?$/i;

/** Characters of the name of a field, with what ends it. */
const LONGEST_NAME = 27;

/** Whether a line is a field with its name. */
export function isNamedField(text: string): boolean {
  return /[:\d]/.test(text.slice(0, LONGEST_NAME)) && FIELD.test(text);
}

/** Whether a line is a field of a form, a date, or tells when the text was passed. */
export function isField(text: string): boolean {
  return isNamedField(text) || DATE.test(text) || PASSED.test(text);
}

const GREETING =
  /^(?:(?:med|mange|de|kærlig|venlig|bedste)\s.{0,20})?(?:hilsen|hilsner)\b|^(?:yours|kind regards|best wishes)\b/i;
const ADDRESSING = /^(?:kære|hej|goddag|dear|hello)\s/i;

/** Whether a line greets, as at the end of a letter. */
export function isGreeting(text: string): boolean {
  return GREETING.test(text);
}

/** Whether a short line speaks to the reader of a letter, as at its head: "Kære bestyrelse". */
export function isAddressing(text: string): boolean {
  return ADDRESSING.test(text) && text.length <= 60;
}

/** Whether a line ends in a word that more must follow: "en kasserer, og". */
export function endsOpen(text: string): boolean {
  return /\s(?:og|eller|samt|and|or)$/i.test(text.slice(-10));
}
