import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Viewer } from '#lib/domain/hearing/permissions.ts';
import type { MemberRole } from '#lib/domain/hearing/words.ts';
import type { Database } from '../database/open.ts';
import { member } from '../database/tables/index.ts';

/** A member as the permissions and the page's head know one. */
export type KnownViewer = NonNullable<Viewer> & { name: string };

/** The columns of a member who may be let in, for a query on `member`. */
export const viewerColumns = {
  id: member.id,
  name: member.name,
  roles: sql<
    MemberRole[]
  >`array(select r.role from member_role r where r.member_id = "member"."id")`,
  rapporteurOf: sql<
    string[]
  >`array(select r.region_id from rapporteur r where r.member_id = "member"."id")`,
  workingGroupOf: sql<
    string[]
  >`array(select g.document_id from working_group_member g where g.member_id = "member"."id")`
};

/** The member by the id, in one query; null where closed or unknown. */
export async function findViewer(
  database: Database,
  memberId: string
): Promise<KnownViewer | null> {
  const [found] = await database
    .select(viewerColumns)
    .from(member)
    .where(and(eq(member.id, memberId), isNull(member.closedAt)));
  return found ?? null;
}
