/** Step 9 of plain text: list items without bullets, and how deep list items are nested. */
import { endsSentence, isAllCapitals } from './lines.ts';
import type { Measure } from './lines.ts';
import { textOf, type Piece } from './pieces.ts';

/**
 * Returns the places of pieces that are items of a list without bullets, as lists of names often are:
 * short lines close under each other, below a heading or a colon.
 */
export function bareItems(pieces: readonly Piece[], measure: Measure): Set<number> {
  const items = new Set<number>();
  for (let start = 1; start < pieces.length; start++) {
    let end = start;
    while (isBare(pieces[end], measure) && (end === start || pieces[end]?.gap === 'none')) end++;
    const above = pieces[start - 1]!;
    const isAfterColon = textOf(above).endsWith(':');
    const isBelow = isAfterColon || (above.gap !== 'none' && isBare(above, measure));
    if (isBelow && end - start >= (isAfterColon ? 2 : 3)) {
      for (let place = start; place < end; place++) items.add(place);
    }
    start = Math.max(start, end - 1);
  }
  return items;
}

function isBare(piece: Piece | undefined, measure: Measure): boolean {
  if (!piece || piece.bullet || piece.title || piece.lines.length > 1) return false;
  const text = textOf(piece);
  if (text.length > measure.width * 0.6 || isAllCapitals(text) || /^[>[]/.test(text)) return false;
  return !endsSentence(text) && !/[:;,]$/.test(text);
}

/**
 * Returns how deep each list item is nested, from 0: deeper with a new sign or more indentation, back
 * up with a sign that came before. A list ends with a piece that is no item.
 */
export function itemDepths(pieces: readonly Piece[]): number[] {
  let open: { indent: number; sign: string }[] = [];
  return pieces.map(({ bullet, lines }) => {
    if (!bullet) {
      open = [];
      return 0;
    }
    const indent = lines[0]?.indent ?? 0;
    open = [...outerItems(open, indent, bullet.sign), { indent, sign: bullet.sign }];
    return open.length - 1;
  });
}

/** Two spaces are the least that anybody indents by; one is an accident of the typesetting. */
const STEP = 2;
/** Nobody nests lists deeper than this. */
const DEEPEST = 6;

/** Returns which of the `open` items an item with this indentation and sign is nested in. */
function outerItems(
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
