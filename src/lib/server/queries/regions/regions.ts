import { inArray } from 'drizzle-orm';
import { isInWorkingGroup, isRapporteurOf } from '#lib/domain/hearing/permissions.ts';
import { compareNames } from '#lib/domain/name.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import { region } from '../../database/tables/index.ts';

export type RegionChoice = {
  id: string;
  name: string;
  /** The viewer is none of its rapporteurs, and what they enter is marked so. */
  onBehalf: boolean;
};

/**
 * The regions that the viewer may speak for in a hearing of the document, by name: a rapporteur's
 * own first, and for the working group all the others, on their behalf. Refuses with notAllowed
 * where there is none.
 */
export async function listRegionsToSpeakFor(
  { database, viewer }: Context,
  document: { id: string }
): Promise<RegionChoice[]> {
  if (!viewer) throw new Refusal('notLoggedIn');
  const all = isInWorkingGroup(viewer, document);
  if (!all && viewer.rapporteurOf.length === 0) throw new Refusal('notAllowed');
  const regions = await database
    .select({ id: region.id, name: region.name })
    .from(region)
    .where(all ? undefined : inArray(region.id, [...viewer.rapporteurOf]));
  return regions
    .map((each) => ({ ...each, onBehalf: !isRapporteurOf(viewer, each.id) }))
    .sort((a, b) => Number(a.onBehalf) - Number(b.onBehalf) || compareNames(a.name, b.name));
}
