import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { MemberRole } from '#lib/domain/hearing/enums.ts';
import type { Context } from '../../access/context.ts';
import {
  accountClosure,
  memberRole,
  rapporteur,
  region,
  session
} from '../../database/tables/index.ts';
import { logSecurityEvent } from '../../access/security-log.ts';

/**
 * A right is a row that is never deleted: it says who granted it and when, and who revoked it and
 * when. Every change is written in the security log, too.
 */

/** The rights that a member has. */
export type Rights = {
  roles: readonly MemberRole[];
  /** The ids of the regions that the member may speak for. */
  rapporteurOf: readonly string[];
};

/** Makes `rights` all that the member has: grants what is missing and revokes the rest. */
export async function setRights(inside: Context, memberId: string, rights: Rights) {
  const { database } = inside;
  const roles = await database
    .select({ role: memberRole.role })
    .from(memberRole)
    .where(and(eq(memberRole.memberId, memberId), isNull(memberRole.revokedAt)));
  const regions = await database
    .select({ id: rapporteur.regionId })
    .from(rapporteur)
    .where(and(eq(rapporteur.memberId, memberId), isNull(rapporteur.revokedAt)));
  const current = { roles: roles.map(({ role }) => role), regions: regions.map(({ id }) => id) };
  await revokeRoles(inside, memberId, without(current.roles, rights.roles));
  await revokeRapporteur(inside, memberId, without(current.regions, rights.rapporteurOf));
  await grantRights(inside, memberId, {
    roles: without(rights.roles, current.roles),
    rapporteurOf: without(rights.rapporteurOf, current.regions)
  });
}

const without = <Word>(words: readonly Word[], others: readonly Word[]): Word[] =>
  words.filter((word) => !others.includes(word));

/** Grants the member rights that they have not, in the name of `grantedBy`. */
export async function grantRights(
  inside: Context,
  memberId: string,
  { roles, rapporteurOf }: Rights,
  grantedBy = inside.viewer?.id ?? null
) {
  const { database, now: grantedAt } = inside;
  const granted = { memberId, grantedBy, grantedAt };
  if (roles.length > 0) {
    const given = await database
      .insert(memberRole)
      .values(roles.map((role) => ({ ...granted, role })))
      .onConflictDoNothing()
      .returning({ role: memberRole.role });
    await logSecurityEvent(
      inside,
      'roleGranted',
      ...given.map(({ role }) => ({ memberId, detail: role }))
    );
  }
  if (rapporteurOf.length > 0) {
    const given = await database
      .insert(rapporteur)
      .values(rapporteurOf.map((regionId) => ({ ...granted, regionId })))
      .onConflictDoNothing()
      .returning({ id: rapporteur.regionId });
    const ids = given.map(({ id }) => id);
    await logSecurityEvent(
      inside,
      'rapporteurGranted',
      ...(await ofRegions(inside, memberId, ids))
    );
  }
}

/** Revokes roles of the member. */
export async function revokeRoles(inside: Context, memberId: string, roles: readonly MemberRole[]) {
  if (roles.length === 0) return;
  const taken = await inside.database
    .update(memberRole)
    .set(revoked(inside))
    .where(
      and(
        ...[eq(memberRole.memberId, memberId), inArray(memberRole.role, [...roles])],
        isNull(memberRole.revokedAt)
      )
    )
    .returning({ role: memberRole.role });
  await logSecurityEvent(
    inside,
    'roleRevoked',
    ...taken.map(({ role }) => ({ memberId, detail: role }))
  );
}

async function revokeRapporteur(inside: Context, memberId: string, regionIds: string[]) {
  if (regionIds.length === 0) return;
  await inside.database
    .update(rapporteur)
    .set(revoked(inside))
    .where(
      and(
        ...[eq(rapporteur.memberId, memberId), inArray(rapporteur.regionId, regionIds)],
        isNull(rapporteur.revokedAt)
      )
    );
  await logSecurityEvent(
    inside,
    'rapporteurRevoked',
    ...(await ofRegions(inside, memberId, regionIds))
  );
}

const revoked = ({ viewer, now }: Context) => ({ revokedBy: viewer?.id ?? null, revokedAt: now });

async function ofRegions({ database }: Context, memberId: string, ids: string[]) {
  if (ids.length === 0) return [];
  const slugs = await database
    .select({ detail: region.slug })
    .from(region)
    .where(inArray(region.id, ids));
  return slugs.map(({ detail }) => ({ memberId, detail }));
}

/** Closes the account and logs it out, or opens it again; does nothing if that is done already. */
export async function setClosed(inside: Context, memberId: string, isClosed: boolean) {
  const { database, viewer, now } = inside;
  const by = viewer?.id ?? null;
  const changed = isClosed
    ? await database
        .insert(accountClosure)
        .values({ memberId, closedBy: by, closedAt: now })
        .onConflictDoNothing()
        .returning({ id: accountClosure.id })
    : await database
        .update(accountClosure)
        .set({ reopenedBy: by, reopenedAt: now })
        .where(and(eq(accountClosure.memberId, memberId), isNull(accountClosure.reopenedAt)))
        .returning({ id: accountClosure.id });
  if (isClosed) await database.delete(session).where(eq(session.memberId, memberId));
  if (changed.length > 0)
    await logSecurityEvent(inside, isClosed ? 'accountClosed' : 'accountReopened', { memberId });
}
