import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Viewer } from '#lib/domain/hearing/permissions.ts';
import type { MemberRole } from '#lib/domain/hearing/enums.ts';
import type { Database } from '../database/open.ts';
import { member } from '../database/tables/index.ts';
import type { Context } from './context.ts';
import { hasEmail } from './email.ts';

/** A member who is logged in: the name, and what permissions depend on. */
export type KnownViewer = NonNullable<Viewer> & { name: string };

/** The id of the row of `member`, in a subquery of a query on `member`. */
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

/** The columns of a KnownViewer, for a query on `member`. */
export const viewerColumns = {
  id: member.id,
  name: member.name,
  roles: currentRoles,
  rapporteurOf: currentRegions,
  workingGroupOf: sql<
    string[]
  >`array(select g.document_id from working_group_member g where g.member_id = ${theMember})`
};

/** Returns the member with the id, in one query, or null if unknown or closed. */
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

/** Returns the id of the member with the e-mail, or null; hasEmail says how they are compared. */
export async function findMemberByEmail(
  { database }: Pick<Context, 'database'>,
  email: string
): Promise<string | null> {
  const [found] = await database.select({ id: member.id }).from(member).where(hasEmail(email));
  return found?.id ?? null;
}
