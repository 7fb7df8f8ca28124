/** Step 1 of blocks: cleans a source before it is read. */

/** Characters that no text needs: PostgreSQL refuses NUL, and the others confuse readers. */
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g;

/** Other spaces than ours at the start of a line: they were meant as indentation, not as text. */
const ODD_INDENT = /^[ \t]*[^\S\n\f \t][^\S\n\f]*/gm;

/**
 * Returns a source as every parser here expects it: in NFC, with `\n` at line ends, without a byte
 * order mark and control characters. Form feeds stay, since they end the pages of plain text.
 */
export function cleanSource(source: string): string {
  return source
    .replace(/^\ufeff/, '')
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(CONTROLS, '')
    .replace(ODD_INDENT, '')
    .normalize('NFC');
}

/** Returns a text with one space between its words and none around it, as in `Block.text`. */
export function collapseSpace(text: string): string {
  return replaceInPieces(text, /[\t\n\f][ \t\n\f]*| [ \t\n\f]+/g, ' ').trim();
}

/** In characters: longer than nearly all paragraphs. */
const PIECE = 5_000;

/**
 * Returns what `String.replace` returns, for a pattern with the flag `g` and without the flag `y`. A
 * long text is replaced piece by piece, since V8 keeps tens of bytes a match until the last of them.
 * The pieces are cut before words, so no match may go on from a space into the next word or look back
 * at the space before its first word.
 */
export function replaceInPieces(text: string, pattern: RegExp, replacement: string): string {
  if (text.length <= PIECE) return text.replace(pattern, replacement);
  const pieces: string[] = [];
  const cut = /[ \t\n\f](?=\S)/g;
  for (let start = 0; start < text.length;) {
    cut.lastIndex = start + PIECE;
    const end = cut.test(text) ? cut.lastIndex : text.length;
    pieces.push(text.slice(start, end).replace(pattern, replacement));
    start = end;
  }
  return pieces.join('');
}

/** Returns a source without the spaces around it that Markdown ignores; other spaces are text. */
export function trimSpace(source: string): string {
  let end = source.length;
  while (end > 0 && ' \t\n'.includes(source.charAt(end - 1))) end--;
  return source.slice(0, end).replace(/^[ \t\n]+/, '');
}

// What marked's time grows with the square of. Each bound is far beyond what a text that people wrote
// has; a text beyond it may lose the mark in question.
const MOST_LAZY_LINES = 200;
const MOST_TAG_LINES = 200;
const MOST_CELLS = 30_000;
const MOST_ITEM_LINES = 1000;

const LAZY_LINE = /^([^\n>]*>[^\n]*\n)(?=[ \t]*[^\s>])/gm;
const TAG_LINE = /^([ \t>]*)<(?=[a-z!?/])/gim;
const CELL = /\|/g;
const ITEM = /^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]/m;

/** Returns a source without what would keep marked busy for minutes; most sources are unchanged. */
export function limitSlowMarks(source: string): string {
  let limited = source;
  if (hasMore(limited, LAZY_LINE, MOST_LAZY_LINES)) limited = limited.replace(LAZY_LINE, '$1\n');
  if (hasMore(limited, TAG_LINE, MOST_TAG_LINES)) limited = limited.replace(TAG_LINE, '$1\\<');
  if (hasMore(limited, CELL, MOST_CELLS)) limited = limited.replace(CELL, '\\|');
  return withShortItems(limited);
}

/** Returns whether a source has a pattern more than so often; looks no further than that. */
function hasMore(source: string, pattern: RegExp, most: number): boolean {
  let found = 0;
  for (const _ of source.matchAll(pattern)) if (++found > most) return true;
  return false;
}

/** Ends list items that go on for pages without a blank line. */
function withShortItems(source: string): string {
  if (!ITEM.test(source)) return source;
  let lines = 0;
  const limited = source.split('\n').map((line) => {
    if (line.trim() === '') lines = 0;
    else if (ITEM.test(line)) lines = 1;
    else if (lines > 0) lines++;
    if (lines <= MOST_ITEM_LINES) return line;
    lines = 0;
    return `\n${line}`;
  });
  return limited.join('\n');
}

/** Whether a line has nothing but space, or does not exist. */
export function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}
