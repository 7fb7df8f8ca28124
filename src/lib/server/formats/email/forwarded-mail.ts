import { plainText } from './email-tail.ts';
import { isForwardLine, isHeaderBlock, isOriginalMessageLine } from './quoted-mail.ts';

/**
 * Takes the head of a mail that was forwarded out of a body, in plain text or in Markdown: the mail
 * itself is what its sender wants read. Each line of the body that is not blank is in `text` or in
 * `head`. A mail that is forwarded further down keeps its head, which tells who says what.
 */
export function cutForwardHead(body: string): { text: string; head: string } {
  const lines = body.split('\n');
  const shown = plainText(body)
    .split('\n')
    .map((line) => line.trimEnd());
  const { start, end } = findForwardHead(shown);
  if (start === end || shown.slice(end).every((line) => line === ''))
    return { text: body, head: '' };
  const above = lines.slice(0, start).join('\n').trimEnd();
  const below = lines.slice(filledFrom(shown, end)).join('\n');
  const text = above === '' ? below : `${above}\n\n${below}`;
  return { text, head: shown.slice(start, end).join('\n').trim() };
}

interface Lines {
  readonly start: number;
  readonly end: number;
}

/** Returns the lines of the head; no lines if nothing is forwarded. */
function findForwardHead(lines: readonly string[]): Lines {
  const start = lines.findIndex((line, at) => isForwardLine(line) && headEnd(lines, at) > at);
  return start === -1 ? findHeadOnTop(lines) : { start, end: endOfHeads(lines, start) };
}

/** Returns the head that a body begins with: nothing is above it that could answer the mail. */
function findHeadOnTop(lines: readonly string[]): Lines {
  const start = filledFrom(lines, 0);
  const isMark = isOriginalMessageLine(lines[start] ?? '') || /^_{10,}$/.test(lines[start] ?? '');
  const from = isMark ? filledFrom(lines, start + 1) : start;
  return from < lines.length && isHeaderBlock(lines, from)
    ? { start, end: endOfHeaders(lines, from) }
    : { start: 0, end: 0 };
}

/** Returns where the heads end that begin at `start`: of a mail that was forwarded several times. */
function endOfHeads(lines: readonly string[], start: number): number {
  let end = start;
  for (let at = start; isForwardLine(lines[at] ?? ''); at = filledFrom(lines, end)) {
    const next = headEnd(lines, at);
    if (next === at) break;
    end = next;
  }
  return end;
}

/** Returns where the headers below the line `at` end; `at` if there are none. */
function headEnd(lines: readonly string[], at: number): number {
  const from = filledFrom(lines, at + 1);
  return from < lines.length && isHeaderBlock(lines, from) ? endOfHeaders(lines, from) : at;
}

/** A header, or a recipient below one. */
const HEADER = /^\*{0,2}[\p{L}-]{2,15}\*{0,2} ?:|@/u;

function endOfHeaders(lines: readonly string[], from: number): number {
  let end = from;
  while (HEADER.test(lines[end] ?? '')) end++;
  return end;
}

function filledFrom(lines: readonly string[], from: number): number {
  let at = from;
  while (lines[at] === '') at++;
  return at;
}
