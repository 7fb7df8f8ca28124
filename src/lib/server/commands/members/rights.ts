import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { MemberRole } from '#lib/domain/hearing/words.ts';
import type { Context } from '../../access/context.ts';
import {
  accountClosure,
  memberRole,
  rapporteur,
  region,
  session
} from '../../database/tables/index.ts';
import { record } from '../../access/security-log.ts';

/**
 * What a member has the right to, in rows that are never deleted: who gave it and when, who took
 * it away and when. Each change stands in the security log too.
 */

/** What a member has, of all that can be given and taken away. */
export type Rights = {
  roles: readonly MemberRole[];
  /** The ids of the regions that the member may speak for. */
  rapporteurOf: readonly string[];
};

/** Gives the member what of the rights they have not, and takes away what else they have. */
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
  const had = { roles: roles.map(({ role }) => role), regions: regions.map(({ id }) => id) };
  await revokeRoles(inside, memberId, without(had.roles, rights.roles));
  await revokeRapporteur(inside, memberId, without(had.regions, rights.rapporteurOf));
  await grantRights(inside, memberId, {
    roles: without(rights.roles, had.roles),
    rapporteurOf: without(rights.rapporteurOf, had.regions)
  });
}

const without = <Word>(words: readonly Word[], others: readonly Word[]): Word[] =>
  words.filter((word) => !others.includes(word));

/** Gives the member rights, in the name of whoever is logged in, or of `grantedBy`. */
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
    await record(inside, 'roleGranted', ...given.map(({ role }) => ({ memberId, detail: role })));
  }
  if (rapporteurOf.length > 0) {
    const given = await database
      .insert(rapporteur)
      .values(rapporteurOf.map((regionId) => ({ ...granted, regionId })))
      .onConflictDoNothing()
      .returning({ id: rapporteur.regionId });
    const ids = given.map(({ id }) => id);
    await record(inside, 'rapporteurGranted', ...(await ofRegions(inside, memberId, ids)));
  }
}

/** Takes roles away from the member. */
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
  await record(inside, 'roleRevoked', ...taken.map(({ role }) => ({ memberId, detail: role })));
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
  await record(inside, 'rapporteurRevoked', ...(await ofRegions(inside, memberId, regionIds)));
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

/** Closes the account and ends its logins, or opens it again; said twice it is done once. */
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
    await record(inside, isClosed ? 'accountClosed' : 'accountReopened', { memberId });
}
