import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Viewer } from '#lib/domain/hearing/permissions.ts';
import type { MemberRole } from '#lib/domain/hearing/words.ts';
import type { Database } from '../database/open.ts';
import { member } from '../database/tables/index.ts';

/** A member as the permissions and the page's head know one. */
export type KnownViewer = NonNullable<Viewer> & { name: string };

/** The member of a query on `member`, inside one of its subqueries. */
const theMember = sql`"member"."id"`;

/** The roles that the member has now. */
export const currentRoles = sql<MemberRole[]>`array(
  select r.role from member_role r
  where r.member_id = ${theMember} and r.revoked_at is null order by 1)`;

/** The ids of the regions that the member may speak for now. */
export const currentRegions = sql<string[]>`array(
  select r.region_id from rapporteur r
  where r.member_id = ${theMember} and r.revoked_at is null order by 1)`;

/** Whether the member's account is closed now. */
export const isClosed = sql<boolean>`exists (
  select from account_closure c
  where c.member_id = ${theMember} and c.reopened_at is null)`;

/** The condition that a member may log in. */
export const isOpenAccount: SQL = sql`not ${isClosed}`;

/** The columns of a member who may be let in, for a query on `member`. */
export const viewerColumns = {
  id: member.id,
  name: member.name,
  roles: currentRoles,
  rapporteurOf: currentRegions,
  workingGroupOf: sql<
    string[]
  >`array(select g.document_id from working_group_member g where g.member_id = ${theMember})`
};

/** The member by the id, in one query; null where closed or unknown. */
export async function findViewer(
  database: Database,
  memberId: string
): Promise<KnownViewer | null> {
  const [found] = await database
    .select(viewerColumns)
    .from(member)
    .where(and(eq(member.id, memberId), isOpenAccount));
  return found ?? null;
}
