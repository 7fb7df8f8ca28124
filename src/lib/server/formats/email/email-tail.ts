import {
  findAttribution,
  isForwardLine,
  isDeviceLine,
  isHeaderBlock,
  isOriginalMessageLine
} from './quoted-mail.ts';

/**
 * Splits an e-mail into what a person wrote and the tail that the mail program added: the quoted
 * mail with its header, a signature, the name of a phone. `text + tail` is the whole body. In doubt
 * a line is text, since losing words is worse than keeping a tail.
 */
export function splitEmailTail(body: string): { text: string; tail: string } {
  const lines = body.split(/(?<=\n)/);
  const start = findTailStart(lines.map(trimLineEnd));
  const text = lines.slice(0, start).join('').trimEnd();
  if (start === lines.length || text === '') return { text: body, tail: '' };
  return { text, tail: body.slice(text.length) };
}

/**
 * Splits the tail off Markdown. It is found in the unescaped text, since `\>` and `-----` escaped
 * would not be recognized; both have the same lines.
 */
export function splitMarkdownTail(markdown: string): { text: string; tail: string } {
  const { text, tail } = splitEmailTail(plainText(markdown));
  if (tail === '') return { text: markdown, tail };
  const kept = text.split('\n').length;
  return { text: markdown.split('\n').slice(0, kept).join('\n').trimEnd(), tail };
}

/** Returns Markdown as it reads: without escapes, and without spaces and breaks at ends of lines. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/(?<!\\)\\$/gm, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/(?<! ) +$/gm, '');
}

/** Returns the line without trailing space, which only the mark of a signature needs. */
function trimLineEnd(line: string): string {
  return /^-- \s*$/.test(line) ? SIGNATURE_MARK : line.trimEnd();
}

/** RFC 3676, section 4.3. */
const SIGNATURE_MARK = '-- ';

/**
 * Returns the first line from which everything is tail, or the number of lines if there is no tail.
 */
function findTailStart(lines: readonly string[]): number {
  const isTail = markTails(lines);
  const start = lines.findIndex((line, at) => line !== '' && isTail[at]);
  if (start === -1) return lines.length;
  return isQuoted(lines[start]!) ? findQuotationStart(lines, start, isTail) : start;
}

/** Returns for each line whether it and all lines below are tail, computed from the end upwards. */
function markTails(lines: readonly string[]): boolean[] {
  const isTail = Array<boolean>(lines.length + 1).fill(true);
  for (let at = lines.length - 1; at >= 0; at--) isTail[at] = startsTail(lines, at, isTail);
  return isTail;
}

function startsTail(lines: readonly string[], at: number, isTail: readonly boolean[]): boolean {
  const line = lines[at]!;
  if (line === '' || isQuoted(line)) return isTail[at + 1]!;
  if (isOriginalMessageLine(line)) return true;
  if (isRule(line) || isDeviceLine(line)) return isTail[at + 1]!;
  if (isForwarded(lines, at)) return false;
  if (isHeaderBlock(lines, at)) return true;
  return isSignature(lines, at, isTail) || isAttributed(lines, at, isTail);
}

/** Returns whether line `at` begins a mail that was forwarded to be read: its mark is above it. */
function isForwarded(lines: readonly string[], at: number): boolean {
  let above = at - 1;
  while (lines[above] === '') above--;
  return isForwardLine(lines[above] ?? '');
}

function isQuoted(line: string): boolean {
  return /^ {0,3}>/.test(line);
}

/**
 * Returns whether a line is the rule that Outlook writes above its headers; a rule that a person
 * types has text below it.
 */
function isRule(line: string): boolean {
  return /^_{10,}$/.test(line);
}

/**
 * Returns whether line `at` is the mark of a signature with a few lines below, to the end or to the
 * next part of the tail. A mark that has lost its space may be a rule, so that only names and
 * addresses may follow it.
 */
function isSignature(lines: readonly string[], at: number, isTail: readonly boolean[]): boolean {
  const isWhole = lines[at] === SIGNATURE_MARK;
  if (!isWhole && (lines[at] !== '--' || lines[at - 1] !== '')) return false;
  const length = isTail.slice(at + 1, at + 2 + SIGNATURE_LINES).indexOf(true);
  if (length === -1) return false;
  const signature = lines.slice(at + 1, at + 1 + length);
  return !signature.some(isWhole ? isText : isSentenceOrBlank);
}

/**
 * Four lines are good form; the name, title, address, phone and website of an association take six.
 */
const SIGNATURE_LINES = 8;

/** Returns whether a line below a signature's mark is text: longer than a motto, or a list item. */
function isText(line: string): boolean {
  return (line.length > 60 && /[.!?]$/.test(line)) || /^(?:[-*+•]|\d+[.)]) /.test(line);
}

function isSentenceOrBlank(line: string): boolean {
  return line === '' || /[.!?:]$/.test(line) || isText(line);
}

/**
 * Returns whether line `at` begins an attribution with what it quotes. If the quotation is marked
 * with `>`, it must reach the end, else there are answers between it; if not, only an e-mail
 * address proves that a mail program wrote the line.
 */
function isAttributed(lines: readonly string[], at: number, isTail: readonly boolean[]): boolean {
  const attribution = findAttribution(lines, at);
  if (attribution === null) return false;
  const below = at + attribution.lines;
  const next = lines.slice(below).find((line) => line !== '');
  if (next !== undefined && isQuoted(next)) return isTail[below]!;
  return attribution.hasAddress || isTail[below]!;
}

/**
 * Returns where the tail starts if its first line is quoted. It is text if the person quotes on
 * purpose: if answers are between earlier quoted lines, or if the line above ends with a colon.
 */
function findQuotationStart(
  lines: readonly string[],
  start: number,
  isTail: readonly boolean[]
): number {
  const above = lines.slice(0, start);
  const announced = above.findLast((line) => line !== '')?.endsWith(':') ?? false;
  if (!announced && !above.some(isQuoted)) return start;
  const below = lines.findIndex((line, at) => at > start && line !== '' && !isQuoted(line));
  return below !== -1 && isTail[below] ? below : lines.length;
}
