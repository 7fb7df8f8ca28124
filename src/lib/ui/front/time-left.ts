import { daysUntil } from '#lib/domain/hearing/stages.ts';
import type { DocumentState } from '#lib/domain/hearing/enums.ts';

/** When a hearing opens, how many days it has left, or that it is over. */
export type TimeLeft =
  { kind: 'opens'; at: Date } | { kind: 'days'; days: number } | { kind: 'over' };

/** Returns how much of the document's hearing is left at `now`; null if it is not in hearing. */
export function timeLeftOf(
  hearing: { state: DocumentState; opensAt: Date | null; closesAt: Date | null },
  now: Date
): TimeLeft | null {
  const { state, opensAt, closesAt } = hearing;
  if (state !== 'hearing' || !opensAt || !closesAt) return null;
  if (now < opensAt) return { kind: 'opens', at: opensAt };
  if (now >= closesAt) return { kind: 'over' };
  return { kind: 'days', days: daysUntil(closesAt, now) };
}
