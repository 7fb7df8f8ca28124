// What marked's time grows with the square of, each far beyond what a text written by people holds.
// A text that goes beyond is no text to be read closely, and may lose the mark in question.
const MOST_LAZY_LINES = 200;
const MOST_TAG_LINES = 200;
const MOST_CELLS = 30_000;

const MOST_ITEM_LINES = 1000;

const LAZY_LINE = /^([^\n>]*>[^\n]*\n)(?=[ \t]*[^\s>])/gm;
const TAG_LINE = /^([ \t>]*)<(?=[a-z!?/])/gim;
const CELL = /\|/g;
const ITEM = /^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]/m;

/** A source without the patterns that would keep marked busy for minutes; others are left alone. */
export function tame(source: string): string {
  let tamed = source;
  if (count(tamed, LAZY_LINE) > MOST_LAZY_LINES) tamed = tamed.replace(LAZY_LINE, '$1\n');
  if (count(tamed, TAG_LINE) > MOST_TAG_LINES) tamed = tamed.replace(TAG_LINE, '$1\\<');
  if (count(tamed, CELL) > MOST_CELLS) tamed = tamed.replace(CELL, '\\|');
  return withShortItems(tamed);
}

/** Ends a list item that goes on for pages without a blank line. */
function withShortItems(source: string): string {
  if (!ITEM.test(source)) return source;
  let run = 0;
  const kept = source.split('\n').map((line) => {
    if (line.trim() === '') run = 0;
    else if (ITEM.test(line)) run = 1;
    else if (run > 0) run++;
    if (run <= MOST_ITEM_LINES) return line;
    run = 0;
    return `\n${line}`;
  });
  return kept.join('\n');
}

function count(source: string, pattern: RegExp): number {
  return source.match(pattern)?.length ?? 0;
}
