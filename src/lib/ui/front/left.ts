import { daysUntil } from '#lib/domain/hearing/stages.ts';
import type { DocumentState } from '#lib/domain/hearing/enums.ts';

/** What a list says of the time that is left of a hearing. */
export type Left = { kind: 'opens'; at: Date } | { kind: 'days'; days: number } | { kind: 'over' };

/** How long is left to say something; null where the document is not in hearing. */
export function leftOf(
  hearing: { state: DocumentState; opensAt: Date | null; closesAt: Date | null },
  now: Date
): Left | null {
  const { state, opensAt, closesAt } = hearing;
  if (state !== 'hearing' || !opensAt || !closesAt) return null;
  if (now < opensAt) return { kind: 'opens', at: opensAt };
  if (now >= closesAt) return { kind: 'over' };
  return { kind: 'days', days: daysUntil(closesAt, now) };
}
