import { and, asc, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import type { MemberRole } from '#lib/domain/hearing/words.ts';
import { asName } from '#lib/domain/name.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asAdministrator, type Context, inTransaction } from '../../access/context.ts';
import { asEmail, hasEmail } from '../../access/email.ts';
import { isOpenAccount } from '../../access/viewer.ts';
import { member, memberRole } from '../../database/tables/index.ts';
import { refuseUnknownRegions } from '../../access/regions.ts';
import { setClosed, setRights } from './rights.ts';

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
