import { asc, eq } from 'drizzle-orm';
import type { PartyKind } from '#lib/domain/hearing/enums.ts';
import { compareNames } from '#lib/domain/name.ts';
import type { Context } from '../access/context.ts';
import { invitedParty, meeting, region } from '../database/tables/index.ts';

/** Returns all regions in alphabetical order. */
export async function listRegions({ database }: Context) {
  const regions = await database.select({ id: region.id, name: region.name }).from(region);
  return regions.sort((one, other) => compareNames(one.name, other.name));
}

export type Party = { kind: PartyKind; name: string; regionId: string | null };

/** Returns the parties invited to the hearing in alphabetical order. */
export async function listParties({ database }: Context, hearingId: string): Promise<Party[]> {
  const parties = await database
    .select({ kind: invitedParty.kind, name: invitedParty.name, regionId: invitedParty.regionId })
    .from(invitedParty)
    .where(eq(invitedParty.hearingId, hearingId));
  return parties.sort((one, other) => compareNames(one.name, other.name));
}

/** Returns the meetings of the hearing with their regions, by date. */
export async function listMeetings({ database }: Context, hearingId: string) {
  return database
    .select({
      id: meeting.id,
      heldOn: meeting.heldOn,
      place: meeting.place,
      attendance: meeting.attendance,
      regionId: meeting.regionId,
      regionName: region.name
    })
    .from(meeting)
    .innerJoin(region, eq(region.id, meeting.regionId))
    .where(eq(meeting.hearingId, hearingId))
    .orderBy(asc(meeting.heldOn));
}
