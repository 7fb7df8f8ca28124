import type { MemberRole } from '#lib/domain/hearing/enums.ts';
import { parseName } from '#lib/domain/name.ts';
import { inTransaction, type Context } from '../../access/context.ts';
import { parseEmail, refuseTakenEmail } from '../../access/email.ts';
import { hashChosenPassword } from '../../access/passwords.ts';
import { logSecurityEvent } from '../../access/security-log.ts';
import { member } from '../../database/tables/index.ts';
import { grantRights } from './rights.ts';

/** An account as it is made from the command line, where nobody is logged in. */
export type NewAccount = {
  name: string;
  email: string;
  password: string;
  roles: MemberRole[];
  regionId: string | null;
  /** Whether the member may speak for the region. */
  isRapporteur: boolean;
};

/**
 * Makes a member with roles and returns the e-mail as it is stored. Throws Refusal('emailInvalid'),
 * Refusal('emailTaken'), Refusal('nameInvisible') and as hashChosenPassword does.
 */
export async function addAccount(context: Context, account: NewAccount): Promise<string> {
  const { password, roles, regionId, isRapporteur } = account;
  const [name, email] = [parseName(account.name), parseEmail(account.email)];
  const passwordHash = await hashChosenPassword(password, { name, email });
  return inTransaction(context, async (inside) => {
    const { database, now } = inside;
    await refuseTakenEmail(inside, email);
    const [made] = await database
      .insert(member)
      .values({ name, email, passwordHash, regionId, createdAt: now })
      .returning({ id: member.id });
    await logSecurityEvent(inside, 'accountMade', { memberId: made!.id });
    const rapporteurOf = regionId && isRapporteur ? [regionId] : [];
    await grantRights(inside, made!.id, { roles, rapporteurOf });
    return email;
  });
}
