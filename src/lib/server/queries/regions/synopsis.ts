import { rowComparer } from '#lib/domain/document/comparison/comparison.ts';
import { weightOf } from '#lib/domain/document/comparison/weight.ts';
import type { SynopsisCell } from '#lib/domain/hearing/synopsis.ts';
import { cutPages, type PageAsked } from '#lib/domain/paging.ts';
import type { RewriteReading } from './rewrites.ts';

/** A paragraph of the draft with what each rewrite wants of it. */
export type SynopsisRow = { html: string; cells: readonly SynopsisCell[] };

/** About what the tags of a line, of a cell and of a wish in it weigh on the page. */
const frames = { line: 500, cell: 200, wish: 500 };

/**
 * The page of the synopsis that is asked for: its lines, and of each rewrite the changes that stand
 * in them, by their places. Only the words of those are compared.
 */
export function pageOfSynopsis<Line extends SynopsisRow>(
  lines: readonly Line[],
  rewrites: readonly RewriteReading[],
  asked: PageAsked
) {
  const readings = rewrites.map(read);
  const weigh = ({ html, cells }: Line) =>
    cells.reduce(
      (sum, cell, column) =>
        sum +
        frames.cell +
        changesIn(cell).reduce((all, at) => all + readings[column]!.weigh(at), 0),
      frames.line + html.length
    );
  const page = cutPages(lines.map((line) => ({ counts: true, bytes: weigh(line) }))).at(asked);
  const rows = lines.slice(page.start, page.end);
  const columns = readings.map(({ show }, column) =>
    show(new Set(rows.flatMap(({ cells }) => changesIn(cells[column]!))))
  );
  return { page, rows, columns };
}

/** The changes that stand in a cell. */
const changesIn = ({ change, insertedBefore, insertedAfter }: SynopsisCell): number[] => [
  ...insertedBefore,
  ...(change === null ? [] : [change]),
  ...insertedAfter
];

/** A rewrite as a column. */
function read({
  id,
  region,
  meeting,
  sections,
  changes,
  considered,
  blocks,
  rows
}: RewriteReading) {
  const texts = { from: considered, to: blocks.filter(({ isRemark }) => !isRemark) };
  const changed = rows.filter(({ relation }) => relation !== 'unchanged');
  const compareWords = rowComparer(texts);
  return {
    weigh: (at: number) =>
      frames.wish + weightOf(changed[at]!, texts) + (changes[at]?.reason.length ?? 0),
    show: (shown: ReadonlySet<number>) => ({
      ...{ id, region, meeting, isPartial: sections !== null, count: changes.length },
      changes: Object.fromEntries(
        [...shown].map((at) => {
          const { reason, likes, number } = changes[at]!;
          const row = changed[at]!;
          const from = row.from.map((place) => {
            const { blockId, number } = considered[place]!;
            return { blockId, number };
          });
          return [at, { reason, likes, number, compared: compareWords(row), from }];
        })
      )
    })
  };
}
