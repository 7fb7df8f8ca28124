import { and } from 'drizzle-orm';
import * as v from 'valibot';
import { maxPasswordLength } from '#lib/domain/password.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import { isKnownDevice } from '../../access/devices.ts';
import { hasEmail, longestEmail, normalEmail } from '../../access/email.ts';
import type { Counted, Limiter } from '../../access/limiter.ts';
import { passwordFits } from '../../access/passwords.ts';
import { record } from '../../access/security-log.ts';
import { isOpenAccount } from '../../access/viewer.ts';
import { member } from '../../database/tables/index.ts';
import { required } from '../../formats/fields.ts';

export const loginForm = v.object({
  email: required(longestEmail),
  password: v.pipe(v.string(), v.nonEmpty(), v.maxLength(maxPasswordLength)),
  /** The page to go to once logged in. */
  next: v.optional(v.string())
});

export type Login = Pick<v.InferOutput<typeof loginForm>, 'email' | 'password'>;

/** Where a login is tried from: the network address, and the device's cookie if it has one. */
export type Caller = { address: string; device: string | undefined };

/**
 * Returns the id of the member with the e-mail and the password. Each attempt is counted before the
 * password is verified, so that attempts made at once cannot exceed the limit, and the count is
 * given back if the password is right. Throws Refusal('tooManyLogins'), and Refusal('wrongLogin')
 * whether the e-mail or the password is wrong.
 */
export async function logIn(
  context: Context,
  limiter: Limiter,
  { email, password }: Login,
  caller: Caller
): Promise<string> {
  const account = await findAccount(context, email);
  const memberId = account?.id ?? null;
  const counts = await countsOf(context, email, memberId, caller);
  await spend(context, limiter, counts, memberId);
  const fits = await passwordFits(account?.passwordHash ?? null, password);
  if (!fits || memberId === null) {
    await record(context, 'loginRefused', { memberId });
    throw new Refusal('wrongLogin');
  }
  for (const count of counts) await limiter.giveBack(count);
  await record(context, 'login', { memberId });
  return memberId;
}

async function findAccount({ database }: Context, email: string) {
  const [found] = await database
    .select({ id: member.id, passwordHash: member.passwordHash })
    .from(member)
    .where(and(hasEmail(email), isOpenAccount));
  return found ?? null;
}

/**
 * Returns what an attempt is counted by. A device that the member has been logged in on has a limit
 * of its own, which nobody else can use up.
 */
async function countsOf(
  context: Context,
  email: string,
  memberId: string | null,
  { address, device }: Caller
): Promise<Counted[]> {
  if (memberId && device && (await isKnownDevice(context, memberId, device)))
    return [['loginDevice', device, memberId]];
  const account = normalEmail(email) ?? '';
  return [
    ['loginPair', account, address],
    ['loginAddress', address],
    ['loginAccount', account]
  ];
}

/** Counts an attempt. Throws Refusal('tooManyLogins') beyond a limit, and logs it the first time. */
async function spend(
  context: Context,
  limiter: Limiter,
  counts: Counted[],
  memberId: string | null
) {
  for (const count of counts) {
    const spent = await limiter.spend(count);
    if (spent.isAllowed) continue;
    if (spent.isFirst) await record(context, 'lockout', { memberId, detail: count[0] });
    throw new Refusal('tooManyLogins', { minutes: spent.minutes });
  }
}
