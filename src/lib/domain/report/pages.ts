import { weightOfTexts } from '../document/comparison/weight.ts';
import { cutPages, type Page, type PageAsked } from '../paging.ts';
import type { ReportChanges } from './report.ts';

/** A page of the rows in which a text differs. */
export type ChangesPage = ReportChanges & { page: Page };

/** The page of the changes that is asked for; its words are compared where they are shown. */
export function pageOfChanges({ rows, ...between }: ReportChanges, asked: PageAsked): ChangesPage {
  const textOf = (blocks: readonly { text: string }[]) => blocks.map(({ text }) => text).join(' ');
  const weighed = rows.map((row) => ({
    counts: true,
    bytes: weightOfTexts(textOf(row.old), textOf(row.new))
  }));
  const page = cutPages(weighed).at(asked);
  return { ...between, rows: rows.slice(page.start, page.end), page };
}
