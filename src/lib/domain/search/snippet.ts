import type { SnippetPiece } from './hit.ts';

/** A stem that was looked for, folded as the database folds it. */
export type Sought = { stem: string; isBeginning: boolean };

/** About three lines of a result on a wide screen. */
const longestSnippet = 260;

/** What is shown before the first word that is marked. */
const leadIn = 60;

/** The stems of a `tsquery` as PostgreSQL writes it: `'boernehav' | 'bib':*`. */
export function readSought(question: string): Sought[] {
  const found = new Map<string, Sought>();
  for (const [, quoted, beginning] of question.matchAll(/'((?:[^']|'')+)'(:\*)?/gu)) {
    const stem = quoted!.replaceAll("''", "'");
    found.set(stem, { stem, isBeginning: beginning !== undefined });
  }
  return [...found.values()];
}

/** The part of a text where most of what was looked for stands, with its words marked. */
export function snippetOf(text: string, sought: readonly Sought[]): SnippetPiece[] {
  const flat = text.replace(/\s+/gu, ' ').trim();
  const marks = marksIn(flat, sought);
  if (flat.length <= longestSnippet) return piecesOf(flat, marks, 0, flat.length);
  const start = beginAt(flat, marks);
  const end = endAt(flat, start);
  const pieces = piecesOf(flat, marks, start, end);
  if (start > 0) pieces.unshift({ text: '… ', isMarked: false });
  if (end < flat.length) pieces.push({ text: ' …', isMarked: false });
  return pieces;
}

/** The whole text with its words marked. */
export const markedIn = (text: string, sought: readonly Sought[]): SnippetPiece[] =>
  piecesOf(text, marksIn(text, sought), 0, text.length);

type Mark = { start: number; end: number; stem: string };

function marksIn(text: string, sought: readonly Sought[]): Mark[] {
  const marks: Mark[] = [];
  for (const word of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const folded = fold(word[0]);
    const found = sought.find((each) => isFormOf(folded, each));
    if (found)
      marks.push({ start: word.index, end: word.index + word[0].length, stem: found.stem });
  }
  return marks;
}

function isFormOf(folded: string, { stem, isBeginning }: Sought): boolean {
  if (!folded.startsWith(stem)) return false;
  const rest = folded.slice(stem.length);
  return rest === '' || isBeginning || (stem.length >= shortestStem && danishEnding.test(rest));
}

/** Shorter, the Danish stemmer takes no ending off. */
const shortestStem = 3;

/** What the Danish Snowball stemmer can have taken off a word (snowballstem.org, danish), folded. */
const danishEnding =
  /^[b-df-hj-np-tvxz]?(loest|elig|lig|els|ig)?[dt]?(hed(en?s?|ers?|s)?|e(re)?[dn](e[rs]?|s)?|eres?|er(ne)?s?|ernes|enes?|ens?|ets?|erets?|es?|s|st)?$/;

/** Small letters without accents, æ, ø and å as ae, oe and aa: as the database compares them. */
export const fold = (word: string) =>
  word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æä]/gu, 'ae')
    .replace(/[øö]/gu, 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');

/** Where the snippet begins so that as many different words as can be are in it. */
function beginAt(text: string, marks: readonly Mark[]): number {
  let best = { start: 0, stems: 0 };
  for (const { start: first } of marks) {
    const start = Math.max(0, first - leadIn);
    const within = marks.filter(
      (mark) => mark.start >= start && mark.end <= start + longestSnippet
    );
    const stems = new Set(within.map(({ stem }) => stem)).size;
    if (stems > best.stems) best = { start, stems };
  }
  if (best.start === 0) return 0;
  return text.indexOf(' ', best.start) + 1;
}

function endAt(text: string, start: number): number {
  if (text.length - start <= longestSnippet) return text.length;
  const end = text.lastIndexOf(' ', start + longestSnippet);
  return end > start ? end : start + longestSnippet;
}

function piecesOf(
  text: string,
  marks: readonly Mark[],
  start: number,
  end: number
): SnippetPiece[] {
  const pieces: SnippetPiece[] = [];
  let from = start;
  for (const mark of marks) {
    if (mark.start < start || mark.end > end) continue;
    if (mark.start > from) pieces.push({ text: text.slice(from, mark.start), isMarked: false });
    pieces.push({ text: text.slice(mark.start, mark.end), isMarked: true });
    from = mark.end;
  }
  if (from < end) pieces.push({ text: text.slice(from, end), isMarked: false });
  return pieces;
}
