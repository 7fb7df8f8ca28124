import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { mayAdminister } from '#lib/domain/hearing/permissions.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { MemberRole } from '#lib/domain/hearing/words.ts';
import { forgetFailures, isResting, rememberFailure } from '../auth/attempts.ts';
import { hashPassword, passwordFits } from '../auth/passwords.ts';
import { asMember, inTransaction, type Context } from '../context.ts';
import { invitation, member, memberRole, rapporteur } from '../database/tables/index.ts';

/**
 * The id of the member whose e-mail and password these are.
 * Refuses with wrongLogin, without telling which of the two was wrong, or with tooManyLogins.
 */
export async function logIn(
  { database, now }: Context,
  { email, password }: { email: string; password: string }
): Promise<string> {
  const account = email.trim().toLowerCase();
  if (isResting(account, now)) throw new Refusal('tooManyLogins');
  const [found] = await database
    .select({ id: member.id, passwordHash: member.passwordHash })
    .from(member)
    .where(and(eq(sql`lower(${member.email})`, account), isNull(member.closedAt)));
  if (!(await passwordFits(found?.passwordHash ?? null, password)) || !found) {
    rememberFailure(account, now);
    throw new Refusal('wrongLogin');
  }
  forgetFailures(account);
  return found.id;
}

export type InvitationPlan = {
  email: string;
  name: string;
  regionId: string | null;
  isRapporteur: boolean;
  roles: MemberRole[];
};

/** An invitation is used within a fortnight or asked for again. */
const invitationLifetime = 14 * 24 * 60 * 60 * 1000;

/** Invites a person and gives the token of the link; only its hash is kept. */
export async function inviteMember(context: Context, plan: InvitationPlan): Promise<string> {
  const { viewer, now } = asMember(context);
  if (!mayAdminister(viewer)) throw new Refusal('notAllowed');
  return inTransaction(context, async ({ database }) => {
    const taken = await database.$count(
      member,
      eq(sql`lower(${member.email})`, plan.email.toLowerCase())
    );
    if (taken > 0) throw new Refusal('emailTaken');
    const token = randomBytes(24).toString('base64url');
    await database.insert(invitation).values({
      ...plan,
      tokenHash: digest(token),
      invitedBy: viewer.id,
      invitedAt: now,
      expiresAt: new Date(now.getTime() + invitationLifetime)
    });
    return token;
  });
}

/** The invitation behind a link's token. Refuses one that is unknown, used or too old. */
export async function findInvitation({ database, now }: Context, token: string) {
  const [found] = await database
    .select()
    .from(invitation)
    .where(
      and(
        eq(invitation.tokenHash, digest(token)),
        isNull(invitation.acceptedAt),
        gt(invitation.expiresAt, now)
      )
    );
  if (!found) throw new Refusal('invitationSpent');
  return found;
}

/** Makes the invited person a member with the roles of the invitation, and gives the member's id. */
export async function acceptInvitation(
  context: Context,
  { token, name, password }: { token: string; name: string; password: string }
): Promise<string> {
  const passwordHash = await hashPassword(password);
  return inTransaction(context, async (inside) => {
    const { database, now } = inside;
    const invited = await findInvitation(inside, token);
    const [created] = await database
      .insert(member)
      .values({
        name,
        email: invited.email,
        passwordHash,
        regionId: invited.regionId,
        createdAt: now
      })
      .onConflictDoNothing()
      .returning({ id: member.id });
    if (!created) throw new Refusal('emailTaken');
    const granted = { memberId: created.id, grantedBy: invited.invitedBy, grantedAt: now };
    if (invited.roles.length > 0)
      await database.insert(memberRole).values(invited.roles.map((role) => ({ ...granted, role })));
    if (invited.isRapporteur && invited.regionId)
      await database.insert(rapporteur).values({ ...granted, regionId: invited.regionId });
    await database
      .update(invitation)
      .set({ acceptedAt: now, memberId: created.id })
      .where(eq(invitation.id, invited.id));
    return created.id;
  });
}

const digest = (token: string) => createHash('sha256').update(token).digest('hex');
