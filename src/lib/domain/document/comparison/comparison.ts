import type { Block } from '../block.ts';
import { wordDiffer, type DiffOptions, type Hunk, type Texts } from '../diff/diff.ts';
import type { Row } from '../align/row.ts';
import { isMarkedUpAnew, numberOf } from '../marks.ts';
import { renumberingOf, type Renumbering } from '../renumbering.ts';

/** A row with its blocks and word changes, ready to be shown. */
export interface ComparedRow extends Row {
  readonly type: 'row';
  readonly fromBlocks: readonly Block[];
  readonly toBlocks: readonly Block[];
  readonly hunks: readonly Hunk[];
  /** Whether the kind or level changed, as of a heading that became a paragraph. */
  readonly reshaped: boolean;
  /** Whether the words are the same and only their marks changed: bold, a link's address. */
  readonly remarked: boolean;
  /** The earlier number of a list item that has another now; it is a change if the row is edited. */
  readonly numberBefore: string | null;
  /** The earlier number of a clause of statutes, "§ 4", that others before it renumbered: no change. */
  readonly clauseBefore: string | null;
}

/** The place that moved blocks have left, with the places they moved to. */
export interface Departure {
  readonly type: 'departure';
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly fromBlocks: readonly Block[];
}

/** Rows in the order of the text compared to, and between them the departures of moved blocks. */
export type Comparison = readonly (ComparedRow | Departure)[];

/** A row before its words are compared. */
export interface OutlinedRow {
  readonly type: 'row';
  readonly row: Row;
  /** Whether its blocks differ between the two texts. */
  readonly isChange: boolean;
}

/** A comparison before its words are compared, which is quick however long the texts are. */
export type Outline = readonly (OutlinedRow | Departure)[];

/** The two texts of a comparison; rows name their blocks by place. */
export interface ComparedTexts {
  readonly from: readonly Block[];
  readonly to: readonly Block[];
}

/**
 * Compares two texts along the rows of their alignment. Nothing is left out: all blocks of both
 * texts are in the rows, and all their words in the hunks. With `exact`, differences that a reader
 * cannot see are shown, too.
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

/** Returns which rows of the two texts are changed; compares words only where it must. */
export function outlineOf(texts: ComparedTexts, rows: readonly Row[]): Outline {
  const compareWords = rowComparer(texts);
  return withDepartures(texts.from, rows, (row) => ({
    ...{ type: 'row', row },
    isChange: isChangedInPlace(row) || (!isIdentical(row, texts) && isChanged(compareWords(row)))
  }));
}

/** Returns the rows, each as `show` returns it, and between them the departures of moved blocks. */
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

/** Returns whether the blocks of a row differ between the two texts. */
export function isChanged(row: ComparedRow): boolean {
  if (isChangedInPlace(row) || row.reshaped || row.remarked) return true;
  return row.hunks.some(({ type }) => type !== 'equal');
}

const isChangedInPlace = ({ relation, moved }: Row) => relation !== 'unchanged' || moved;

/** Returns whether a row pairs two identical blocks, as most rows do. */
function isIdentical(row: Row, { from, to }: ComparedTexts): boolean {
  if (row.from.length !== 1 || row.to.length !== 1) return false;
  const [earlier, later] = [from[row.from[0]!]!, to[row.to[0]!]!];
  if (!isSameShape(earlier, later)) return false;
  return earlier.text === later.text && earlier.markdown === later.markdown;
}

/** Returns a function that compares the words of rows of the two texts. */
export function rowComparer({ from, to }: ComparedTexts, options: DiffOptions = {}) {
  const diff = wordDiffer(options);
  if (options.exact) return (row: Row): ComparedRow => compareRow({ from, to }, row, diff, null);
  return (row: Row): ComparedRow =>
    compareRow({ from, to }, row, diff, renumbered(row, { from, to }));
}

/** Returns the numbers of the clause that a row pairs, if it was only renumbered by others. */
function renumbered({ from, to }: Row, texts: ComparedTexts): Renumbering | null {
  if (from.length !== 1 || to.length !== 1) return null;
  return renumberingOf({ ...texts, fromPlace: from[0]!, toPlace: to[0]! });
}

function compareRow(
  { from, to }: ComparedTexts,
  row: Row,
  diff: Differ,
  numbers: Renumbering | null
): ComparedRow {
  const fromBlocks = row.from.map((place) => from[place]!);
  const toBlocks = row.to.map((place) => to[place]!);
  const hunks = numbers
    ? hunksAfterNumbers(fromBlocks[0]!.text, toBlocks[0]!.text, numbers, diff)
    : hunksOf(fromBlocks, toBlocks, diff);
  const isPair = fromBlocks.length === 1 && toBlocks.length === 1;
  const [one, other] = [fromBlocks[0], toBlocks[0]];
  const reshaped = Boolean(one && other && !isSameShape(one, other));
  const isSameText = isPair && !reshaped && hunks.every(isUntouched);
  const remarked = isSameText && isMarkedUpAnew(one!, other!);
  const numberBefore = isPair && numberOf(one!) !== numberOf(other!) ? one!.marker : null;
  const clauseBefore = numbers?.from ?? null;
  const type = 'row';
  const changes = { hunks, reshaped, remarked, numberBefore, clauseBefore };
  return { ...row, type, fromBlocks, toBlocks, ...changes };
}

type Differ = (from: Texts, to: Texts) => Hunk[];

function hunksOf(from: readonly Block[], to: readonly Block[], diff: Differ): Hunk[] {
  if (from.length === 0) return to.map(({ text }, at) => whole('inserted', '', text, 0, at));
  if (to.length === 0) return from.map(({ text }, at) => whole('deleted', text, '', at, 0));
  if (from.length === 1 && to.length === 1) return diff(from[0]!.text, to[0]!.text);
  return diff(from.map(textOf), to.map(textOf));
}

/** Returns the hunks of a clause, whose two numbers are one that is equal. */
function hunksAfterNumbers(from: string, to: string, numbers: Renumbering, diff: Differ): Hunk[] {
  const hunks = diff(from.slice(numbers.from.length), to.slice(numbers.to.length));
  return [whole('equal', numbers.from, numbers.to, 0, 0), ...hunks];
}

function whole(type: Hunk['type'], from: string, to: string, fromBlock: number, toBlock: number) {
  return { type, from, to, fromBlock, toBlock };
}

function textOf({ text }: Block): string {
  return text;
}

function isSameShape(from: Block, to: Block): boolean {
  return from.kind === to.kind && from.level === to.level;
}

function isUntouched({ from, to }: Hunk): boolean {
  return from === to;
}

/** Returns the departures to show after each row, by its index, or before all rows (-1). */
function departuresByRow(from: readonly Block[], rows: readonly Row[]): Map<number, Departure[]> {
  const rowOf = new Int32Array(from.length).fill(-1);
  rows.forEach((row, index) => row.from.forEach((place) => (rowOf[place] = index)));
  const departures = new Map<number, Departure[]>();
  let lastStayed = -1;
  rowOf.forEach((index, place) => {
    const row = rows[index];
    if (!row) return;
    if (!row.moved) lastStayed = index;
    else if (row.from[0] === place) {
      const others = departures.get(lastStayed);
      if (others) others.push(departureOf(row, from));
      else departures.set(lastStayed, [departureOf(row, from)]);
    }
  });
  return departures;
}

function departureOf(row: Row, from: readonly Block[]): Departure {
  const fromBlocks = row.from.map((place) => from[place]!);
  return { type: 'departure', from: row.from, to: row.to, fromBlocks };
}
