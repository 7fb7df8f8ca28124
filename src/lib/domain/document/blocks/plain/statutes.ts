/** Step 6 of plain text: clauses of statutes: chapters and paragraphs that are headings, and clauses cited by their number. */
import { CLAUSE, DECIMAL, DIVISIONS, PARAGRAPH } from '../../clauses.ts';
import { beginsAnew, endsEarly, endsSentence, isAfterEnd, runsOn } from './lines.ts';
import type { Line, Measure } from './lines.ts';
import type { Title } from './title-lines.ts';

/** One paragraph or clause at the head of a line is a reference to a law; two are statutes. */
const LEAST_CLAUSES = 2;
/** Longer than this, what stands after the number is a sentence. */
const MOST_WORDS = 14;

/** Whether lines are statutes: some of them begin with a paragraph or a clause. */
export function areStatutes(lines: readonly Line[], measure: Measure): boolean {
  const clauses = lines.filter(
    ({ text }, place) =>
      (PARAGRAPH.test(text) || CLAUSE.test(text)) && isAfterEnd(lines, place, measure)
  );
  return clauses.length >= LEAST_CLAUSES;
}

/**
 * Whether a line begins a clause that is cited by its number: in every text one with a decimal
 * number, in statutes a paragraph or its part, too.
 */
export function beginsClause(
  lines: readonly Line[],
  place: number,
  measure: Measure,
  inStatutes: boolean
): boolean {
  const { text } = lines[place]!;
  const isClause =
    DECIMAL.test(text) || (inStatutes && (CLAUSE.test(text) || PARAGRAPH.test(text)));
  return isClause && isAfterEnd(lines, place, measure);
}

/** Whether a text is the number of a part of a paragraph and no more: its words are on the next line. */
export function isClauseNumber(text: string): boolean {
  return CLAUSE.test(text) && /^[.:]?$/.test(text.replace(CLAUSE, ''));
}

/** Whether a text is a part of a paragraph, which is never a heading. */
export function isPartOfParagraph(text: string): boolean {
  return CLAUSE.test(text);
}

/**
 * Returns the headings of statutes by the place of their first line: chapters and paragraphs whose
 * number stands alone or with a title, on its line or on the next one. A paragraph with a whole
 * sentence is none. Their depth is that of their kind among the kinds in the text.
 */
export function statuteTitles(
  lines: readonly Line[],
  measure: Measure
): ReadonlyMap<number, Title> {
  const found = new Map<number, { length: number; division: number }>();
  for (let place = 0; place < lines.length; place++) {
    const division = DIVISIONS.findIndex((pattern) => pattern.test(lines[place]!.text));
    if (division < 0 || !beginsAnew(lines, place, measure)) continue;
    const length = titleLength(lines, place, DIVISIONS[division]!, measure);
    if (length > 0) found.set(place, { length, division });
  }
  const used = [...new Set([...found.values()].map(({ division }) => division))].sort(
    (a, b) => a - b
  );
  return new Map(
    [...found].map(([place, { length, division }]) => [
      place,
      { length, isListed: false, depth: used.indexOf(division) + 1 }
    ])
  );
}

/** Returns of how many lines the heading is that a number begins, or 0 if it is none. */
function titleLength(
  lines: readonly Line[],
  place: number,
  division: RegExp,
  measure: Measure
): number {
  const line = lines[place]!;
  const title = line.text.replace(division, '').replace(/^\s*[.:–—-]?\s*/, '');
  const next = lines[place + 1];
  if (!next) return 0;
  if (title === '') return isTitleBelow(lines, place + 1, measure) ? 2 : 1;
  if (goesOnBelow(line, next, measure)) return 0;
  return isTitle(title) || (isShortTitle(title) && isText(next)) ? 1 : 0;
}

/** Words of a title that has a full stop, as in "§ 1. Navn."; more are a sentence. */
const MOST_WORDS_WITH_STOP = 3;

function isShortTitle(text: string): boolean {
  return isTitle(text.replace(/\.$/, '')) && text.split(/\s+/).length <= MOST_WORDS_WITH_STOP;
}

/** Whether a line directly below another is neither a clause nor a heading. */
function isText({ text, gap }: Line): boolean {
  const isNumbered = DECIMAL.test(text) || CLAUSE.test(text);
  return gap === 'none' && !isNumbered && !DIVISIONS.some((division) => division.test(text));
}

function isTitle(text: string): boolean {
  return /^[\p{Lu}\p{N}"”»(]/u.test(text) && !/[.,;:!?]$/.test(text) && isShort(text);
}

function isShort(text: string): boolean {
  return text.length <= 100 && text.split(/\s+/).length <= MOST_WORDS;
}

function goesOnBelow(line: Line, next: Line, measure: Measure): boolean {
  return next.gap === 'none' && (!endsEarly(line, next, measure) || isContinued(next.text));
}

/** Whether a line goes on with a sentence; "a) …" does not. */
function isContinued(text: string): boolean {
  return runsOn(text) && !/^\(?[a-zæøå]{1,4}[.)]\s/u.test(text) && !CLAUSE.test(text);
}

/** Whether the line below a number is its title: short, without a full stop, and with text below. */
function isTitleBelow(lines: readonly Line[], place: number, measure: Measure): boolean {
  const [line, next] = [lines[place]!, lines[place + 1]];
  if (line.gap === 'page' || !next || !isTitle(line.text) || endsSentence(line.text)) return false;
  const isNumbered = /^[\p{N}§]|^\(/u.test(line.text) || CLAUSE.test(line.text);
  return !isNumbered && !goesOnBelow(line, next, measure);
}
