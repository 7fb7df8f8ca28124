import { inArray } from 'drizzle-orm';
import { isInWorkingGroup, isRapporteurOf } from '#lib/domain/hearing/permissions.ts';
import { compareNames } from '#lib/domain/name.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { toDanishTime } from '#lib/domain/time.ts';
import type { Context } from '../../access/context.ts';
import { readDocument } from '../../access/documents.ts';
import { region } from '../../database/tables/index.ts';
import { takesMeetings } from './meetings.ts';

export type RegionChoice = {
  id: string;
  name: string;
  /** Whether the viewer is not its rapporteur; what they enter is marked as on its behalf. */
  onBehalf: boolean;
};

/**
 * Returns the page on which a meeting is entered; null for the public, who are to log in. Throws as
 * readDocument and listRegionsToSpeakFor do.
 */
export async function readNewMeetingPage(context: Context, slug: string) {
  const document = await readDocument(context, slug);
  if (!context.viewer) return null;
  return {
    regions: await listRegionsToSpeakFor(context, document),
    isOpen: takesMeetings(context, document),
    today: toDanishTime(context.now).date
  };
}

/**
 * Returns the regions that the viewer may speak for in a hearing of the document, by name: a
 * rapporteur's own first and, for the working group, all others on their behalf. Throws
 * Refusal('notLoggedIn'), and Refusal('notAllowed') if there are none.
 */
async function listRegionsToSpeakFor(
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
