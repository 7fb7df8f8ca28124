import { and } from 'drizzle-orm';
import * as v from 'valibot';
import { maxPasswordLength } from '#lib/domain/password.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import { isKnownDevice } from '../../access/devices.ts';
import { hasEmail, maxEmailLength, normalizeEmail } from '../../access/email.ts';
import type { LimitKey, Limiter } from '../../access/limiter.ts';
import { verifyPassword } from '../../access/passwords.ts';
import { logSecurityEvent } from '../../access/security-log.ts';
import { isOpenAccount } from '../../access/viewer.ts';
import { member } from '../../database/tables/index.ts';
import { required } from '../../formats/fields.ts';

export const loginForm = v.object({
  email: required(maxEmailLength),
  password: v.pipe(v.string(), v.nonEmpty(), v.maxLength(maxPasswordLength)),
  /** The page to go to once logged in. */
  next: v.optional(v.string())
});

export type Login = Pick<v.InferOutput<typeof loginForm>, 'email' | 'password'>;

/** Where a login comes from: the network address, and the device's cookie if it has one. */
export type Caller = { address: string; device: string | undefined };

/**
 * Returns the id of the member with the e-mail and the password. Each attempt is counted before the
 * password is verified, so that attempts made at once cannot exceed the limit, and the count is
 * reduced again if the password is right. Throws Refusal('tooManyLogins'), and Refusal('wrongLogin')
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
  const limits = await limitsOf(context, email, memberId, caller);
  await consumeAll(context, limiter, limits, memberId);
  const isRight = await verifyPassword(account?.passwordHash ?? null, password);
  if (!isRight || memberId === null) {
    await logSecurityEvent(context, 'loginRefused', { memberId });
    throw new Refusal('wrongLogin');
  }
  for (const limit of limits) await limiter.refund(limit);
  await logSecurityEvent(context, 'login', { memberId });
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
 * Returns the limits that an attempt counts against. A device that the member has been logged in on
 * has a separate limit, which nobody else can use up.
 */
async function limitsOf(
  context: Context,
  email: string,
  memberId: string | null,
  { address, device }: Caller
): Promise<LimitKey[]> {
  if (memberId && device && (await isKnownDevice(context, memberId, device)))
    return [['loginDevice', device, memberId]];
  const account = normalizeEmail(email) ?? '';
  return [
    ['loginPair', account, address],
    ['loginAddress', address],
    ['loginAccount', account]
  ];
}

/** Counts an attempt against each limit. Throws Refusal('tooManyLogins') beyond one, and logs the first. */
async function consumeAll(
  context: Context,
  limiter: Limiter,
  limits: LimitKey[],
  memberId: string | null
) {
  for (const limit of limits) {
    const result = await limiter.consume(limit);
    if (result.isAllowed) continue;
    if (result.isFirst) await logSecurityEvent(context, 'lockout', { memberId, detail: limit[0] });
    throw new Refusal('tooManyLogins', { minutes: result.minutes });
  }
}
