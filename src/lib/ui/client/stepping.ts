export type Step = 1 | -1;

/** The changes on a page, and whether there are pages with others before and after it. */
type Range = { first: number; last: number; hasBefore: boolean; hasAfter: boolean };

/**
 * Returns the change after a step from `current`, which may be between two changes; `before` or
 * `after` if it is on that page; null if there are no changes.
 */
export function changeAfter(
  current: number,
  step: Step,
  { first, last, hasBefore, hasAfter }: Range
): number | 'before' | 'after' | null {
  const next = step === 1 ? Math.floor(current) + 1 : Math.ceil(current) - 1;
  if (next < first && hasBefore) return 'before';
  if (next > last && hasAfter) return 'after';
  return last >= first ? Math.min(last, Math.max(first, next)) : null;
}
