import { endsSentence, isAllCapitals } from './line.ts';
import type { Measure } from './line.ts';
import type { Piece } from './piece.ts';

/**
 * Which pieces are items of a list without bullets, as names often stand: short lines close under
 * each other, below a heading or a colon.
 */
export function bareItems(pieces: readonly Piece[], measure: Measure): Set<number> {
  const items = new Set<number>();
  for (let start = 1; start < pieces.length; start++) {
    let end = start;
    while (isBare(pieces[end], measure) && (end === start || pieces[end]?.gap === 'none')) end++;
    const led = textOf(pieces[start - 1]).endsWith(':');
    const under = led || (pieces[start - 1]?.gap !== 'none' && isBare(pieces[start - 1], measure));
    if (under && end - start >= (led ? 2 : 3)) {
      for (let place = start; place < end; place++) items.add(place);
    }
    start = Math.max(start, end - 1);
  }
  return items;
}

function isBare(piece: Piece | undefined, measure: Measure): boolean {
  if (!piece || piece.bullet || piece.lines.length > 1) return false;
  const text = textOf(piece);
  if (text.length > measure.width * 0.6 || isAllCapitals(text) || /^[>[]/.test(text)) return false;
  return !endsSentence(text) && !/[:;,]$/.test(text);
}

function textOf(piece: Piece | undefined): string {
  return piece?.lines.map((line) => line.text).join(' ') ?? '';
}

/**
 * How deep each item stands: deeper for a new sign or more space before it, back up at a sign that
 * was there before. Lists end where a heading or another paragraph comes between.
 */
export function itemDepths(pieces: readonly Piece[]): number[] {
  let open: { indent: number; sign: string }[] = [];
  return pieces.map(({ bullet, lines }) => {
    if (!bullet) {
      open = [];
      return 0;
    }
    const indent = lines[0]?.indent ?? 0;
    open = [...above(open, indent, bullet.sign), { indent, sign: bullet.sign }];
    return open.length - 1;
  });
}

// Two spaces are the least that anybody indents by; one is an accident of the typesetting.
const STEP = 2;
// Deeper lists than this are no lists; Markdown's reader stops there too.
const DEEPEST = 6;

function above(
  open: readonly { indent: number; sign: string }[],
  indent: number,
  sign: string
): { indent: number; sign: string }[] {
  const same = open.findLastIndex(
    (item) => item.sign === sign && Math.abs(item.indent - indent) < STEP
  );
  if (same >= 0) return open.slice(0, same);
  const shallower = open.filter((item) => item.indent + (item.sign === sign ? STEP : 0) <= indent);
  return shallower.slice(0, DEEPEST);
}
