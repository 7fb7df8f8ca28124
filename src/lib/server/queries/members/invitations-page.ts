import { desc } from 'drizzle-orm';
import { asAdministrator, type Context } from '../../access/context.ts';
import { invitation } from '../../database/tables/index.ts';

/** The most invitations that are listed. */
const maxInvitations = 100;

/** Returns the last invitations, newest first. Throws Refusal('notAllowed') for all but administrators. */
export async function listInvitations(context: Context) {
  const { database } = asAdministrator(context);
  return database
    .select({
      id: invitation.id,
      name: invitation.name,
      email: invitation.email,
      invitedAt: invitation.invitedAt,
      expiresAt: invitation.expiresAt,
      acceptedAt: invitation.acceptedAt
    })
    .from(invitation)
    .orderBy(desc(invitation.invitedAt))
    .limit(maxInvitations);
}
