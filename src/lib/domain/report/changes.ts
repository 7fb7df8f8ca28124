import type { Row } from '../document/align/row.ts';
import { textWithNumber } from '../document/marks.ts';
import { weightOfTexts } from '../document/comparison/weight.ts';
import { cutPages, type Page, type PageAsked } from '../paging.ts';
import type { HeardText } from './facts.ts';
import type { ReportChanges, ReportRow } from './report.ts';

/**
 * Returns the rows of an alignment of two versions that are not unchanged, with the texts of their
 * blocks.
 */
export function listChanges(from: HeardText, to: HeardText, rows: readonly Row[]): ReportChanges {
  return {
    from: from.number,
    to: to.number,
    rows: rows
      .filter(({ relation }) => relation !== 'unchanged')
      .map((row) => ({
        relation: row.relation,
        moved: row.moved,
        edited: row.edited,
        from: row.from.map((at) => blockOf(from, at)),
        to: row.to.map((at) => blockOf(to, at)),
        ...partsOf(from, to, row)
      }))
  };
}

/** Returns the numbers of the paragraphs that a row has parts of, or is a part of. */
function partsOf(from: HeardText, to: HeardText, row: Row): Pick<ReportRow, 'partOf' | 'parts'> {
  const numbers = ({ blocks }: HeardText, places: readonly number[]) =>
    places.flatMap((at) => blocks[at]!.number ?? []);
  if (row.parts)
    return { parts: { from: numbers(from, row.parts.from), to: numbers(to, row.parts.to) } };
  if (row.partOf === undefined) return {};
  const [partOf] = numbers(row.to.length > 0 ? from : to, [row.partOf]);
  return partOf === undefined ? {} : { partOf };
}

function blockOf({ blocks }: HeardText, at: number) {
  const block = blocks[at]!;
  return { number: block.number, text: textWithNumber(block) };
}

/** A page of the changes between two versions. */
export type ChangesPage = ReportChanges & { page: Page };

/** Returns the page of the changes that is asked for. */
export function cutChangesPage({ rows, ...between }: ReportChanges, asked: PageAsked): ChangesPage {
  const textOf = (blocks: readonly { text: string }[]) => blocks.map(({ text }) => text).join(' ');
  const weighed = rows.map((row) => ({
    counts: true,
    bytes: weightOfTexts(textOf(row.from), textOf(row.to))
  }));
  const page = cutPages(weighed).at(asked);
  return { ...between, rows: rows.slice(page.start, page.end), page };
}
