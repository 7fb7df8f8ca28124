import type { SnippetPiece } from './hit.ts';

/**
 * A stem to search for, folded as the database does. `isPrefix` tells whether any word may begin
 * with it.
 */
export type Stem = { stem: string; isPrefix: boolean };

/** Characters of about three lines of a result on a wide screen. */
const maxSnippetLength = 260;

/** Characters before the first marked word. */
const leadIn = 60;

/** Returns the stems of a `tsquery` as PostgreSQL writes it: `'boernehav' | 'bib':*`. */
export function parseStems(query: string): Stem[] {
  const found = new Map<string, Stem>();
  for (const [, quoted, prefix] of query.matchAll(/'((?:[^']|'')+)'(:\*)?/gu)) {
    const stem = quoted!.replaceAll("''", "'");
    found.set(stem, { stem, isPrefix: prefix !== undefined });
  }
  return [...found.values()];
}

/** Returns the part of a text that has most of the stems, with the words that have them marked. */
export function snippetOf(text: string, stems: readonly Stem[]): SnippetPiece[] {
  const flat = text.replace(/\s+/gu, ' ').trim();
  const marks = marksIn(flat, stems);
  if (flat.length <= maxSnippetLength) return piecesOf(flat, marks, 0, flat.length);
  const start = snippetStart(flat, marks);
  const end = snippetEnd(flat, start);
  const pieces = piecesOf(flat, marks, start, end);
  if (start > 0) pieces.unshift({ text: '… ', isMarked: false });
  if (end < flat.length) pieces.push({ text: ' …', isMarked: false });
  return pieces;
}

/** Returns a whole text with the words that have the stems marked. */
export const markStems = (text: string, stems: readonly Stem[]): SnippetPiece[] =>
  piecesOf(text, marksIn(text, stems), 0, text.length);

/** A word to mark, and the stem that it has. */
type Mark = { start: number; end: number; stem: string };

function marksIn(text: string, stems: readonly Stem[]): Mark[] {
  const marks: Mark[] = [];
  for (const word of text.matchAll(/[\p{L}\p{M}\p{N}\u00ad\u200b\u200c\u2060\ufeff]+/gu)) {
    const folded = foldAsDatabase(word[0]);
    const found = stems.find((each) => isFormOf(folded, each));
    if (found)
      marks.push({ start: word.index, end: word.index + word[0].length, stem: found.stem });
  }
  return marks;
}

/** Returns whether a folded word is a form of a stem. */
function isFormOf(folded: string, { stem, isPrefix }: Stem): boolean {
  if (!folded.startsWith(stem)) return false;
  const rest = folded.slice(stem.length);
  return rest === '' || isPrefix || (stem.length >= minStemLength && danishEnding.test(rest));
}

/** The Danish Snowball stemmer takes no ending off a shorter stem. */
const minStemLength = 3;

/** The endings, folded, that the Danish Snowball stemmer takes off a word (snowballstem.org). */
const danishEnding =
  /^[b-df-hj-np-tvxz]?(loest|elig|lig|els|ig)?[dt]?(hed(en?s?|ers?|s)?|e(re)?[dn](e[rs]?|s)?|eres?|er(ne)?s?|ernes|enes?|ens?|ets?|erets?|es?|s|st)?$/;

/**
 * Returns a word as the database compares it: small letters, no accents, æ ø å as ae oe aa, joined
 * letters and lowered figures as what they are read as.
 */
const foldAsDatabase = (word: string) =>
  word
    .replace(/[\u00ad\u200b\u200c\u2060\ufeff]/g, '')
    .replace(/[\ufb00-\ufb04\u2080-\u2089]/g, (sign) => sign.normalize('NFKC'))
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æä]/gu, 'ae')
    .replace(/[øö]/gu, 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

/** Returns where a snippet starts so that it has as many different stems as possible. */
function snippetStart(text: string, marks: readonly Mark[]): number {
  let best = { start: 0, stems: 0 };
  for (const { start: first } of marks) {
    const start = Math.max(0, first - leadIn);
    const within = marks.filter(
      (mark) => mark.start >= start && mark.end <= start + maxSnippetLength
    );
    const stems = new Set(within.map(({ stem }) => stem)).size;
    if (stems > best.stems) best = { start, stems };
  }
  if (best.start === 0) return 0;
  return text.indexOf(' ', best.start) + 1;
}

/** Returns where a snippet ends, between two words if possible. */
function snippetEnd(text: string, start: number): number {
  if (text.length - start <= maxSnippetLength) return text.length;
  const end = text.lastIndexOf(' ', start + maxSnippetLength);
  return end > start ? end : start + maxSnippetLength;
}

/** Returns the text from `start` to `end` in pieces, the marks that are all within it marked. */
function piecesOf(
  text: string,
  marks: readonly Mark[],
  start: number,
  end: number
): SnippetPiece[] {
  const pieces: SnippetPiece[] = [];
  let at = start;
  for (const mark of marks) {
    if (mark.start < start || mark.end > end) continue;
    if (mark.start > at) pieces.push({ text: text.slice(at, mark.start), isMarked: false });
    pieces.push({ text: text.slice(mark.start, mark.end), isMarked: true });
    at = mark.end;
  }
  if (at < end) pieces.push({ text: text.slice(at, end), isMarked: false });
  return pieces;
}
