import type { Row } from '../align/row.ts';
import { cutPages, type Page, type PageAsked } from '../../paging.ts';
import {
  outlineOf,
  rowComparer,
  type ComparedRow,
  type ComparedTexts,
  type Departure,
  type Outline,
  type OutlinedRow
} from './comparison.ts';
import { weightOf } from './weight.ts';

/** The views of a comparison; each has an address. */
export const VIEWS = ['inPlace', 'sideBySide', 'changesOnly'] as const;
export type View = (typeof VIEWS)[number];

/** Returns the view that an address names, or changes in place if it names none that there is. */
export function viewFrom(asked: string | null): View {
  return VIEWS.find((view) => view === asked) ?? 'inPlace';
}

/** Unchanged rows that are not shown. */
export interface Skipped {
  readonly type: 'skipped';
  readonly count: number;
}

/** An entry of a page. Changes are numbered from 1. */
export type Shown = (ComparedRow | Departure | Skipped) & { readonly change?: number };

/** An entry before its words are compared. */
export type Outlined = (OutlinedRow | Departure | Skipped) & { readonly change?: number };

/** Returns the entries of a view, in order. */
function shownIn(view: View, outline: Outline): Outlined[] {
  const shown: Outlined[] = [];
  let changes = 0;
  let skipped = 0;
  const tellSkipped = () => {
    if (skipped > 0) shown.push({ type: 'skipped', count: skipped });
    skipped = 0;
  };
  for (const entry of outline) {
    const stayed = entry.type === 'row' && !entry.isChange;
    if (stayed && view === 'changesOnly') skipped += 1;
    else {
      tellSkipped();
      const counts = entry.type === 'row' && !stayed;
      shown.push(counts ? { ...entry, change: (changes += 1) } : entry);
    }
  }
  tellSkipped();
  return shown;
}

/** One page of a comparison, its words compared. */
export type ComparisonPage = {
  entries: Shown[];
  page: Page;
  /** For blocks that this page links to and that are on another: their pages, by place. */
  elsewhere: { from: Record<number, number>; to: Record<number, number> };
};

/** Returns the page of a comparison that `asked` names. Only its own words are compared. */
export function pageOfComparison(
  texts: ComparedTexts,
  rows: readonly Row[],
  { view, asked }: { view: View; asked: PageAsked }
): ComparisonPage {
  const shown = shownIn(view, outlineOf(texts, rows));
  const pages = cutPages(
    shown.map((entry) => ({
      counts: entry.change !== undefined,
      bytes: entry.type === 'row' ? weightOf(entry.row, texts) : lineWeight
    }))
  );
  const page = pages.at(asked);
  const own = shown.slice(page.start, page.end);
  const compareWords = rowComparer(texts);
  return {
    entries: own.map(({ change, ...entry }) => ({
      ...(entry.type === 'row' ? compareWords(entry.row) : entry),
      ...(change !== undefined && { change })
    })),
    page,
    elsewhere: elsewhere(shown, page, pages.numberOf)
  };
}

/** About the bytes of an entry of one line on a page. */
const lineWeight = 300;

/** Returns the pages of the other ends of the moves on this page, if they are on another. */
function elsewhere(
  shown: readonly Outlined[],
  { start, end, number }: Page,
  numberOf: (place: number) => number
): ComparisonPage['elsewhere'] {
  const arrived = new Map<number, number>();
  const left = new Map<number, number>();
  shown.forEach((entry, at) => {
    if (entry.type === 'departure') left.set(entry.from[0]!, at);
    else if (entry.type === 'row' && entry.row.moved) arrived.set(entry.row.to[0]!, at);
  });
  const found: ComparisonPage['elsewhere'] = { from: {}, to: {} };
  const note = (side: 'from' | 'to', place: number, at: number | undefined) => {
    const other = at === undefined ? number : numberOf(at);
    if (other !== number) found[side][place] = other;
  };
  for (const entry of shown.slice(start, end)) {
    if (entry.type === 'departure') note('to', entry.to[0]!, arrived.get(entry.to[0]!));
    else if (entry.type === 'row' && entry.row.moved)
      note('from', entry.row.from[0]!, left.get(entry.row.from[0]!));
  }
  return found;
}
