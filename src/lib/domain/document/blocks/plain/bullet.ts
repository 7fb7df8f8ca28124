import { endsEarly, endsSentence } from './line.ts';
import type { Line, Measure } from './line.ts';

/** The mark a list item began with, as Markdown can say it, and what was behind it. */
export interface Bullet {
  readonly marker: string;
  /** The sign as it stood, by which items of one depth are known. */
  readonly sign: string;
  readonly text: string;
}

// The last three are what symbol fonts leave behind in a PDF's text.
const ROUND = '•‣▪▫◦●○■□◆➢➤✓✔\uf0b7\uf0a7\uf0d8';
const CERTAIN = new RegExp(`^([${ROUND}])\\s*(.*)$`, 'u');
const POSSIBLE = /^([-–—*+·o])\s+(\S.*)$/;
const NUMBERED = /^(\d{1,3}[.)]|\(\d{1,3}\))\s+(\S.*)$/;
const LETTERED = /^(\(?[a-zæøå]\)|[ivx]{1,4}\))\s+(\S.*)$/;

/**
 * The bullet a line begins with, if it does. A dash, an `o` or a number can also come first in a line
 * by chance, so it counts only where the line before was at an end, or goes on with the list it is
 * in by the same sign.
 */
export function bulletOf(
  line: Line,
  previous: Line | undefined,
  list: Bullet | null,
  measure: Measure
): Bullet | null {
  const certain = CERTAIN.exec(line.text);
  if (certain) return { marker: '-', sign: certain[1] ?? '', text: certain[2] ?? '' };
  const bullet = possible(line.text) ?? numbered(line.text) ?? lettered(line.text);
  const free = !previous || line.gap === 'blank' || atEnd(previous, line, measure);
  return bullet && (free || bullet.sign === list?.sign) ? bullet : null;
}

function atEnd(previous: Line, line: Line, measure: Measure): boolean {
  const ended = endsSentence(previous.text) || /[:;,]$/.test(previous.text);
  return ended || endsEarly(previous, line, measure);
}

function possible(text: string): Bullet | null {
  const match = POSSIBLE.exec(text);
  return match && { marker: '-', sign: match[1] ?? '', text: match[2] ?? '' };
}

function numbered(text: string): Bullet | null {
  const match = NUMBERED.exec(text);
  if (!match) return null;
  const sign = match[1] ?? '';
  const marker = sign.startsWith('(') ? sign.slice(1) : sign;
  return { marker, sign: sign.replace(/\d+/, '1'), text: match[2] ?? '' };
}

/** Markdown knows no lettered lists, and people say "litra a": the letter stays in the text. */
function lettered(text: string): Bullet | null {
  const match = LETTERED.exec(text);
  return match && { marker: '-', sign: (match[1] ?? '').replace(/[\p{L}]+/u, 'a'), text };
}
