/** The most that a page of a list has. A single entry with more bytes gets a page of its own. */
export type PageLimits = { changes: number; entries: number; bytes: number };

/** As much as a person reads in one go, and as a phone fetches quickly. */
export const usualPage: PageLimits = { changes: 100, entries: 400, bytes: 400_000 };

/** An entry of a list, with what the limits of a page count. */
export type Weighed = {
  /** Whether it is a change. */
  counts: boolean;
  /** About how many bytes it takes on a page. */
  bytes: number;
};

/** A page by its number, or by the number of a change that is on it, both from 1. */
export type PageAsked = { page?: number | null; change?: number | null };

/** A page of a list: which entries are on it, and what is told of the others. */
export type Page = {
  /** From 1. */
  number: number;
  /** How many pages there are; one if the list is empty. */
  pages: number;
  /** The places of its first entry and of the one after its last. */
  start: number;
  end: number;
  /** Its first and last change, from 1; if it has none, the next change and the one before. */
  first: number;
  last: number;
  /** How many changes there are in all, and on the next page. */
  total: number;
  next: number;
};

/** The pages of a list. */
export type Pages = {
  /** Returns the requested page, or the nearest one if there is none such; the first by default. */
  at: (asked: PageAsked) => Page;
  /** Returns the number of the page that has the entry at a place. */
  numberOf: (place: number) => number;
};

/**
 * Returns a list cut into pages, each entry on one of them and in order: a page ends before the entry
 * that would exceed a limit.
 */
export function cutPages(entries: readonly Weighed[], limits: PageLimits = usualPage): Pages {
  /** Where each page begins and how many changes are before it; last, the end of the list. */
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

/** The most choices in a list that folds out. */
export const mostChoices = 50;

/** Returns the `most` items of a list that are nearest around a place, in order. */
export function nearest<Item>(items: readonly Item[], place: number, most = mostChoices): Item[] {
  const start = Math.max(0, Math.min(place - Math.ceil(most / 2), items.length - most));
  return items.slice(start, start + most);
}
