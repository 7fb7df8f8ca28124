import { and, asc, eq, sql } from 'drizzle-orm';
import type { MemberRole } from '#lib/domain/hearing/words.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { hashPassword } from '../auth/passwords.ts';
import { inTransaction, type Context } from '../context.ts';
import { member, memberRole, rapporteur, region, session } from '../database/tables/index.ts';

/**
 * What the one who runs the server does with accounts from its command line, where nobody is
 * logged in: begin with the first administrator, and help whoever is locked out.
 */

/** Every account with its roles and the regions it may speak for, by name. */
export async function listAccounts({ database }: Context) {
  return database
    .select({
      name: member.name,
      email: member.email,
      isClosed: sql<boolean>`${member.closedAt} is not null`,
      roles: sql<
        MemberRole[]
      >`array(select r.role from member_role r where r.member_id = "member"."id" order by 1)`,
      rapporteurOf: sql<
        string[]
      >`array(select g.slug from rapporteur p join region g on g.id = p.region_id where p.member_id = "member"."id" order by 1)`
    })
    .from(member)
    .orderBy(asc(member.name));
}

/** The id of the member with the e-mail, however it is written; null where there is none. */
export async function findMemberByEmail(
  { database }: Pick<Context, 'database'>,
  email: string
): Promise<string | null> {
  const [found] = await database
    .select({ id: member.id })
    .from(member)
    .where(eq(sql`lower(${member.email})`, email.trim().toLowerCase()));
  return found?.id ?? null;
}

/** The id of the region with the slug; null where there is none. */
export async function findRegion(
  { database }: Pick<Context, 'database'>,
  slug: string
): Promise<string | null> {
  const [found] = await database
    .select({ id: region.id })
    .from(region)
    .where(eq(region.slug, slug));
  return found?.id ?? null;
}

export type NewAccount = {
  name: string;
  email: string;
  password: string;
  roles: MemberRole[];
  regionId: string | null;
  isRapporteur: boolean;
};

/** Makes a member with roles. Refuses an e-mail that is taken. */
export async function addAccount(
  context: Context,
  { name, email, password, roles, regionId, isRapporteur }: NewAccount
) {
  const passwordHash = await hashPassword(password);
  await inTransaction(context, async (inside) => {
    const { database, now } = inside;
    if (await findMemberByEmail(inside, email)) throw new Refusal('emailTaken');
    const [made] = await database
      .insert(member)
      .values({ name, email, passwordHash, regionId, createdAt: now })
      .returning({ id: member.id });
    const granted = { memberId: made!.id, grantedAt: now };
    if (roles.length > 0)
      await database.insert(memberRole).values(roles.map((role) => ({ ...granted, role })));
    if (regionId && isRapporteur)
      await database.insert(rapporteur).values({ ...granted, regionId });
  });
}

/** Gives a member another password, and ends the logins that were made with the old one. */
export async function setPassword(context: Context, memberId: string, password: string) {
  const passwordHash = await hashPassword(password);
  await inTransaction(context, async ({ database }) => {
    await database.update(member).set({ passwordHash }).where(eq(member.id, memberId));
    await database.delete(session).where(eq(session.memberId, memberId));
  });
}

/** Gives a member a role, or takes it away; said twice it is done once. */
export async function setRole(
  { database, now }: Context,
  memberId: string,
  role: MemberRole,
  isGranted: boolean
) {
  if (isGranted)
    await database
      .insert(memberRole)
      .values({ memberId, role, grantedAt: now })
      .onConflictDoNothing();
  else
    await database
      .delete(memberRole)
      .where(and(eq(memberRole.memberId, memberId), eq(memberRole.role, role)));
}
