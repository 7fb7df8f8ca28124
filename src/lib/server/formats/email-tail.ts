import { attributionLength, isDeviceLine, isHeaderBlock, isOriginalMark } from './mail-heads.ts';

/**
 * What a person wrote in a mail, and the tail that the mail program put below it: the quoted mail
 * with its head, a signature, the name of a telephone. `text + tail` is the body to the letter.
 * When in doubt, a line is text: lost words are worse than a tail too many.
 */
export function splitTail(body: string): { text: string; tail: string } {
  const lines = body.split(/(?<=\n)/);
  const start = tailStart(lines.map(withoutSpaceAtEnd));
  const text = lines.slice(0, start).join('').trimEnd();
  if (start === lines.length || text === '') return { text: body, tail: '' };
  return { text, tail: body.slice(text.length) };
}

/** Only the mark of a signature is told by its space. */
function withoutSpaceAtEnd(line: string): string {
  return /^-- \s*$/.test(line) ? SIGNATURE_MARK : line.trimEnd();
}

/** RFC 3676, 4.3. */
const SIGNATURE_MARK = '-- ';

/** The first line from which on everything is tail; as many as there are lines where none is. */
function tailStart(lines: readonly string[]): number {
  const isTail = tailFrom(lines);
  const start = lines.findIndex((line, at) => line !== '' && isTail[at]);
  if (start === -1) return lines.length;
  return isQuoted(lines[start]!) ? quotationStart(lines, start, isTail) : start;
}

/** For each line whether it and all below is tail, found from the end upwards. */
function tailFrom(lines: readonly string[]): boolean[] {
  const isTail = Array<boolean>(lines.length + 1).fill(true);
  for (let at = lines.length - 1; at >= 0; at--) isTail[at] = startsTail(lines, at, isTail);
  return isTail;
}

function startsTail(lines: readonly string[], at: number, isTail: readonly boolean[]): boolean {
  const line = lines[at]!;
  if (line === '' || isQuoted(line)) return isTail[at + 1]!;
  if (isOriginalMark(line) || isHeaderBlock(lines, at)) return true;
  if (isRule(line) || isDeviceLine(line)) return isTail[at + 1]!;
  return isSignature(lines, at, isTail) || isAttributed(lines, at, isTail);
}

function isQuoted(line: string): boolean {
  return /^ {0,3}>/.test(line);
}

/** Outlook's line above its headers; a rule that a person draws has text below it. */
function isRule(line: string): boolean {
  return /^_{10,}$/.test(line);
}

/**
 * A mark and the few lines below it, down to the end or to the next part of the tail. Programs
 * lose the mark's space; such a mark can be a rule, so only names and addresses are taken below.
 */
function isSignature(lines: readonly string[], at: number, isTail: readonly boolean[]): boolean {
  const isWhole = lines[at] === SIGNATURE_MARK;
  if (!isWhole && (lines[at] !== '--' || lines[at - 1] !== '')) return false;
  const length = isTail.slice(at + 1, at + 2 + SIGNATURE_LINES).indexOf(true);
  if (length === -1) return false;
  const signature = lines.slice(at + 1, at + 1 + length);
  return !signature.some(isWhole ? isWrittenOn : isSentenceOrBlank);
}

/** Four lines are good form; name, post, address, telephone and website of an association are six. */
const SIGNATURE_LINES = 8;

/** Longer than a motto, or a point of a list: somebody wrote on below the mark. */
function isWrittenOn(line: string): boolean {
  return (line.length > 60 && /[.!?]$/.test(line)) || /^(?:[-*+•]|\d+[.)]) /.test(line);
}

function isSentenceOrBlank(line: string): boolean {
  return line === '' || /[.!?:]$/.test(line) || isWrittenOn(line);
}

/**
 * "Den … skrev X:" and what it quotes. Marked with `>`, the quoted text must reach the end, as
 * otherwise there are answers in between; without marks, only an address proves that a mail
 * program wrote the line.
 */
function isAttributed(lines: readonly string[], at: number, isTail: readonly boolean[]): boolean {
  const attribution = attributionLength(lines, at);
  if (attribution === null) return false;
  const below = at + attribution.lines;
  const next = lines.slice(below).find((line) => line !== '');
  if (next !== undefined && isQuoted(next)) return isTail[below]!;
  return attribution.hasAddress || isTail[below]!;
}

/**
 * Quoted lines at the end without a head are a tail, unless the person quotes on purpose: answers
 * stand between earlier quoted lines, or the line above announces the quotation with a colon.
 */
function quotationStart(
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
