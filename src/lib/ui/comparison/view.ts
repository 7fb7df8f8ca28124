import type {
  ComparedRow,
  Comparison,
  Departure
} from '#lib/domain/document/comparison/comparison.ts';
import { isChanged } from '#lib/domain/document/comparison/comparison.ts';

/** How a comparison is read; each has its own address. */
export const VIEWS = ['inPlace', 'sideBySide', 'changesOnly'] as const;
export type View = (typeof VIEWS)[number];

/** The view that an address asks for; changes in place where it asks for none or for another. */
export function viewFrom(asked: string | null): View {
  return VIEWS.find((view) => view === asked) ?? 'inPlace';
}

/** Paragraphs that are passed over as nothing in them changed. */
export interface Skipped {
  readonly type: 'skipped';
  readonly count: number;
}

/** Something to show. Changes are counted from 1, so that one can step from one to the next. */
export type Shown = (ComparedRow | Departure | Skipped) & { readonly change?: number };

/** What a view shows of a comparison, in order. */
export function shownIn(view: View, comparison: Comparison): Shown[] {
  const shown: Shown[] = [];
  let changes = 0;
  let skipped = 0;
  const tellSkipped = () => {
    if (skipped > 0) shown.push({ type: 'skipped', count: skipped });
    skipped = 0;
  };
  for (const entry of comparison) {
    const stayed = entry.type === 'row' && !isChanged(entry);
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

/** The ids on the page: of a change, and of a paragraph where it stands and where it stood. */
export function changeId(change: number): string {
  return `aendring-${change}`;
}

export function newId(place: number): string {
  return `efter-${place + 1}`;
}

export function oldId(place: number): string {
  return `foer-${place + 1}`;
}

/** The number that a reader knows each block by; null for a block without one. */
export interface Numbers {
  readonly old: readonly (number | null)[];
  readonly new: readonly (number | null)[];
}

/** "4", or "4, 5" for several; the place where a block has no number of its own. */
export function numbersOf(places: readonly number[], numbers: readonly (number | null)[]): string {
  return places.map((place) => numbers[place] ?? place + 1).join(', ');
}
