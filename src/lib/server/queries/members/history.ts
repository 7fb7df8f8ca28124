import { eq, sql } from 'drizzle-orm';
import type { RightsEvent } from '#lib/domain/security.ts';
import type { Context } from '../../access/context.ts';
import { accountClosure, memberRole, rapporteur, region } from '../../database/tables/index.ts';
import { asAdministrator } from '../../access/context.ts';

/** A right that was given or taken: which, when, and by whom where somebody was logged in. */
export type RightsChange = {
  at: Date;
  what: RightsEvent;
  by: string | null;
  detail: string | null;
};

/** The name of whoever did it, in a query on another table. */
const nameOf = (id: unknown) =>
  sql<string | null>`(select m.name from member m where m.id = ${id})`;

/** What the member was given the right to and what was taken away, newest first. */
export async function listRightsHistory(
  context: Context,
  memberId: string
): Promise<RightsChange[]> {
  const { database } = asAdministrator(context);
  const roles = await database
    .select({
      ...{ from: memberRole.grantedAt, until: memberRole.revokedAt, detail: memberRole.role },
      ...{ begun: nameOf(memberRole.grantedBy), ended: nameOf(memberRole.revokedBy) }
    })
    .from(memberRole)
    .where(eq(memberRole.memberId, memberId));
  const regions = await database
    .select({
      ...{ from: rapporteur.grantedAt, until: rapporteur.revokedAt, detail: region.name },
      ...{ begun: nameOf(rapporteur.grantedBy), ended: nameOf(rapporteur.revokedBy) }
    })
    .from(rapporteur)
    .innerJoin(region, eq(region.id, rapporteur.regionId))
    .where(eq(rapporteur.memberId, memberId));
  const closures = await database
    .select({
      ...{ from: accountClosure.closedAt, until: accountClosure.reopenedAt },
      ...{ begun: nameOf(accountClosure.closedBy), ended: nameOf(accountClosure.reopenedBy) }
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

type Row = {
  from: Date;
  until: Date | null;
  begun: string | null;
  ended: string | null;
  detail: string | null;
};

function changesOf(row: Row, beginning: RightsEvent, ending: RightsEvent): RightsChange[] {
  const { from, until, begun, ended, detail } = row;
  const first = { at: from, what: beginning, by: begun, detail };
  return until ? [{ at: until, what: ending, by: ended, detail }, first] : [first];
}
