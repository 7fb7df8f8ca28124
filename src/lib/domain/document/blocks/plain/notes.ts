/** Step 4 of plain text: footnotes at the foot of a page. */
import { isBlank } from '../source.ts';

/** A footnote as it was at the foot of a page. */
export interface PageNote {
  readonly label: string;
  readonly text: string;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const NOTE = new RegExp(
  `^\\s*(?:\\[(\\d{1,3})\\]|([${RAISED}]{1,3})|(\\d{1,3})(?=\\s))\\s*(\\S.*)$`
);
/** A number, raised or not, or one in brackets, right after a word or its punctuation. */
const REFERENCE = new RegExp(
  `(?<=\\p{L}{2}[.,;:!?)”"]{0,2})(?:(\\d{1,3})(?![\\d\\p{L}])|([${RAISED}]{1,3})|\\[(\\d{1,3})\\])`,
  'gu'
);
const RULE = /^\s*[_─—-]{5,}\s*$/;

/**
 * Returns pages without the footnotes at their feet, which cut paragraphs in two, and with `[^1]` for
 * each reference to one; and the notes. A number begins a note only if the page refers to it. A label
 * that another page has used already gets a number of its own.
 */
export function withoutNotes(pages: readonly string[][]): { pages: string[][]; notes: PageNote[] } {
  const notes: PageNote[] = [];
  const usedLabels = new Set<string>();
  const kept = pages.map((page) => {
    const start = footOf(page);
    if (start === page.length) return page;
    const labels = new Map<string, string>();
    for (const note of notesIn(page.slice(start))) {
      const label = usedLabels.has(note.label) ? `${note.label}.${notes.length + 1}` : note.label;
      usedLabels.add(label);
      labels.set(note.label, label);
      notes.push({ label, text: note.text });
    }
    const body = page.slice(0, start).filter((line) => !RULE.test(line));
    return body.map((line) => withReferences(line, labels));
  });
  return { pages: kept, notes };
}

/** Returns where the notes of a page begin: from there on every group of lines begins as a note. */
function footOf(page: readonly string[]): number {
  if (!page.some((line) => NOTE.test(line))) return page.length;
  const references = referencesIn(page);
  if (references.size === 0) return page.length;
  let foot = page.length;
  for (let place = page.length - 1; place > 0; place--) {
    const line = page[place] ?? '';
    if (isBlank(line)) continue;
    const label = labelOf(line);
    if (RULE.test(line)) break;
    if (label !== null && references.has(label)) foot = place;
    else if (isBlank(page[place - 1])) break;
  }
  return foot < page.length && isApart(page, foot) ? foot : page.length;
}

function isApart(page: readonly string[], place: number): boolean {
  return isBlank(page[place - 1]) || RULE.test(page[place - 1] ?? '');
}

function referencesIn(page: readonly string[]): Set<string> {
  return new Set([...page.join('\n').matchAll(REFERENCE)].map(referenceLabel));
}

function referenceLabel([, plain, raised, bracketed]: RegExpExecArray | string[]): string {
  return plain ?? bracketed ?? digitsOf(raised ?? '');
}

function notesIn(lines: readonly string[]): PageNote[] {
  const notes: { label: string; text: string }[] = [];
  for (const line of lines) {
    const label = labelOf(line);
    const last = notes.at(-1);
    if (label !== null) notes.push({ label, text: NOTE.exec(line)?.[4] ?? '' });
    else if (last && !isBlank(line)) last.text += `\n${line.trim()}`;
  }
  return notes;
}

function labelOf(line: string): string | null {
  const match = NOTE.exec(line);
  return match && (match[1] ?? match[3] ?? digitsOf(match[2] ?? ''));
}

/** Returns raised digits as ordinary ones. */
function digitsOf(raised: string): string {
  return [...raised].map((sign) => RAISED.indexOf(sign)).join('');
}

/** Returns a line with `[^1]` for each reference to a note of the page, by its label. */
function withReferences(line: string, labels: ReadonlyMap<string, string>): string {
  return line.replace(REFERENCE, (whole, ...groups: string[]) => {
    const label = labels.get(referenceLabel([whole, ...groups]));
    return label === undefined ? whole : `[^${label}]`;
  });
}
