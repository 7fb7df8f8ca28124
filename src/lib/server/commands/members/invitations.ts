import { createHash, randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { mayAdminister } from '#lib/domain/hearing/permissions.ts';
import { asName } from '#lib/domain/name.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { MemberRole } from '#lib/domain/hearing/words.ts';
import { hashChosenPassword } from '../../access/passwords.ts';
import { asMember, inTransaction, type Context } from '../../access/context.ts';
import { invitation, member } from '../../database/tables/index.ts';
import { refuseUnknownRegions } from '../../access/regions.ts';
import { record } from '../../access/security-log.ts';
import { asEmail, hasEmail } from '../../access/email.ts';
import { grantRights } from './rights.ts';

export type InvitationPlan = {
  email: string;
  name: string;
  regionId: string | null;
  isRapporteur: boolean;
  roles: MemberRole[];
};

/** An invitation is used within a fortnight or asked for again. */
const invitationLifetime = 14 * 24 * 60 * 60 * 1000;

/**
 * Invites a person and gives the token of the link; only its hash is kept. Refuses with emailTaken,
 * emailInvalid, nameInvisible or regionUnknown.
 */
export async function inviteMember(context: Context, plan: InvitationPlan): Promise<string> {
  const { viewer, now } = asMember(context);
  if (!mayAdminister(viewer)) throw new Refusal('notAllowed');
  const [name, email] = [asName(plan.name), asEmail(plan.email)];
  return inTransaction(context, async (inside) => {
    const { database } = inside;
    await refuseUnknownRegions(inside, [plan.regionId]);
    if ((await database.$count(member, hasEmail(email))) > 0) throw new Refusal('emailTaken');
    const token = randomBytes(24).toString('base64url');
    await database.insert(invitation).values({
      ...{ ...plan, name, email, tokenHash: digest(token) },
      ...{ invitedBy: viewer.id, invitedAt: now },
      expiresAt: new Date(now.getTime() + invitationLifetime)
    });
    return token;
  });
}

/** What a link leads to: an invitation, one that was used or is too old, or none. */
export type FoundInvitation =
  | { state: 'open'; invitation: typeof invitation.$inferSelect }
  | { state: 'used' | 'expired' | 'unknown' };

/** The invitation behind a link's token, if it can still be used. */
export async function findInvitation(
  { database, now }: Context,
  token: string
): Promise<FoundInvitation> {
  const [found] = await database
    .select()
    .from(invitation)
    .where(eq(invitation.tokenHash, digest(token)));
  if (!found) return { state: 'unknown' };
  if (found.acceptedAt) return { state: 'used' };
  return found.expiresAt <= now ? { state: 'expired' } : { state: 'open', invitation: found };
}

/**
 * Makes the invited person a member with the roles of the invitation, and gives the member's id.
 * Refuses with invitationSpent before it takes the time that a password takes.
 */
export async function acceptInvitation(
  context: Context,
  { token, password, ...chosen }: { token: string; name: string; password: string }
): Promise<string> {
  const name = asName(chosen.name);
  const { email } = await openInvitation(context, token);
  const passwordHash = await hashChosenPassword(password, { name, email });
  return inTransaction(context, async (inside) => {
    const { database, now } = inside;
    const invited = await openInvitation(inside, token);
    if ((await database.$count(member, hasEmail(email))) > 0) throw new Refusal('emailTaken');
    const [created] = await database
      .insert(member)
      .values({ name, email, passwordHash, regionId: invited.regionId, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: member.id });
    if (!created) throw new Refusal('emailTaken');
    await record(inside, 'accountMade', { memberId: created.id });
    const regions = invited.isRapporteur && invited.regionId ? [invited.regionId] : [];
    const rights = { roles: invited.roles, rapporteurOf: regions };
    await grantRights(inside, created.id, rights, invited.invitedBy);
    await database
      .update(invitation)
      .set({ acceptedAt: now, memberId: created.id })
      .where(eq(invitation.id, invited.id));
    return created.id;
  });
}

async function openInvitation(context: Context, token: string) {
  const found = await findInvitation(context, token);
  if (found.state !== 'open') throw new Refusal('invitationSpent');
  return found.invitation;
}

const digest = (token: string) => createHash('sha256').update(token).digest('hex');
