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

/** A rewrite as it is laid beside the draft. */
export type RewriteText<Old extends Block, New extends Block> = {
  considered: readonly Old[];
  blocks: readonly (New & { position: number; isRemark: boolean })[];
  rows: readonly Row[];
};

/** What is read one after the other when a rewrite stands beside the draft, its words not compared. */
export type LaidEntry<Old extends Block = Block, New extends Block = Block> =
  | {
      type: 'row';
      row: Row;
      from: Old[];
      to: (New & { position: number })[];
      /** Its place among the changes; null where nothing is changed. */
      change: number | null;
    }
  | {
      type: 'departure';
      departure: Departure;
      from: Old[];
      /** The change that it is part of where it stands now. */
      change: number | null;
    }
  | {
      type: 'remark';
      block: New & { position: number };
      /** The change that it is offered to as a reason. */
      change: number | null;
    };

/** Unchanged paragraphs in a row, when only the changes are read. */
export type Folded = { type: 'folded'; count: number };

type LaidRow<Old extends Block, New extends Block> = Extract<LaidEntry<Old, New>, { type: 'row' }>;

/** An entry with its words compared. */
export type AlignedEntry<Old extends Block = Block, New extends Block = Block> =
  (LaidRow<Old, New> & { compared: ComparedRow }) | Exclude<LaidEntry<Old, New>, { type: 'row' }>;

/** The rewrite beside the draft: its rows in its own order, what moved away, and its remarks. */
export function layBeside<Old extends Block, New extends Block>(
  text: RewriteText<Old, New>
): LaidEntry<Old, New>[] {
  const { considered, rows } = text;
  const aligned = alignedIn(text);
  const remarks = remarksByRow(text);
  const changes = numberChanges(rows);
  const changeOf = new Map(rows.map((row, at) => [row.from[0], changes[at]!]));
  const entries: LaidEntry<Old, New>[] = [...(remarks.get(-1) ?? [])];
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

/** The entries with runs of unchanged ones folded; headings stay, so that one knows where one is. */
export function foldUnchanged<Old extends Block, New extends Block>(
  entries: readonly LaidEntry<Old, New>[]
): (LaidEntry<Old, New> | Folded)[] {
  const shown: (LaidEntry<Old, New> | Folded)[] = [];
  for (const entry of entries) {
    const last = shown.at(-1);
    if (!isFoldable(entry)) shown.push(entry);
    else if (last?.type === 'folded') last.count++;
    else shown.push({ type: 'folded', count: 1 });
  }
  return shown;
}

const isFoldable = (entry: LaidEntry) =>
  entry.type === 'row' && entry.change === null && entry.to[0]?.kind !== 'heading';

/** A page of a rewrite laid beside the draft. */
export type LaidPage<Old extends Block = Block, New extends Block = Block> = {
  entries: (AlignedEntry<Old, New> | Folded)[];
  page: Page;
};

/**
 * The page of the entries that is asked for. Only its own words are compared. `saidOf` tells how
 * much is said beside a change, in bytes.
 */
export function pageOfRewrite<Old extends Block, New extends Block>(
  text: RewriteText<Old, New>,
  entries: readonly (LaidEntry<Old, New> | Folded)[],
  { asked, saidOf }: { asked: PageAsked; saidOf: (change: number) => number }
): LaidPage<Old, New> {
  const texts = { from: text.considered, to: alignedIn(text) };
  const pages = cutPages(
    entries.map((entry) => ({
      counts: entry.type === 'row' && entry.change !== null,
      bytes: weigh(entry, texts, saidOf)
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

/** About what a line weighs on a page, and what stands beside a change with nothing said of it. */
const line = 300;
const beside = 1500;

function weigh(
  entry: LaidEntry | Folded,
  texts: { from: readonly Block[]; to: readonly Block[] },
  saidOf: (change: number) => number
): number {
  if (entry.type === 'remark') return line + entry.block.text.length;
  if (entry.type !== 'row') return line;
  const { row, change } = entry;
  return weightOf(row, texts) + (change === null ? 0 : beside + saidOf(change));
}

const alignedIn = <Old extends Block, New extends Block>({ blocks }: RewriteText<Old, New>) =>
  blocks.filter(({ isRemark }) => !isRemark);

function remarksByRow<Old extends Block, New extends Block>({
  blocks,
  rows
}: RewriteText<Old, New>): Map<number, LaidEntry<Old, New>[]> {
  const positions = blocks.flatMap(({ isRemark, position }) => (isRemark ? [] : [position]));
  const own = blocks.filter(({ isRemark }) => isRemark);
  const places = placeRemarks(
    rows,
    positions,
    own.map(({ position }) => position)
  );
  const byRow = new Map<number, LaidEntry<Old, New>[]>();
  places.forEach(({ row, change }, index) => {
    const entry = { type: 'remark' as const, block: own[index]!, change };
    const others = byRow.get(row);
    if (others) others.push(entry);
    else byRow.set(row, [entry]);
  });
  return byRow;
}
