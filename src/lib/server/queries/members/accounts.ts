import { asc, sql } from 'drizzle-orm';
import type { Context } from '../../access/context.ts';
import { currentRoles, isClosed } from '../../access/viewer.ts';
import { member } from '../../database/tables/index.ts';

/** Returns every account by name, with its roles and the slugs of the regions it may speak for. */
export async function listAccounts({ database }: Context) {
  return database
    .select({
      name: member.name,
      email: member.email,
      isClosed,
      roles: currentRoles,
      rapporteurOf: sql<
        string[]
      >`array(select g.slug from rapporteur p join region g on g.id = p.region_id
        where p.member_id = "member"."id" and p.revoked_at is null order by 1)`
    })
    .from(member)
    .orderBy(asc(member.name));
}
