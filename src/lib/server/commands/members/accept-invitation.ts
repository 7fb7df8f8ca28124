import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { parseName, maxNameLength } from '#lib/domain/name.ts';
import { maxPasswordLength, minPasswordLength } from '#lib/domain/password.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { inTransaction, type Context } from '../../access/context.ts';
import { refuseTakenEmail } from '../../access/email.ts';
import { openInvitation, type Invitation } from '../../access/invitations.ts';
import { hashChosenPassword } from '../../access/passwords.ts';
import { logSecurityEvent } from '../../access/security-log.ts';
import { invitation, member } from '../../database/tables/index.ts';
import { required } from '../../formats/fields.ts';
import { grantRights } from './rights.ts';

export const acceptanceForm = v.object({
  name: required(maxNameLength),
  password: v.pipe(v.string(), v.minLength(minPasswordLength), v.maxLength(maxPasswordLength))
});

/** The token of an invitation's link, and the name and password that the invited person chose. */
export type Acceptance = v.InferOutput<typeof acceptanceForm> & { token: string };

/**
 * Makes the invited person a member with the roles and the region of the invitation, and returns
 * the member's id. Throws Refusal('nameInvisible'), Refusal('invitationSpent'), Refusal('emailTaken')
 * and as hashChosenPassword does. A spent invitation is refused before the password is hashed, which
 * is slow.
 */
export async function acceptInvitation(
  context: Context,
  { token, password, ...chosen }: Acceptance
): Promise<string> {
  const name = parseName(chosen.name);
  const { email } = await openInvitation(context, token);
  const passwordHash = await hashChosenPassword(password, { name, email });
  return inTransaction(context, async (inside) => {
    const invited = await openInvitation(inside, token);
    await refuseTakenEmail(inside, email);
    const memberId = await insertMember(inside, invited, { name, passwordHash });
    await logSecurityEvent(inside, 'accountMade', { memberId });
    const rapporteurOf = invited.isRapporteur && invited.regionId ? [invited.regionId] : [];
    await grantRights(inside, memberId, { roles: invited.roles, rapporteurOf }, invited.invitedBy);
    await inside.database
      .update(invitation)
      .set({ acceptedAt: inside.now, memberId })
      .where(eq(invitation.id, invited.id));
    return memberId;
  });
}

/** Inserts the member and returns the id. Throws Refusal('emailTaken') if another was just made. */
async function insertMember(
  { database, now }: Context,
  { email, regionId }: Invitation,
  chosen: { name: string; passwordHash: string }
): Promise<string> {
  const [created] = await database
    .insert(member)
    .values({ ...chosen, email, regionId, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: member.id });
  if (!created) throw new Refusal('emailTaken');
  return created.id;
}
