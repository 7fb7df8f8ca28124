import { asc, eq, ilike, or, sql } from 'drizzle-orm';
import { Refusal } from '#lib/domain/refusal.ts';
import type { RightsEvent } from '#lib/domain/security.ts';
import { asAdministrator, type Context } from '../../access/context.ts';
import { currentRegions, currentRoles, isClosed } from '../../access/viewer.ts';
import {
  accountClosure,
  member,
  memberRole,
  rapporteur,
  region
} from '../../database/tables/index.ts';

/** The most members that are listed; the search finds the others. */
const maxMembers = 100;

/**
 * Returns the members whose name or e-mail address contains `words`, by name, with their roles.
 * Throws Refusal('notAllowed') for all but administrators.
 */
export async function listMembers(context: Context, words = '') {
  const { database } = asAdministrator(context);
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  return database
    .select(memberColumns)
    .from(member)
    .leftJoin(region, eq(region.id, member.regionId))
    .where(words ? or(ilike(member.name, pattern), ilike(member.email, pattern)) : undefined)
    .orderBy(asc(member.name))
    .limit(maxMembers);
}

/** Returns a member as the form edits it. Throws as listMembers does, and Refusal('notFound'). */
export async function readMember(context: Context, memberId: string) {
  const { database } = asAdministrator(context);
  const [found] = await database
    .select(memberColumns)
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
  regionName: region.name,
  isClosed,
  revision: member.revision,
  roles: currentRoles,
  rapporteurOf: currentRegions
};

/** A right that was given or taken away, or an account that was closed or reopened. */
export type RightsChange = {
  at: Date;
  what: RightsEvent;
  /** Who did it; null if nobody was logged in. */
  by: string | null;
  /** The role or the name of the region; null for an account. */
  detail: string | null;
};

/** Returns what has happened to the member's rights, newest first. Throws as listMembers does. */
export async function listRightsHistory(
  context: Context,
  memberId: string
): Promise<RightsChange[]> {
  const { database } = asAdministrator(context);
  const roles = await database
    .select({
      ...{ from: memberRole.grantedAt, until: memberRole.revokedAt, detail: memberRole.role },
      ...{ givenBy: nameOf(memberRole.grantedBy), takenBy: nameOf(memberRole.revokedBy) }
    })
    .from(memberRole)
    .where(eq(memberRole.memberId, memberId));
  const regions = await database
    .select({
      ...{ from: rapporteur.grantedAt, until: rapporteur.revokedAt, detail: region.name },
      ...{ givenBy: nameOf(rapporteur.grantedBy), takenBy: nameOf(rapporteur.revokedBy) }
    })
    .from(rapporteur)
    .innerJoin(region, eq(region.id, rapporteur.regionId))
    .where(eq(rapporteur.memberId, memberId));
  const closures = await database
    .select({
      ...{ from: accountClosure.closedAt, until: accountClosure.reopenedAt },
      ...{ givenBy: nameOf(accountClosure.closedBy), takenBy: nameOf(accountClosure.reopenedBy) }
    })
    .from(accountClosure)
    .where(eq(accountClosure.memberId, memberId));
  return [
    ...roles.flatMap((row) => changesOf(row, 'roleGranted', 'roleRevoked')),
    ...regions.flatMap((row) => changesOf(row, 'rapporteurGranted', 'rapporteurRevoked')),
    ...closures.flatMap((row) =>
      changesOf({ ...row, detail: null }, 'accountClosed', 'accountReopened')
    )
  ].sort((one, other) => other.at.getTime() - one.at.getTime());
}

/** Returns the name of the member with the id, in a query on another table. */
const nameOf = (id: unknown) =>
  sql<string | null>`(select m.name from member m where m.id = ${id})`;

type Period = {
  from: Date;
  until: Date | null;
  givenBy: string | null;
  takenBy: string | null;
  detail: string | null;
};

function changesOf(period: Period, beginning: RightsEvent, ending: RightsEvent): RightsChange[] {
  const { from, until, givenBy, takenBy, detail } = period;
  const first = { at: from, what: beginning, by: givenBy, detail };
  return until ? [{ at: until, what: ending, by: takenBy, detail }, first] : [first];
}
