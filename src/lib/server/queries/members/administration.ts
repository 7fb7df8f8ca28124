import { asc, desc, eq, ilike, or, sql } from 'drizzle-orm';
import { compareNames } from '#lib/domain/name.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asAdministrator, type Context } from '../../access/context.ts';
import { currentRegions, currentRoles, isClosed } from '../../access/viewer.ts';
import { invitation, member, region } from '../../database/tables/index.ts';

/** What a page of members holds; the search finds the rest. */
const membersAPage = 100;

/** Members by name, those whose name or e-mail holds the words, with their roles. */
export async function listMembers(context: Context, words = '') {
  const { database } = asAdministrator(context);
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  return database
    .select({ ...memberColumns, regionName: region.name })
    .from(member)
    .leftJoin(region, eq(region.id, member.regionId))
    .where(words ? or(ilike(member.name, pattern), ilike(member.email, pattern)) : undefined)
    .orderBy(asc(member.name))
    .limit(membersAPage);
}

/** One member as the form edits it. Refuses with notFound. */
export async function readMember(context: Context, memberId: string) {
  const { database } = asAdministrator(context);
  const [found] = await database
    .select({ ...memberColumns, regionName: region.name })
    .from(member)
    .leftJoin(region, eq(region.id, member.regionId))
    .where(eq(member.id, memberId));
  if (!found) throw new Refusal('notFound');
  return found;
}

const memberColumns = {
  id: member.id,
  name: member.name,
  email: member.email,
  regionId: member.regionId,
  isClosed,
  revision: member.revision,
  roles: currentRoles,
  rapporteurOf: currentRegions
};

/** Every region by its name, with the names of its rapporteurs. */
export async function listRegionsWithRapporteurs(context: Context) {
  const { database } = asAdministrator(context);
  const regions = await database
    .select({
      id: region.id,
      name: region.name,
      rapporteurs: sql<
        string[]
      >`array(select m.name from rapporteur r join member m on m.id = r.member_id where r.region_id = "region"."id" and r.revoked_at is null order by 1)`
    })
    .from(region);
  return regions.sort((one, other) => compareNames(one.name, other.name));
}

/** Invitations, newest first. */
export async function listInvitations(context: Context) {
  const { database } = asAdministrator(context);
  return database
    .select({
      id: invitation.id,
      name: invitation.name,
      email: invitation.email,
      invitedAt: invitation.invitedAt,
      expiresAt: invitation.expiresAt,
      acceptedAt: invitation.acceptedAt
    })
    .from(invitation)
    .orderBy(desc(invitation.invitedAt))
    .limit(membersAPage);
}
