/** A footnote as it stood at the foot of a page. */
export interface PageNote {
  readonly label: string;
  readonly text: string;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const NOTE = new RegExp(
  `^\\s*(?:\\[(\\d{1,3})\\]|([${RAISED}]{1,3})|(\\d{1,3})(?=\\s))\\s*(\\S.*)$`
);
// Right behind a word, or its full stop: a number, raised or not, or one in brackets.
const REFERENCE = new RegExp(
  `(?<=\\p{L}{2}[.,;:!?)”"]{0,2})(?:(\\d{1,3})(?![\\d\\p{L}])|([${RAISED}]{1,3})|\\[(\\d{1,3})\\])`,
  'gu'
);
const RULE = /^\s*[_─—-]{5,}\s*$/;

/**
 * Pages without the footnotes at their feet, which cut paragraphs in two, and with `[^1]` where a
 * note is referred to. A number begins a note only if the page refers to it.
 */
export function withoutNotes(pages: readonly string[][]): { pages: string[][]; notes: PageNote[] } {
  const notes: PageNote[] = [];
  const taken = new Set<string>();
  const kept = pages.map((page) => {
    const start = footOf(page);
    if (start === page.length) return page;
    const labels = new Map<string, string>();
    for (const note of notesIn(page.slice(start))) {
      const label = taken.has(note.label) ? `${note.label}.${notes.length + 1}` : note.label;
      taken.add(label);
      labels.set(note.label, label);
      notes.push({ label, text: note.text });
    }
    const body = page.slice(0, start).filter((line) => !RULE.test(line));
    return body.map((line) => referring(line, labels));
  });
  return { pages: kept, notes };
}

/** Where the notes begin: from there on every group of lines begins as a note. */
function footOf(page: readonly string[]): number {
  const referred = referredIn(page);
  if (referred.size === 0) return page.length;
  let foot = page.length;
  for (let place = page.length - 1; place > 0; place--) {
    const line = page[place] ?? '';
    if (isBlank(line)) continue;
    const label = labelOf(line);
    if (RULE.test(line)) break;
    if (label !== null && referred.has(label)) foot = place;
    else if (isBlank(page[place - 1])) break;
  }
  return foot < page.length && standsApart(page, foot) ? foot : page.length;
}

function standsApart(page: readonly string[], place: number): boolean {
  return isBlank(page[place - 1]) || RULE.test(page[place - 1] ?? '');
}

function referredIn(page: readonly string[]): Set<string> {
  return new Set([...page.join('\n').matchAll(REFERENCE)].map(referenceLabel));
}

function referenceLabel([, plain, raised, bracketed]: RegExpExecArray | string[]): string {
  return plain ?? bracketed ?? lowered(raised ?? '');
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
  return match && (match[1] ?? match[3] ?? lowered(match[2] ?? ''));
}

function lowered(raised: string): string {
  return [...raised].map((sign) => RAISED.indexOf(sign)).join('');
}

function referring(line: string, labels: ReadonlyMap<string, string>): string {
  return line.replace(REFERENCE, (whole, ...groups: string[]) => {
    const label = labels.get(referenceLabel([whole, ...groups]));
    return label === undefined ? whole : `[^${label}]`;
  });
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}
