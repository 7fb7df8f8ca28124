import type { Block } from '../document/block.ts';
import { compare, type ComparedRow, type Departure } from '../document/comparison/comparison.ts';
import type { Row } from '../document/align/row.ts';
import { placeRemarks } from './remarks.ts';
import { numberChanges } from './rewrite.ts';

/** A rewrite as it is laid beside the draft. */
export type RewriteText<Old extends Block, New extends Block> = {
  considered: readonly Old[];
  blocks: readonly (New & { position: number; isRemark: boolean })[];
  rows: readonly Row[];
};

/** What is read one after the other when a rewrite stands beside the draft. */
export type AlignedEntry<Old extends Block = Block, New extends Block = Block> =
  | {
      type: 'row';
      compared: ComparedRow;
      old: Old[];
      new: (New & { position: number })[];
      /** Its place among the changes; null where nothing is changed. */
      change: number | null;
    }
  | { type: 'departure'; departure: Departure; old: Old[] }
  | {
      type: 'remark';
      block: New & { position: number };
      /** The change that it is offered to as a reason. */
      change: number | null;
    };

/** The rewrite beside the draft: its rows in its own order, what moved away, and its remarks. */
export function layBeside<Old extends Block, New extends Block>(
  text: RewriteText<Old, New>
): AlignedEntry<Old, New>[] {
  const { considered, rows } = text;
  const aligned = text.blocks.filter(({ isRemark }) => !isRemark);
  const remarks = remarksByRow(text);
  const changes = numberChanges(rows);
  const entries: AlignedEntry<Old, New>[] = [...(remarks.get(-1) ?? [])];
  let row = -1;
  for (const each of compare(considered, aligned, rows)) {
    const old = each.old.map((place) => considered[place]!);
    if (each.type === 'departure') {
      entries.push({ type: 'departure', departure: each, old });
      continue;
    }
    row++;
    const now = each.new.map((place) => aligned[place]!);
    entries.push({ type: 'row', compared: each, old, new: now, change: changes[row]! });
    entries.push(...(remarks.get(row) ?? []));
  }
  return entries;
}

function remarksByRow<Old extends Block, New extends Block>({
  blocks,
  rows
}: RewriteText<Old, New>): Map<number, AlignedEntry<Old, New>[]> {
  const positions = blocks.flatMap(({ isRemark, position }) => (isRemark ? [] : [position]));
  const own = blocks.filter(({ isRemark }) => isRemark);
  const places = placeRemarks(
    rows,
    positions,
    own.map(({ position }) => position)
  );
  const byRow = new Map<number, AlignedEntry<Old, New>[]>();
  places.forEach(({ row, change }, index) => {
    const entry = { type: 'remark' as const, block: own[index]!, change };
    byRow.set(row, [...(byRow.get(row) ?? []), entry]);
  });
  return byRow;
}
