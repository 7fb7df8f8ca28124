import { asc, eq, sql } from 'drizzle-orm';
import type { MemberRole } from '#lib/domain/hearing/words.ts';
import { asName } from '#lib/domain/name.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { forgetDevices } from '../../access/devices.ts';
import { limiterOf } from '../../access/limiter.ts';
import { hashChosenPassword } from '../../access/passwords.ts';
import { inTransaction, type Context } from '../../access/context.ts';
import { member, region, session } from '../../database/tables/index.ts';
import { record } from '../../access/security-log.ts';
import { asEmail, hasEmail } from '../../access/email.ts';
import { forgetTries } from './log-in.ts';
import { currentRoles, isClosed } from '../../access/viewer.ts';
import { grantRights, revokeRoles } from './rights.ts';

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

/** The id of the member with the e-mail, however it is written; null where there is none. */
export async function findMemberByEmail(
  { database }: Pick<Context, 'database'>,
  email: string
): Promise<string | null> {
  const [found] = await database.select({ id: member.id }).from(member).where(hasEmail(email));
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

/**
 * Makes a member with roles, and gives the e-mail as it is kept. Refuses an e-mail that is taken or
 * is none, a name that cannot be read, and a password that is easily guessed.
 */
export async function addAccount(context: Context, account: NewAccount): Promise<string> {
  const { password, roles, regionId, isRapporteur } = account;
  const [name, email] = [asName(account.name), asEmail(account.email)];
  const passwordHash = await hashChosenPassword(password, { name, email });
  return inTransaction(context, async (inside) => {
    const { database, now } = inside;
    if (await findMemberByEmail(inside, email)) throw new Refusal('emailTaken');
    const [made] = await database
      .insert(member)
      .values({ name, email, passwordHash, regionId, createdAt: now })
      .returning({ id: member.id });
    await record(inside, 'accountMade', { memberId: made!.id });
    const rapporteurOf = regionId && isRapporteur ? [regionId] : [];
    await grantRights(inside, made!.id, { roles, rapporteurOf });
    return email;
  });
}

/**
 * Gives a member another password, and ends the logins that were made with the old one. What was
 * tried on the account before is forgotten, and so are its devices.
 */
export async function setPassword(context: Context, memberId: string, password: string) {
  const [owner] = await context.database
    .select({ name: member.name, email: member.email })
    .from(member)
    .where(eq(member.id, memberId));
  if (!owner) throw new Refusal('notFound');
  const passwordHash = await hashChosenPassword(password, owner);
  await inTransaction(context, async (inside) => {
    const { database } = inside;
    await database.update(member).set({ passwordHash }).where(eq(member.id, memberId));
    await database.delete(session).where(eq(session.memberId, memberId));
    await forgetDevices(database, memberId);
    await record(inside, 'passwordChanged', { memberId });
  });
  await forgetTries(context, limiterOf(context.database, 1), memberId);
}

/** Gives a member a role, or takes it away; said twice it is done once. */
export const setRole = (
  context: Context,
  memberId: string,
  role: MemberRole,
  isGranted: boolean
): Promise<void> =>
  inTransaction(context, (inside) =>
    isGranted
      ? grantRights(inside, memberId, { roles: [role], rapporteurOf: [] })
      : revokeRoles(inside, memberId, [role])
  );
