/** What one page of a long list holds at most. A single entry that is heavier has a page of its own. */
export type PageLimits = { changes: number; entries: number; bytes: number };

/** As much as is read in one go, and is quick to fetch on a phone. */
export const usualPage: PageLimits = { changes: 100, entries: 400, bytes: 400_000 };

/** An entry, as far as pages are cut by it. */
export type Weighed = {
  /** Whether it is one of what is counted. */
  counts: boolean;
  /** About what it takes on a page. */
  bytes: number;
};

/** A page by its number, or the one that holds the change, both from 1. */
export type PageAsked = { page?: number | null; change?: number | null };

/** A page of a list: which of its entries stand on it, and what is told of the others. */
export type Page = {
  /** From 1. */
  number: number;
  /** How many pages there are; one where there is nothing to show. */
  pages: number;
  /** Its entries, by their places. */
  start: number;
  end: number;
  /** Its first and last change, from 1. Where it has none, `first` is the next and `last` the one before. */
  first: number;
  last: number;
  /** How many changes there are in all, and on the next page. */
  total: number;
  next: number;
};

/** The pages of a list. */
export type Pages = {
  /** The page that is asked for; the nearest where there is none such, the first where none is asked for. */
  at: (asked: PageAsked) => Page;
  /** The number of the page on which the entry at the place stands. */
  numberOf: (place: number) => number;
};

/**
 * Cuts a list into pages, each entry on one of them and in order: a page ends where the next entry
 * would be one too many, or too heavy.
 */
export function cutPages(entries: readonly Weighed[], limits: PageLimits = usualPage): Pages {
  /** Where each page begins, and how many changes stand before it; the list's end stands last. */
  const cuts: { start: number; before: number }[] = [{ start: 0, before: 0 }];
  let [changes, bytes, before] = [0, 0, 0];
  entries.forEach((entry, place) => {
    const own = entry.counts ? 1 : 0;
    const size = place - cuts.at(-1)!.start;
    const isFull =
      changes + own > limits.changes ||
      size + 1 > limits.entries ||
      bytes + entry.bytes > limits.bytes;
    if (isFull && size > 0) {
      cuts.push({ start: place, before });
      changes = bytes = 0;
    }
    changes += own;
    bytes += entry.bytes;
    before += own;
  });
  const pages = cuts.length;
  cuts.push({ start: entries.length, before });
  const lastWhere = (test: (cut: (typeof cuts)[number]) => boolean) =>
    Math.max(1, cuts.slice(0, pages).findLastIndex(test) + 1);
  const numberHolding = (change: number) => lastWhere((cut) => cut.before < Math.max(1, change));
  return {
    at({ page, change }) {
      const wished = change == null ? (page ?? 1) : numberHolding(change);
      const number = Math.min(pages, Math.max(1, wished));
      const [own, following, afterwards] = cuts.slice(number - 1, number + 2);
      return {
        ...{ number, pages, start: own!.start, end: following!.start },
        ...{ first: own!.before + 1, last: following!.before, total: before },
        next: afterwards ? afterwards.before - following!.before : 0
      };
    },
    numberOf: (place) => lastWhere((cut) => cut.start <= place)
  };
}

/** As many as can be chosen among in a list that folds out. */
export const mostChoices = 50;

/** Of a list in its order, those that stand nearest around the place. */
export function nearest<Item>(items: readonly Item[], place: number, most = mostChoices): Item[] {
  const start = Math.max(0, Math.min(place - Math.ceil(most / 2), items.length - most));
  return items.slice(start, start + most);
}
