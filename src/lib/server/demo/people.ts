import type { Context } from '../access/context.ts';
import { member, memberRole, rapporteur, region } from '../database/tables/index.ts';
import type { DemoForum, DemoMember } from './content/index.ts';
import { calendarFrom } from './happening.ts';

/** The ids of the demo's regions by slug, and of its members by name. */
export type Settled = { regions: Map<string, string>; members: Map<string, string> };

/** The forum was there before the first document of the demo was begun. */
const settledOn = { day: -240, time: '09:00' };

/** Makes the regions, and the members with their roles, all with the one password. */
export async function settle(
  { database, now }: Context,
  forum: DemoForum,
  passwordHash: string
): Promise<Settled> {
  const at = calendarFrom(now).momentOf(settledOn);
  const regions = await database
    .insert(region)
    .values(forum.regions.map(({ slug, name }) => ({ slug, name })))
    .returning();
  const regionIds = new Map(regions.map(({ slug, id }) => [slug, id]));
  const members = await database
    .insert(member)
    .values(forum.members.map((each) => rowOf(each, regionIds, passwordHash, at)))
    .returning();
  const memberIds = new Map(members.map(({ name, id }) => [name, id]));
  await database
    .insert(memberRole)
    .values(rolesOf(forum, memberIds).map((row) => ({ ...row, grantedAt: at })));
  await database
    .insert(rapporteur)
    .values(rapporteursOf(forum, regionIds, memberIds).map((row) => ({ ...row, grantedAt: at })));
  return { regions: regionIds, members: memberIds };
}

const rowOf = (
  { name, email, region: slug }: DemoMember,
  regionIds: Map<string, string>,
  passwordHash: string,
  createdAt: Date
) => ({ name, email, passwordHash, regionId: regionIds.get(slug)!, createdAt });

const rolesOf = ({ members }: DemoForum, memberIds: Map<string, string>) =>
  members.flatMap(({ name, roles = [] }) =>
    roles.map((role) => ({ memberId: memberIds.get(name)!, role }))
  );

const rapporteursOf = (
  { regions }: DemoForum,
  regionIds: Map<string, string>,
  memberIds: Map<string, string>
) =>
  regions.flatMap(({ slug, rapporteurs }) =>
    rapporteurs.map((name) => ({
      regionId: regionIds.get(slug)!,
      memberId: memberIds.get(name)!
    }))
  );
