/** Step 5 of plain text: lines, how they are set, and how they are joined again. */

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

/** Returns how lines are set. */
export function measure(lines: readonly Line[]): Measure {
  const widths = lines.map((line) => line.text.length);
  const fitting = widths.filter((width) => width <= LONGEST_WRAPPED);
  const least = lines.length < MANY_LINES ? NARROW_LINE : NARROW_COLUMN;
  const width = Math.max(least, commonWidth(fitting));
  const full = fitting.filter((other) => other > width * 0.7).length;
  const gaps = lines.filter((line) => line.gap !== 'none').length;
  return {
    width,
    wrapped: full >= widths.length - fitting.length,
    spaced: gaps * LINES_A_GAP >= lines.length
  };
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

/** Whether the first word of the next line had room on this one, so that it was ended on purpose. */
export function endsEarly(line: Line, next: Line, { width }: Measure): boolean {
  const word = /^\S+/.exec(next.text.slice(0, LONGEST_WORD))?.[0].length ?? 0;
  return lastWidth(line.text.length, width) + 1 + word <= width * RAGGED;
}

/** Returns how wide the last line is of those that were joined at divided words into one. */
function lastWidth(length: number, width: number): number {
  const joined = Math.ceil(length / (width * 1.1)) - 1;
  return length - joined * width;
}

export function endsSentence(text: string): boolean {
  return /[.!?…]["”’»')\]]*(?:\[\^[^\]]+\])*$/.test(text.slice(-40));
}

export function startsSmall(text: string): boolean {
  return /^["”“»«'(]*\p{Ll}/u.test(text);
}

export function isAllCapitals(text: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** Whether a text is a placeholder for what is still to be written, as "[tekst mangler]". */
export function isPlaceholder(text: string): boolean {
  return /^\[[^\]^]+\]$/.test(text);
}

/** A field of a form or a letter: "Dato: 3. maj". */
const FIELD = /^(?:dato|til|fra|sted|tid|date|to|from|cc):|^[\p{L} .-]{2,25}:\s+(?:\d|\S*@)/iu;

export function isField(text: string): boolean {
  return FIELD.test(text);
}

const GREETING =
  /^(?:(?:med|mange|de|kærlig|venlig|bedste)\s.{0,20})?(?:hilsen|hilsner)\b|^(?:yours|kind regards|best wishes)\b/i;

/** Whether a line greets, as at the end of a letter. */
export function isGreeting(text: string): boolean {
  return GREETING.test(text);
}

/** The words of a text in small letters, which tell a divided word from one with a hyphen. */
export type Words = ReadonlySet<string>;

const WORD = /[\p{L}\p{N}]+(?:[-‐][\p{L}\p{N}]+)*/gu;
const DIVIDED = /([\p{L}\p{N}]+(?:[-‐][\p{L}\p{N}]+)*)[-‐]$/u;
/** After a hyphen that stands for the end of a later word, as in "jern- og stålvarer". */
const SUSPENDED = /^(?:og|eller|samt|til|and|or)\b/;
/** First parts of words that keep their hyphen in Danish and English. */
const KEEPS_HYPHEN = /^(?:\p{L}|ikke|non|ex|eks|vice)$/iu;

/** More characters than any word has, so that a long line is not searched to its end. */
const LONGEST_WORD = 80;

/** Returns the words of lines. */
export function wordsOf(lines: readonly { readonly text: string }[]): Words {
  return new Set(lines.flatMap(({ text }) => text.toLowerCase().match(WORD) ?? []));
}

/** Returns lines as running text, with divided words joined and without soft hyphens. */
export function joinLines(lines: readonly string[], words: Words): string {
  const parts: string[] = [];
  lines.forEach((line, place) => {
    const next = lines[place + 1];
    parts.push(next === undefined ? line : beforeNext(line, next, words));
  });
  return parts.join('').replaceAll('\u00ad', '');
}

/** Returns a line as it is before `next`: with a space after it, or with half a divided word. */
function beforeNext(line: string, next: string, words: Words): string {
  if (line.endsWith('\u00ad')) return line;
  const first = DIVIDED.exec(line.slice(-LONGEST_WORD))?.[1];
  const second = /^[\p{L}\p{N}]+/u.exec(next.slice(0, LONGEST_WORD))?.[0];
  if (!first || !second || SUSPENDED.test(next)) return `${line} `;
  return keepsHyphen(first, second, words) ? line : line.slice(0, -1);
}

function keepsHyphen(first: string, second: string, words: Words): boolean {
  if (!/^\p{Ll}/u.test(second)) return true;
  const last = /[^-‐]+$/u.exec(first)?.[0] ?? first;
  if (/\p{Lu}{2}|\p{N}/u.test(last)) return true;
  if (words.has((first + second).toLowerCase())) return false;
  return words.has(`${first}-${second}`.toLowerCase()) || KEEPS_HYPHEN.test(last);
}
