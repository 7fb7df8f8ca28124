import type { Block } from '../document/block.ts';
import {
  rowComparer,
  withDepartures,
  type ComparedRow,
  type Departure
} from '../document/comparison/comparison.ts';
import { weightOf } from '../document/comparison/weight.ts';
import type { Row } from '../document/align/row.ts';
import { cutPages, type Page, type PageAsked } from '../paging.ts';
import { placeRemarks } from './remarks.ts';
import { numberChanges } from './rewrite.ts';

/**
 * The blocks of the draft that a meeting considered, all blocks of its rewrite, and the alignment
 * of the two.
 */
export type AlignedRewriteText<From extends Block, To extends Block> = {
  considered: readonly From[];
  blocks: readonly (To & { position: number; isRemark: boolean })[];
  rows: readonly Row[];
};

/**
 * An entry of a rewrite beside the draft: a row of the alignment, the place that a moved block
 * left, or a remark. Its words are not compared yet.
 */
export type RewriteEntry<From extends Block = Block, To extends Block = Block> =
  | {
      type: 'row';
      row: Row;
      from: From[];
      to: (To & { position: number })[];
      /** The index of the row's change among all changes; null if it is unchanged. */
      change: number | null;
    }
  | {
      type: 'departure';
      departure: Departure;
      from: From[];
      /** The index of the change that the block is part of at its new place. */
      change: number | null;
    }
  | {
      type: 'remark';
      block: To & { position: number };
      /** The index of the change whose reason the remark may be; null if there is no change. */
      change: number | null;
    };

/** The number of unchanged rows in sequence, in a view of the changes only. */
export type FoldedRows = { type: 'folded'; count: number };

type RowEntry<From extends Block, To extends Block> = Extract<
  RewriteEntry<From, To>,
  { type: 'row' }
>;

/** An entry with the word diff of its row. */
export type ComparedEntry<From extends Block = Block, To extends Block = Block> =
  | (RowEntry<From, To> & { compared: ComparedRow })
  | Exclude<RewriteEntry<From, To>, { type: 'row' }>;

/**
 * Returns the entries of a rewrite beside the draft in reading order: the rows, the places that
 * moved blocks left, and each remark after its row.
 */
export function listEntries<From extends Block, To extends Block>(
  text: AlignedRewriteText<From, To>
): RewriteEntry<From, To>[] {
  const { considered, rows } = text;
  const aligned = withoutRemarks(text);
  const remarks = groupRemarks(text);
  const changes = numberChanges(rows);
  const changeOf = new Map(rows.map((row, at) => [row.from[0], changes[at]!]));
  const entries: RewriteEntry<From, To>[] = [...(remarks.get(-1) ?? [])];
  let at = -1;
  for (const each of withDepartures(considered, rows, (row) => ({ type: 'row' as const, row }))) {
    if (each.type === 'departure') {
      const from = each.from.map((place) => considered[place]!);
      const change = changeOf.get(each.from[0]) ?? null;
      entries.push({ type: 'departure', departure: each, from, change });
      continue;
    }
    at++;
    const from = each.row.from.map((place) => considered[place]!);
    const to = each.row.to.map((place) => aligned[place]!);
    entries.push({ type: 'row', row: each.row, from, to, change: changes[at]! });
    entries.push(...(remarks.get(at) ?? []));
  }
  return entries;
}

/** Returns the entries with each sequence of unchanged rows as one; unchanged headings are kept. */
export function foldUnchanged<From extends Block, To extends Block>(
  entries: readonly RewriteEntry<From, To>[]
): (RewriteEntry<From, To> | FoldedRows)[] {
  const shown: (RewriteEntry<From, To> | FoldedRows)[] = [];
  for (const entry of entries) {
    const last = shown.at(-1);
    if (!isFoldable(entry)) shown.push(entry);
    else if (last?.type === 'folded') last.count++;
    else shown.push({ type: 'folded', count: 1 });
  }
  return shown;
}

const isFoldable = (entry: RewriteEntry) =>
  entry.type === 'row' && entry.change === null && entry.to[0]?.kind !== 'heading';

/** A page of the entries of a rewrite. */
export type RewritePage<From extends Block = Block, To extends Block = Block> = {
  entries: (ComparedEntry<From, To> | FoldedRows)[];
  page: Page;
};

/**
 * Returns the page asked for, with the word diffs of its rows only. `bytesBeside` returns the size
 * of the comments and likes beside a change, by its index.
 */
export function cutRewritePage<From extends Block, To extends Block>(
  text: AlignedRewriteText<From, To>,
  entries: readonly (RewriteEntry<From, To> | FoldedRows)[],
  { asked, bytesBeside }: { asked: PageAsked; bytesBeside: (change: number) => number }
): RewritePage<From, To> {
  const texts = { from: text.considered, to: withoutRemarks(text) };
  const pages = cutPages(
    entries.map((entry) => ({
      counts: entry.type === 'row' && entry.change !== null,
      bytes: countBytes(entry, texts, bytesBeside)
    }))
  );
  const page = pages.at(asked);
  const compareWords = rowComparer(texts);
  const own = entries.slice(page.start, page.end);
  return {
    entries: own.map((entry) =>
      entry.type === 'row' ? { ...entry, compared: compareWords(entry.row) } : entry
    ),
    page
  };
}

/** About the size of an entry without its words, in bytes of HTML. */
const lineBytes = 300;
/** About the size of the fields and buttons beside a change, in bytes of HTML. */
const changeBytes = 1500;

/** Returns about how many bytes of HTML an entry has. */
function countBytes(
  entry: RewriteEntry | FoldedRows,
  texts: { from: readonly Block[]; to: readonly Block[] },
  bytesBeside: (change: number) => number
): number {
  if (entry.type === 'remark') return lineBytes + entry.block.text.length;
  if (entry.type !== 'row') return lineBytes;
  const { row, change } = entry;
  return weightOf(row, texts) + (change === null ? 0 : changeBytes + bytesBeside(change));
}

/** Returns the blocks that were aligned with the draft. */
const withoutRemarks = <From extends Block, To extends Block>({
  blocks
}: AlignedRewriteText<From, To>) => blocks.filter(({ isRemark }) => !isRemark);

/** Returns the remarks by the index of the row that they follow; -1 before the first. */
function groupRemarks<From extends Block, To extends Block>({
  blocks,
  rows
}: AlignedRewriteText<From, To>): Map<number, RewriteEntry<From, To>[]> {
  const positions = blocks.flatMap(({ isRemark, position }) => (isRemark ? [] : [position]));
  const own = blocks.filter(({ isRemark }) => isRemark);
  const places = placeRemarks(
    rows,
    positions,
    own.map(({ position }) => position)
  );
  const byRow = new Map<number, RewriteEntry<From, To>[]>();
  places.forEach(({ row, change }, index) => {
    const entry = { type: 'remark' as const, block: own[index]!, change };
    const others = byRow.get(row);
    if (others) others.push(entry);
    else byRow.set(row, [entry]);
  });
  return byRow;
}
