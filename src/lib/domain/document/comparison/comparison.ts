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
  const diff = wordDiffer(options);
  const departures = departuresByRow(old, rows);
  const comparison: (ComparedRow | Departure)[] = [...(departures.get(-1) ?? [])];
  rows.forEach((row, index) => {
    comparison.push(compareRow(old, newer, row, diff));
    for (const departure of departures.get(index) ?? []) comparison.push(departure);
  });
  return comparison;
}

/** Whether anything of a row differs between the two texts. */
export function isChanged(row: ComparedRow): boolean {
  if (row.relation !== 'unchanged' || row.moved || row.reshaped || row.remarked) return true;
  return row.hunks.some(({ type }) => type !== 'equal');
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
