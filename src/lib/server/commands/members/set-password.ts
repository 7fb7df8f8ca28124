import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/domain/refusal.ts';
import { inTransaction, type Context } from '../../access/context.ts';
import { forgetDevices } from '../../access/devices.ts';
import { normalizeEmail } from '../../access/email.ts';
import { limiterOf } from '../../access/limiter.ts';
import { hashChosenPassword } from '../../access/passwords.ts';
import { logSecurityEvent } from '../../access/security-log.ts';
import { member, session } from '../../database/tables/index.ts';

/**
 * Sets the member's password, logs the member out everywhere, and forgets the member's devices and
 * the wrong passwords that were counted for the account. Throws Refusal('notFound') and as
 * hashChosenPassword does.
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
    await logSecurityEvent(inside, 'passwordChanged', { memberId });
  });
  const limiter = limiterOf(context.database, 1);
  await limiter.reset(['loginAccount', normalizeEmail(owner.email) ?? '']);
}
