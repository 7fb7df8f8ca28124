import { and, asc, desc, eq, ilike, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { asName } from '#lib/domain/name.ts';
import { mayAdminister } from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { MemberRole } from '#lib/domain/hearing/words.ts';
import { byName } from '#lib/domain/order.ts';
import { asMember, inTransaction, type Context, type MemberContext } from '../../access/context.ts';
import { slugOf } from '../../commands/documents/drafts.ts';
import { invitation, member, memberRole, region } from '../../database/tables/index.ts';
import { refuseUnknownRegions } from '../regions/regions.ts';
import { asEmail, hasEmail } from '../../access/email.ts';
import { currentRegions, currentRoles, isClosed, isOpenAccount } from '../../access/viewer.ts';
import { setClosed, setRights } from '../../commands/members/rights.ts';

/** The context of an administrator; refuses everybody else. */
export function asAdministrator(context: Context): MemberContext {
  const own = asMember(context);
  if (!mayAdminister(own.viewer)) throw new Refusal('notAllowed');
  return own;
}

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

export type MemberChange = {
  name: string;
  email: string;
  regionId: string | null;
  roles: MemberRole[];
  /** The ids of the regions that the member may speak for. */
  rapporteurOf: string[];
  isClosed: boolean;
  revision: number;
};

/**
 * Saves a member's facts and rights. Refuses with stale, emailTaken, emailInvalid, nameInvisible,
 * regionUnknown or lastAdministrator.
 */
export async function changeMember(
  context: Context,
  memberId: string,
  { roles, rapporteurOf, isClosed, revision, regionId, ...given }: MemberChange
) {
  return inTransaction(asAdministrator(context), async (inside) => {
    const { database } = inside;
    const before = await lockMember(inside, memberId);
    if (before.revision !== revision) throw new Refusal('stale');
    const [name, email] = [asName(given.name), asEmail(given.email)];
    await refuseTakenEmail(inside, memberId, email);
    await refuseUnknownRegions(inside, [regionId, ...rapporteurOf]);
    await database
      .update(member)
      .set({ name, email, regionId, revision: revision + 1 })
      .where(eq(member.id, memberId));
    await setRights(inside, memberId, { roles, rapporteurOf });
    await setClosed(inside, memberId, isClosed);
    await refuseNoAdministrator(inside);
  });
}

/**
 * The member, held for this transaction with everyone who administers, in one order: two who change
 * each other are one after the other, and the second sees whether an administrator is left. Rows
 * that only name a held member, such as who gave a right, may be written meanwhile.
 */
async function lockMember({ database }: Context, memberId: string) {
  const administers = database
    .select({ id: memberRole.memberId })
    .from(memberRole)
    .where(and(eq(memberRole.role, 'administrator'), isNull(memberRole.revokedAt)));
  const held = await database
    .select()
    .from(member)
    .where(or(eq(member.id, memberId), inArray(member.id, administers)))
    .orderBy(asc(member.id))
    .for('no key update');
  const found = held.find(({ id }) => id === memberId);
  if (!found) throw new Refusal('notFound');
  return found;
}

async function refuseTakenEmail({ database }: Context, memberId: string, email: string) {
  const taken = await database.$count(member, and(hasEmail(email), ne(member.id, memberId)));
  if (taken > 0) throw new Refusal('emailTaken');
}

async function refuseNoAdministrator({ database }: Context) {
  const [left] = await database
    .select({ id: member.id })
    .from(member)
    .innerJoin(memberRole, eq(memberRole.memberId, member.id))
    .where(and(eq(memberRole.role, 'administrator'), isNull(memberRole.revokedAt), isOpenAccount))
    .limit(1);
  if (!left) throw new Refusal('lastAdministrator');
}

/** Adds a region by its name; refuses one that is there. */
export async function addRegion(context: Context, name: string) {
  const { database } = asAdministrator(context);
  const clean = asName(name);
  const added = await database
    .insert(region)
    .values({ name: clean, slug: slugOf(clean) })
    .onConflictDoNothing()
    .returning({ id: region.id });
  if (added.length === 0) throw new Refusal('regionTaken');
}

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
  return regions.sort((one, other) => byName(one.name, other.name));
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
