/** A line of plain text, without the spaces around it. */
export interface Line {
  readonly text: string;
  /** Spaces before it. */
  readonly indent: number;
  /** What stands between it and the line before. */
  readonly gap: Gap;
}

export type Gap = 'none' | 'blank' | 'page';

/** How a text sets its lines; every judgement on a single line needs it. */
export interface Measure {
  /** Where a full line ends, in characters. */
  readonly width: number;
  /** False where every paragraph is one long line. */
  readonly wrapped: boolean;
  /** True where paragraphs have a blank line between them. */
  readonly spaced: boolean;
}

// More than a thousand printed pages; what comes after is one last paragraph.
const MOST_LINES = 20_000;

/** The lines of pages, each knowing the gap above it; blank lines are gone. */
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

// Longer lines than this are set by no printed page; they are paragraphs that were never wrapped.
const LONGEST_WRAPPED = 130;
// A text of a few short lines tells nothing of its width; half a printed line is a safe guess.
const LEAST_WIDTH = 60;
// Above a gap every fifteen lines the gaps part chapters, not paragraphs.
const LINES_A_GAP = 15;

export function measure(lines: readonly Line[]): Measure {
  const widths = lines.map((line) => line.text.length).sort((a, b) => a - b);
  const fitting = widths.filter((width) => width <= LONGEST_WRAPPED);
  const width = Math.max(LEAST_WIDTH, fitting[Math.floor(fitting.length * 0.95)] ?? 0);
  const full = fitting.filter((other) => other > width * 0.7).length;
  const gaps = lines.filter((line) => line.gap !== 'none').length;
  return {
    width,
    wrapped: full >= widths.length - fitting.length,
    spaced: gaps * LINES_A_GAP >= lines.length
  };
}

/** The next line's first word would have had room on this one: somebody ended it on purpose. */
export function endsEarly(line: Line, next: Line, { width }: Measure): boolean {
  const word = /^\S+/.exec(next.text)?.[0].length ?? 0;
  return line.text.length + 1 + word <= width * 0.85;
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

/** "[tekst mangler]": a place kept for what is still to be written. */
export function isPlaceholder(text: string): boolean {
  return /^\[[^\]^]+\]$/.test(text);
}
