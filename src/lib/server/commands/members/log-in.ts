import { and, eq } from 'drizzle-orm';
import { Refusal } from '#lib/domain/refusal.ts';
import { isKnownDevice } from '../../access/devices.ts';
import type { Limiter } from '../../access/limiter.ts';
import type { LimitName } from '../../access/limits.ts';
import { passwordFits } from '../../access/passwords.ts';
import type { Context } from '../../access/context.ts';
import { member } from '../../database/tables/index.ts';
import { record } from '../../access/security-log.ts';
import { hasEmail, normalEmail } from '../../access/email.ts';
import { isOpenAccount } from '../../access/viewer.ts';

/** Where a login is tried from: the network, and the cookie of the device where it has one. */
export type Caller = { address: string; device: string | undefined };

/**
 * The id of the member whose e-mail and password these are.
 * Every try is counted before the password is looked at, so that many at once are no way past the
 * limit, and is given back where the password was right. A device that the member has been logged
 * in on has a limit of its own, which no stranger reaches.
 * Refuses with wrongLogin, without telling which of the two was wrong, or with tooManyLogins.
 */
export async function logIn(
  context: Context,
  limiter: Limiter,
  { email, password }: { email: string; password: string },
  { address, device }: Caller
): Promise<string> {
  const account = normalEmail(email) ?? '';
  const [found] = await context.database
    .select({ id: member.id, passwordHash: member.passwordHash })
    .from(member)
    .where(and(hasEmail(email), isOpenAccount));
  const isKnown = found && device ? await isKnownDevice(context, found.id, device) : false;
  const counted: [LimitName, ...string[]][] = isKnown
    ? [['loginDevice', device!, found!.id]]
    : [
        ['loginPair', account, address],
        ['loginAddress', address],
        ['loginAccount', account]
      ];
  for (const each of counted) {
    const spent = await limiter.spend(each);
    if (spent.isAllowed) continue;
    const told = { memberId: found?.id ?? null, detail: each[0] };
    if (spent.isFirst) await record(context, 'lockout', told);
    throw new Refusal('tooManyLogins', { minutes: spent.minutes });
  }
  if (!(await passwordFits(found?.passwordHash ?? null, password)) || !found) {
    await record(context, 'loginRefused', { memberId: found?.id ?? null });
    throw new Refusal('wrongLogin');
  }
  for (const each of counted) await limiter.giveBack(each);
  await record(context, 'login', { memberId: found.id });
  return found.id;
}

/** Lets the account be tried anew from everywhere: it has another password. */
export async function forgetTries(context: Context, limiter: Limiter, memberId: string) {
  const [found] = await context.database
    .select({ email: member.email })
    .from(member)
    .where(eq(member.id, memberId));
  if (found) await limiter.forget(['loginAccount', normalEmail(found.email) ?? '']);
}
