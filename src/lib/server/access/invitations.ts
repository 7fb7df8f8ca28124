import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/domain/refusal.ts';
import { invitation } from '../database/tables/index.ts';
import type { Context } from './context.ts';

export type Invitation = typeof invitation.$inferSelect;

/** What a link leads to: an open invitation, one that is used or expired, or none. */
export type FoundInvitation =
  { state: 'open'; invitation: Invitation } | { state: 'used' | 'expired' | 'unknown' };

/** Returns the invitation with the token. Throws Refusal('invitationSpent') unless it is open. */
export async function openInvitation(context: Context, token: string): Promise<Invitation> {
  const found = await findInvitation(context, token);
  if (found.state !== 'open') throw new Refusal('invitationSpent');
  return found.invitation;
}

/** Returns the state of the invitation with the token, and the invitation if it is open. */
export async function findInvitation(
  { database, now }: Context,
  token: string
): Promise<FoundInvitation> {
  const [found] = await database
    .select()
    .from(invitation)
    .where(eq(invitation.tokenHash, digestOf(token)));
  if (!found) return { state: 'unknown' };
  if (found.acceptedAt) return { state: 'used' };
  return found.expiresAt <= now ? { state: 'expired' } : { state: 'open', invitation: found };
}

/** Returns the SHA-256 digest of the token, which is stored instead of it. */
export const digestOf = (token: string) => createHash('sha256').update(token).digest('hex');
