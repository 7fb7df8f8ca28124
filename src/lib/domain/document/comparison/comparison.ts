import type { Block } from '../block.ts';
import { wordDiffer, type DiffOptions, type Hunk, type Texts } from '../diff/diff.ts';
import type { Row } from '../align/row.ts';

/** A row with its blocks and word changes, ready to be shown. */
export interface ComparedRow extends Row {
  readonly type: 'row';
  readonly fromBlocks: readonly Block[];
  readonly toBlocks: readonly Block[];
  readonly hunks: readonly Hunk[];
  /** Whether a block became one of another kind or level: a heading a paragraph, say. */
  readonly reshaped: boolean;
  /** Whether the words are the same and only their marks differ: bold, a link's address. */
  readonly remarked: boolean;
}

/** The place that moved blocks have left, with where they went. */
export interface Departure {
  readonly type: 'departure';
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly fromBlocks: readonly Block[];
}

/** Rows in the new text's order, and between them the places that moved blocks left. */
export type Comparison = readonly (ComparedRow | Departure)[];

/** A row whose words are not compared yet. */
export interface OutlinedRow {
  readonly type: 'row';
  readonly row: Row;
  /** Whether anything of it differs between the two texts. */
  readonly isChange: boolean;
}

/** What a comparison shows, in order, before the words are compared: quick, however long it is. */
export type Outline = readonly (OutlinedRow | Departure)[];

/** The two texts, by the places that their rows name. */
export interface ComparedTexts {
  readonly from: readonly Block[];
  readonly to: readonly Block[];
}

/**
 * Two texts compared, from their alignment. Nothing is left out: the blocks of both sides stand in
 * the rows, and their words in the hunks. `exact` shows what a reader cannot see, too.
 */
export function compare(
  from: readonly Block[],
  to: readonly Block[],
  rows: readonly Row[],
  options: DiffOptions = {}
): Comparison {
  const compareWords = rowComparer({ from, to }, options);
  return withDepartures(from, rows, compareWords);
}

/** What of the two texts is changed, row by row, without their words. */
export function outlineOf(texts: ComparedTexts, rows: readonly Row[]): Outline {
  const compareWords = rowComparer(texts);
  return withDepartures(texts.from, rows, (row) => ({
    ...{ type: 'row', row },
    isChange: isChangedInPlace(row) || (!isPlainlySame(row, texts) && isChanged(compareWords(row)))
  }));
}

/** The rows, each as `show` gives it, and between them the places that moved blocks left. */
export function withDepartures<Shown>(
  from: readonly Block[],
  rows: readonly Row[],
  show: (row: Row) => Shown
): (Shown | Departure)[] {
  const departures = departuresByRow(from, rows);
  const entries: (Shown | Departure)[] = [...(departures.get(-1) ?? [])];
  rows.forEach((row, index) => {
    entries.push(show(row));
    for (const departure of departures.get(index) ?? []) entries.push(departure);
  });
  return entries;
}

/** Whether anything of a row differs between the two texts. */
export function isChanged(row: ComparedRow): boolean {
  if (isChangedInPlace(row) || row.reshaped || row.remarked) return true;
  return row.hunks.some(({ type }) => type !== 'equal');
}

const isChangedInPlace = ({ relation, moved }: Row) => relation !== 'unchanged' || moved;

/** Most rows of most texts: there is nothing to compare. */
function isPlainlySame(row: Row, { from, to }: ComparedTexts): boolean {
  const [was, is] = [from[row.from[0]!], to[row.to[0]!]];
  if (row.from.length !== 1 || row.to.length !== 1) return false;
  return isSameShape(was!, is!) && was!.text === is!.text && was!.markdown === is!.markdown;
}

/** Compares the words of a row of the two texts. */
export function rowComparer({ from, to }: ComparedTexts, options: DiffOptions = {}) {
  const diff = wordDiffer(options);
  return (row: Row): ComparedRow => compareRow(from, to, row, diff);
}

function compareRow(
  from: readonly Block[],
  to: readonly Block[],
  row: Row,
  diff: Differ
): ComparedRow {
  const fromBlocks = row.from.map((place) => from[place]!);
  const toBlocks = row.to.map((place) => to[place]!);
  const hunks = hunksOf(fromBlocks, toBlocks, diff);
  const [was, is] = [fromBlocks[0], toBlocks[0]];
  const reshaped = was !== undefined && is !== undefined && !isSameShape(was, is);
  const remarked = !reshaped && hunks.every(isUntouched) && !isSameSource(fromBlocks, toBlocks);
  return { ...row, type: 'row', fromBlocks, toBlocks, hunks, reshaped, remarked };
}

type Differ = (from: Texts, to: Texts) => Hunk[];

function hunksOf(from: readonly Block[], to: readonly Block[], diff: Differ): Hunk[] {
  if (from.length === 0) return to.map(({ text }, at) => whole('inserted', '', text, 0, at));
  if (to.length === 0) return from.map(({ text }, at) => whole('deleted', text, '', at, 0));
  if (from.length === 1 && to.length === 1) return diff(from[0]!.text, to[0]!.text);
  return diff(from.map(textOf), to.map(textOf));
}

function whole(type: Hunk['type'], from: string, to: string, oldBlock: number, newBlock: number) {
  return { type, old: from, new: to, oldBlock, newBlock };
}

function textOf({ text }: Block): string {
  return text;
}

function isSameShape(was: Block, is: Block): boolean {
  return was.kind === is.kind && was.level === is.level;
}

function isUntouched({ old: from, new: to }: Hunk): boolean {
  return from === to;
}

/** Only one block against one: a cut changes the source without changing its marks. */
function isSameSource(from: readonly Block[], to: readonly Block[]): boolean {
  return from.length !== 1 || to.length !== 1 || from[0]!.markdown === to[0]!.markdown;
}

/** The departures that stand after each row, or before them all (-1). */
function departuresByRow(from: readonly Block[], rows: readonly Row[]): Map<number, Departure[]> {
  const rowOf = new Int32Array(from.length).fill(-1);
  rows.forEach((row, index) => row.from.forEach((place) => (rowOf[place] = index)));
  const departures = new Map<number, Departure[]>();
  let standing = -1;
  rowOf.forEach((index, place) => {
    const row = rows[index];
    if (!row) return;
    if (!row.moved) standing = index;
    else if (row.from[0] === place) {
      const others = departures.get(standing);
      if (others) others.push(departureOf(row, from));
      else departures.set(standing, [departureOf(row, from)]);
    }
  });
  return departures;
}

function departureOf(row: Row, from: readonly Block[]): Departure {
  const fromBlocks = row.from.map((place) => from[place]!);
  return { type: 'departure', from: row.from, to: row.to, fromBlocks };
}
