import type { Context } from '#lib/server/access/context.ts';
import { member, memberRole, rapporteur, region } from '#lib/server/database/tables/index.ts';
import type { DemoMember, DemoPeople } from '../reader/people.ts';
import { calendarFrom } from './calendar.ts';

/** The ids of the regions by slug, and of the members by name. */
export type CreatedPeople = { regionIds: Map<string, string>; memberIds: Map<string, string> };

/** Everybody became a member before the first document was begun. */
const joined = { day: -240, time: '09:00' };

/** Creates the regions and the members with their roles; every member gets the password. */
export async function createPeople(
  { database, now }: Context,
  people: DemoPeople,
  passwordHash: string
): Promise<CreatedPeople> {
  const at = calendarFrom(now).dateOf(joined);
  const regions = await database
    .insert(region)
    .values(people.regions.map(({ slug, name }) => ({ slug, name })))
    .returning();
  const regionIds = new Map(regions.map(({ slug, id }) => [slug, id]));
  const members = await database
    .insert(member)
    .values(people.members.map((each) => memberRow(each, regionIds, passwordHash, at)))
    .returning();
  const memberIds = new Map(members.map(({ name, id }) => [name, id]));
  await database
    .insert(memberRole)
    .values(roleRows(people, memberIds).map((row) => ({ ...row, grantedAt: at })));
  await database
    .insert(rapporteur)
    .values(rapporteurRows(people, regionIds, memberIds).map((row) => ({ ...row, grantedAt: at })));
  return { regionIds, memberIds };
}

const memberRow = (
  { name, email, region: slug }: DemoMember,
  regionIds: Map<string, string>,
  passwordHash: string,
  createdAt: Date
) => ({ name, email, passwordHash, regionId: regionIds.get(slug)!, createdAt });

const roleRows = ({ members }: DemoPeople, memberIds: Map<string, string>) =>
  members.flatMap(({ name, roles = [] }) =>
    roles.map((role) => ({ memberId: memberIds.get(name)!, role }))
  );

const rapporteurRows = (
  { regions }: DemoPeople,
  regionIds: Map<string, string>,
  memberIds: Map<string, string>
) =>
  regions.flatMap(({ slug, rapporteurs }) =>
    rapporteurs.map((name) => ({
      regionId: regionIds.get(slug)!,
      memberId: memberIds.get(name)!
    }))
  );
