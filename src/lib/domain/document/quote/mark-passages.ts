import { decodeHTMLStrict } from 'entities';

/** Characters of a block's text, from and up to, and the id of who chose them. */
export type Passage = { readonly start: number; readonly end: number; readonly id: string };

/**
 * The block's HTML with each passage of its text in a `mark`, `data-by` the ids of those who chose
 * it. Where HTML and text do not say the same, gives the HTML as it is: no mark is better than one
 * at the wrong words.
 */
export function markPassages(html: string, text: string, passages: readonly Passage[]): string {
  if (passages.length === 0) return html;
  const pieces = [...html.matchAll(/<[^>]*>|&[^;\s]+;|[^<&]|[<&]/gsu)].map(([piece]) => piece);
  const places = placesOf(pieces, text);
  if (!places) return html;
  let marked = '';
  let open = '';
  let space = '';
  pieces.forEach((piece, at) => {
    const place = places[at] ?? null;
    const isTag = piece.length > 1 && piece.startsWith('<');
    if (place === null && !isTag) {
      space += piece;
      return;
    }
    const by = place === null ? '' : choosers(passages, place);
    if (by === open) marked += space;
    else marked += (open ? '</mark>' : '') + space + (by ? `<mark data-by="${by}">` : '');
    space = '';
    open = by;
    marked += piece;
  });
  return marked + (open ? '</mark>' : '') + space;
}

const choosers = (passages: readonly Passage[], place: number) =>
  passages
    .filter(({ start, end }) => start <= place && place < end)
    .map(({ id }) => id)
    .join(' ');

/** Of each piece of HTML its place in the text; null for tags and white space. */
function placesOf(pieces: readonly string[], text: string): (number | null)[] | null {
  let at = 0;
  const places: (number | null)[] = [];
  for (const piece of pieces) {
    const shown = piece.length > 1 && piece.startsWith('<') ? '' : decodeHTMLStrict(piece);
    if (!shown.trim()) {
      places.push(null);
      continue;
    }
    while (at < text.length && !text.slice(at, at + 1).trim()) at++;
    if (!text.startsWith(shown, at)) return null;
    places.push(at);
    at += shown.length;
  }
  return places;
}
