import { eq, sql } from 'drizzle-orm';
import type { Viewer } from '#lib/domain/hearing/permissions.ts';
import type { MemberRole } from '#lib/domain/hearing/words.ts';
import type { Database } from '../database/open.ts';
import { member, memberRole, rapporteur, workingGroupMember } from '../database/tables/index.ts';

/** A member as the permissions and the page's head know one, in one query; null where closed or unknown. */
export async function findViewer(
  database: Database,
  memberId: string
): Promise<(NonNullable<Viewer> & { name: string }) | null> {
  const [found] = await database
    .select({
      id: member.id,
      name: member.name,
      closedAt: member.closedAt,
      roles: sql<
        MemberRole[]
      >`array(select ${memberRole.role} from ${memberRole} where ${memberRole.memberId} = ${member.id})`,
      rapporteurOf: sql<
        string[]
      >`array(select ${rapporteur.regionId} from ${rapporteur} where ${rapporteur.memberId} = ${member.id})`,
      workingGroupOf: sql<
        string[]
      >`array(select ${workingGroupMember.documentId} from ${workingGroupMember} where ${workingGroupMember.memberId} = ${member.id})`
    })
    .from(member)
    .where(eq(member.id, memberId));
  if (!found || found.closedAt) return null;
  const { closedAt: _, ...viewer } = found;
  return viewer;
}
