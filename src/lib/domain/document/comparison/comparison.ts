import type { Block } from '../block.ts';
import { wordDiffer, type DiffOptions, type Hunk, type Texts } from '../diff/diff.ts';
import type { Row } from '../align/row.ts';

/** A row with its blocks and word changes, ready to be shown. */
export interface ComparedRow extends Row {
  readonly type: 'row';
  readonly oldBlocks: readonly Block[];
  readonly newBlocks: readonly Block[];
  readonly hunks: readonly Hunk[];
  /** Whether a block became one of another kind or level: a heading a paragraph, say. */
  readonly reshaped: boolean;
  /** Whether the words are the same and only their marks differ: bold, a link's address. */
  readonly remarked: boolean;
}

/** The place that moved blocks have left, with where they went. */
export interface Departure {
  readonly type: 'departure';
  readonly old: readonly number[];
  readonly new: readonly number[];
  readonly oldBlocks: readonly Block[];
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
  readonly old: readonly Block[];
  readonly newer: readonly Block[];
}

/**
 * Two texts compared, from their alignment. Nothing is left out: the blocks of both sides stand in
 * the rows, and their words in the hunks. `exact` shows what a reader cannot see, too.
 */
export function compare(
  old: readonly Block[],
  newer: readonly Block[],
  rows: readonly Row[],
  options: DiffOptions = {}
): Comparison {
  const compareWords = rowComparer({ old, newer }, options);
  return withDepartures(old, rows, compareWords);
}

/** What of the two texts is changed, row by row, without their words. */
export function outlineOf(texts: ComparedTexts, rows: readonly Row[]): Outline {
  const compareWords = rowComparer(texts);
  return withDepartures(texts.old, rows, (row) => ({
    ...{ type: 'row', row },
    isChange: isChangedInPlace(row) || (!isPlainlySame(row, texts) && isChanged(compareWords(row)))
  }));
}

/** The rows, each as `show` gives it, and between them the places that moved blocks left. */
export function withDepartures<Shown>(
  old: readonly Block[],
  rows: readonly Row[],
  show: (row: Row) => Shown
): (Shown | Departure)[] {
  const departures = departuresByRow(old, rows);
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
function isPlainlySame(row: Row, { old, newer }: ComparedTexts): boolean {
  const [was, is] = [old[row.old[0]!], newer[row.new[0]!]];
  if (row.old.length !== 1 || row.new.length !== 1) return false;
  return isSameShape(was!, is!) && was!.text === is!.text && was!.markdown === is!.markdown;
}

/** Compares the words of a row of the two texts. */
export function rowComparer({ old, newer }: ComparedTexts, options: DiffOptions = {}) {
  const diff = wordDiffer(options);
  return (row: Row): ComparedRow => compareRow(old, newer, row, diff);
}

function compareRow(
  old: readonly Block[],
  newer: readonly Block[],
  row: Row,
  diff: Differ
): ComparedRow {
  const oldBlocks = row.old.map((place) => old[place]!);
  const newBlocks = row.new.map((place) => newer[place]!);
  const hunks = hunksOf(oldBlocks, newBlocks, diff);
  const [was, is] = [oldBlocks[0], newBlocks[0]];
  const reshaped = was !== undefined && is !== undefined && !isSameShape(was, is);
  const remarked = !reshaped && hunks.every(isUntouched) && !isSameSource(oldBlocks, newBlocks);
  return { ...row, type: 'row', oldBlocks, newBlocks, hunks, reshaped, remarked };
}

type Differ = (old: Texts, newer: Texts) => Hunk[];

function hunksOf(old: readonly Block[], newer: readonly Block[], diff: Differ): Hunk[] {
  if (old.length === 0) return newer.map(({ text }, at) => whole('inserted', '', text, 0, at));
  if (newer.length === 0) return old.map(({ text }, at) => whole('deleted', text, '', at, 0));
  if (old.length === 1 && newer.length === 1) return diff(old[0]!.text, newer[0]!.text);
  return diff(old.map(textOf), newer.map(textOf));
}

function whole(type: Hunk['type'], old: string, newer: string, oldBlock: number, newBlock: number) {
  return { type, old, new: newer, oldBlock, newBlock };
}

function textOf({ text }: Block): string {
  return text;
}

function isSameShape(was: Block, is: Block): boolean {
  return was.kind === is.kind && was.level === is.level;
}

function isUntouched({ old, new: newer }: Hunk): boolean {
  return old === newer;
}

/** Only one block against one: a cut changes the source without changing its marks. */
function isSameSource(old: readonly Block[], newer: readonly Block[]): boolean {
  return old.length !== 1 || newer.length !== 1 || old[0]!.markdown === newer[0]!.markdown;
}

/** The departures that stand after each row, or before them all (-1). */
function departuresByRow(old: readonly Block[], rows: readonly Row[]): Map<number, Departure[]> {
  const rowOf = new Int32Array(old.length).fill(-1);
  rows.forEach((row, index) => row.old.forEach((place) => (rowOf[place] = index)));
  const departures = new Map<number, Departure[]>();
  let standing = -1;
  rowOf.forEach((index, place) => {
    const row = rows[index];
    if (!row) return;
    if (!row.moved) standing = index;
    else if (row.old[0] === place) {
      const others = departures.get(standing);
      if (others) others.push(departureOf(row, old));
      else departures.set(standing, [departureOf(row, old)]);
    }
  });
  return departures;
}

function departureOf(row: Row, old: readonly Block[]): Departure {
  const oldBlocks = row.old.map((place) => old[place]!);
  return { type: 'departure', old: row.old, new: row.new, oldBlocks };
}
