/** The most that a page of a list may have. An entry with more bytes gets a page of its own. */
export type PageLimits = { changes: number; entries: number; bytes: number };

/** As much as a person reads in one go, and as a phone fetches in a few seconds. */
export const defaultLimits: PageLimits = { changes: 100, entries: 400, bytes: 400_000 };

/** What the limits of a page count of an entry. */
export type PageEntry = {
  /** Whether it is a change. */
  counts: boolean;
  /** About how many bytes it takes on a page. */
  bytes: number;
};

/** The page to show, by its number or by the number of a change on it, both from 1. */
export type PageAsked = { page?: number | null; change?: number | null };

/** A page of a list, with how many entries the others have. */
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
 * Returns the pages of a list, with each entry on one of them and in order. A page ends before the
 * entry that would exceed a limit.
 */
export function cutPages(entries: readonly PageEntry[], limits: PageLimits = defaultLimits): Pages {
  const cuts = findCuts(entries, limits);
  const pages = cuts.length - 1;
  const lastWhere = (test: (cut: Cut) => boolean) =>
    Math.max(1, cuts.slice(0, pages).findLastIndex(test) + 1);
  const numberHolding = (change: number) => lastWhere((cut) => cut.before < Math.max(1, change));
  return {
    at({ page, change }) {
      const wished = change == null ? (page ?? 1) : numberHolding(change);
      const number = Math.min(pages, Math.max(1, wished));
      const [own, following, afterwards] = cuts.slice(number - 1, number + 2);
      return {
        ...{ number, pages, start: own!.start, end: following!.start },
        ...{ first: own!.before + 1, last: following!.before, total: cuts.at(-1)!.before },
        next: afterwards ? afterwards.before - following!.before : 0
      };
    },
    numberOf: (place) => lastWhere((cut) => cut.start <= place)
  };
}

/** The place of a page's first entry, and how many changes are on the pages before. */
type Cut = { start: number; before: number };

/** Returns the cut of each page, and last the end of the list. */
function findCuts(entries: readonly PageEntry[], limits: PageLimits): Cut[] {
  const cuts: Cut[] = [{ start: 0, before: 0 }];
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
  return [...cuts, { start: entries.length, before }];
}

/** The most options in a list to choose from: as many as a person reads through. */
export const maxChoices = 50;

/** Returns the `most` items nearest around a place, in order. */
export function nearest<Item>(items: readonly Item[], place: number, most = maxChoices): Item[] {
  const start = Math.max(0, Math.min(place - Math.ceil(most / 2), items.length - most));
  return items.slice(start, start + most);
}
