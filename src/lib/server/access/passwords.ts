import { hash, verify } from '@node-rs/argon2';
import { refuseWeakPassword, type PasswordOwner } from '#lib/domain/password.ts';

/** The minimum that OWASP recommends for argon2id; it takes about 15 ms. */
const cost = { memoryCost: 19456, timeCost: 2, parallelism: 1 };

/** Returns the hash of a password, which holds its salt and cost. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** Returns the hash of a new password of `owner`. Throws as refuseWeakPassword does. */
export async function hashChosenPassword(password: string, owner: PasswordOwner): Promise<string> {
  const common = await commonPasswords();
  refuseWeakPassword(password, owner, (words) => common.has(words));
  return hashPassword(password);
}

/** The 49,000 most common of leaked passwords: 0.5 MB, loaded when the first password is chosen. */
let loading: Promise<ReadonlySet<string>> | null = null;

function commonPasswords(): Promise<ReadonlySet<string>> {
  loading ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'])
  );
  return loading;
}

/** What a password is compared with if there is no such member, which then takes the same time. */
const dummyHash = hashPassword('nobody has this password');

/** Returns whether the password is the hashed one; false if `passwordHash` is null. */
export async function verifyPassword(passwordHash: string | null, password: string) {
  const isRight = await verify(passwordHash ?? (await dummyHash), password);
  return isRight && passwordHash !== null;
}
