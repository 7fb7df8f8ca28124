import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import * as v from 'valibot';
import { memberRoles } from '#lib/domain/hearing/enums.ts';
import { parseName, maxNameLength } from '#lib/domain/name.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asAdministrator, type Context, inTransaction } from '../../access/context.ts';
import { parseEmail, maxEmailLength, refuseTakenEmail } from '../../access/email.ts';
import { refuseUnknownRegions } from '../../access/regions.ts';
import { isOpenAccount } from '../../access/viewer.ts';
import { member, memberRole } from '../../database/tables/index.ts';
import { required, uuid, wholeNumber } from '../../formats/fields.ts';
import { setClosed, setRights } from './rights.ts';

export const memberForm = v.pipe(
  v.object({
    name: required(maxNameLength),
    email: required(maxEmailLength),
    region: v.union([v.literal(''), uuid]),
    roles: v.optional(v.array(v.picklist(memberRoles)), []),
    /** The ids of the regions that the member may speak for. */
    rapporteurOf: v.optional(v.array(uuid), []),
    closed: v.optional(v.string()),
    revision: wholeNumber()
  }),
  v.transform(({ region, closed, ...change }) => ({
    ...change,
    regionId: region || null,
    isClosed: Boolean(closed)
  }))
);

/** A member's facts and rights as they will be, and the revision that they were changed from. */
export type MemberChange = v.InferOutput<typeof memberForm>;

/**
 * Saves a member's facts and rights for an administrator. Throws Refusal('notFound'),
 * Refusal('stale') if somebody has saved another revision, Refusal('nameInvisible'),
 * Refusal('emailInvalid'), Refusal('emailTaken'), Refusal('regionUnknown') and, if no administrator
 * would be left, Refusal('lastAdministrator').
 */
export async function changeMember(context: Context, memberId: string, change: MemberChange) {
  const { roles, rapporteurOf, isClosed, revision, regionId } = change;
  return inTransaction(asAdministrator(context), async (inside) => {
    const before = await lockMember(inside, memberId);
    if (before.revision !== revision) throw new Refusal('stale');
    const [name, email] = [parseName(change.name), parseEmail(change.email)];
    await refuseTakenEmail(inside, email, memberId);
    await refuseUnknownRegions(inside, [regionId, ...rapporteurOf]);
    await inside.database
      .update(member)
      .set({ name, email, regionId, revision: revision + 1 })
      .where(eq(member.id, memberId));
    await setRights(inside, memberId, { roles, rapporteurOf });
    await setClosed(inside, memberId, isClosed);
    await refuseNoAdministrator(inside);
  });
}

/**
 * Locks the member and every administrator, ordered by id, and returns the member. Administrators
 * who change each other at once are thereby one after the other, and the last one sees who is left.
 * The lock is 'no key update', since rows that refer to a locked member, such as a role that the
 * member granted, may be written meanwhile. Throws Refusal('notFound').
 */
async function lockMember({ database }: Context, memberId: string) {
  const administrators = database
    .select({ id: memberRole.memberId })
    .from(memberRole)
    .where(isAdministrator);
  const locked = await database
    .select()
    .from(member)
    .where(or(eq(member.id, memberId), inArray(member.id, administrators)))
    .orderBy(asc(member.id))
    .for('no key update');
  const found = locked.find(({ id }) => id === memberId);
  if (!found) throw new Refusal('notFound');
  return found;
}

/** Throws Refusal('lastAdministrator') if no administrator with an open account is left. */
async function refuseNoAdministrator({ database }: Context) {
  const [left] = await database
    .select({ id: member.id })
    .from(member)
    .innerJoin(memberRole, eq(memberRole.memberId, member.id))
    .where(and(isAdministrator, isOpenAccount))
    .limit(1);
  if (!left) throw new Refusal('lastAdministrator');
}

const isAdministrator = and(eq(memberRole.role, 'administrator'), isNull(memberRole.revokedAt));
